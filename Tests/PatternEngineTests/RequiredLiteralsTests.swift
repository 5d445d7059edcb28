import Testing

@testable import PatternEngine

@Suite("Required literals")
struct RequiredLiteralsTests {
  /// The clauses as sets of strings; `!` marks a literal whose case counts.
  private func clauses(_ pattern: String, _ options: Pattern.Options = .caseless) -> [Set<String>] {
    RequiredLiterals(of: pattern, options: options).clauses.map { clause in
      Set(
        clause.map {
          let hasLetter = $0.bytes.contains { (0x41...0x5A).contains($0 & 0xDF) }
          return (hasLetter && !$0.isCaseless ? "!" : "")
            + String(decoding: $0.bytes, as: UTF8.self)
        })
    }
  }

  @Test(
    "of a pattern",
    arguments: [
      // Text.
      ("vermin", [["vermin"]]),
      ("VerMin", [["vermin"]]),
      (#"\bvermin\b"#, [["vermin"]]),
      ("", []),
      ("a", []),
      ("xy", [["xy"]]),
      ("the|of", []),
      ("🐀", [["🐀"]]),
      ("漢", [["漢"]]),
      // Alternations.
      ("vermin|scum", [["vermin", "scum"]]),
      ("vermin|", []),
      ("vermin|a", []),
      ("ver(?:min|bal)", [["vermin", "verbal"]]),
      ("immigrants?", [["immigrant"]]),
      ("colou?r", [["color", "colour"]]),
      ("(?:non-?)?sense", [["sense"]]),
      // Quantifiers.
      ("go*gle", [["gle"]]),
      ("wo+rm", [["orm"], ["wo"]]),
      ("xyz{2}q", [["xyzzq"]]),
      ("xyz{2,}q", [["xyzz"], ["zzq"]]),
      ("xyz{0}q", [["xyq"]]),
      ("xyz{2,3}?q", [["xyzz"], ["zzq"]]),
      ("xyz{,3}q", []),
      ("xyz{ 2}q", []),
      ("xyz{q", [["xyz{q"]]),
      ("xyz{2q", [["xyz{2q"]]),
      ("(?:vermin)++", [["vermin"]]),
      ("(?:vermin)*+", []),
      ("(?:vermin.scum){3}", [["vermin"], ["scum"]]),
      ("ab{6}", [["abbbb"]]),
      // What says nothing keeps its neighbours apart.
      (#"vermin\s+scum"#, [["vermin"], ["scum"]]),
      (#"vermin.scum"#, [["vermin"], ["scum"]]),
      (#"vermin[^x]scum"#, [["vermin"], ["scum"]]),
      (#"vermin\p{L}scum\pLzyx"#, [["vermin"], ["scum"], ["zyx"]]),
      (#"(zyx)vermin\1scum"#, [["zyxvermin"], ["scum"]]),
      (#"vermin(?R)?scum"#, [["vermin"], ["scum"]]),
      (#"(?<n>vermin)(?&n)x(?P>n)x(?1)x\g<n>x(?-1)x(?P=n)x\k{n}\g{-1}x\g1"#, [["vermin"]]),
      (#"(?:vermin|scum)\s+(?:rat|pig)s"#, [["vermin", "scum"], ["rats", "pigs"]]),
      (#"(?:big\W+vermin|small\W+scum)"#, [["vermin", "scum"], ["big", "small"]]),
      (#"(?:[a-z]+vermin|small\W+scum)"#, [["vermin", "scum"]]),
      (#"(x.*ver)min"#, [["vermin"]]),
      // Classes.
      ("v[eo3]rmin", [["vermin", "v3rmin", "vormin"]]),
      ("v[a-c]rmin", [["varmin", "vbrmin", "vcrmin"]]),
      ("v[a-z]rmin", [["rmin"]]),
      ("v[[:alpha:]]rmin", [["rmin"]]),
      ("v[[:^alpha:]x]rmin", [["rmin"]]),
      ("v[]]rmin", [["v]rmin"]]),
      ("v[^]]rmin", [["rmin"]]),
      ("v[e-]rmin", [["vermin", "v-rmin"]]),
      ("v[-e]rmin", [["vermin", "v-rmin"]]),
      (#"v[e\-f]rmin"#, [["vermin", "v-rmin", "vfrmin"]]),
      (#"v[a\E-z]rmin"#, [["rmin"]]),
      (#"v[\Qa-z\E]rmin"#, [["varmin", "v-rmin", "vzrmin"]]),
      (#"v[\Qa\E-z]rmin"#, [["rmin"]]),
      (#"v[\E^e]rmin"#, [["rmin"]]),
      (#"v[\de]rmin"#, [["rmin"]]),
      (#"v[\x65\x{6f}\N{U+61}]rmin"#, [["vermin", "vormin", "varmin"]]),
      (#"v[\]e]rmin"#, [["vermin", "v]rmin"]]),
      (#"v[\n\t\b]rmin"#, [["v\nrmin", "v\trmin", "v\u{8}rmin"]]),
      ("v[[e:]rmin", [["vermin", "v[rmin", "v:rmin"]]),
      ("v[[:e]rmin", [["vermin", "v[rmin", "v:rmin"]]),
      ("v[eE]rmin", [["vermin"]]),
      ("v[.]rmin", [["v.rmin"]]),
      ("[[:<:]]vermin[[:>:]]", [["vermin"]]),
      (#"v[\0e]rmin"#, [["rmin"]]),
      // Escapes.
      (#"ver\.min\*\\"#, [["ver.min*\\"]]),
      (#"\x76\x{65}\N{U+72}\o{155}\151\156"#, [["verm"]]),
      (#"ver\tmin\cMx\ax\ex\fx\nx\r"#, [["ver\tmin\rx\u{7}x\u{1B}x\u{C}x\nx\r"]]),
      (#"ver\Q.*[\Emin"#, [["ver.*[min"]]),
      (#"ver\Qmi+\E+n"#, [["vermi+"], ["+n"]]),
      (#"ver\Q(?#x"#, [["ver(?#x"]]),
      (#"ver\Emin"#, [["vermin"]]),
      (#"ver\Kmin\b\B\A\z\Z\G"#, [["vermin"]]),
      (#"ver\0min"#, [["ver"], ["min"]]),
      (#"ver\012min"#, [["ver\nmin"]]),
      (#"ver\12min"#, [["ver"], ["min"]]),
      (#"ver\Rmin\Xscum\Nrat\hpig\vcow"#, [["scum"], ["cow"], ["pig"]]),
      // Groups.
      ("(?:ver)(?<x>m)(?'y'i)(?P<z>n)(?>s)(?|c|k)(um)", [["verminscum", "verminskum"]]),
      ("ver(?#comment)min", [["vermin"]]),
      ("ver(?#c)+min", [["rmin"], ["ver"]]),
      ("ver(?C)m(?C7)i(?C'a''b)')n", [["vermin"]]),
      ("(*atomic:ver)(*sr:min)(*asr:scum)", [["verminscum"]]),
      // Assertions.
      ("ver(?=x)(?!y)(?<!z)(*nla:q)(*nlb:q)min", [["vermin"]]),
      ("(?=.*vermin).*scum", [["vermin"], ["scum"]]),
      ("(?<=vermin)scum", [["vermin"], ["scum"]]),
      ("(?*.*vermin)(?<*rat)(*pla:pig)", [["vermin"], ["pig"], ["rat"]]),
      ("(?!vermin)scum", [["scum"]]),
      ("(?:(?=vermin)x)?scum", [["scum"]]),
      // Conditions.
      ("(v)?(?(1)ermin|scum)", [["ermin", "scum"]]),
      ("(v)?(?(1)ermin)", []),
      ("(?<n>v)?(?(<n>)ermin|(?('n')rats|scum))", [["ermin", "rats", "scum"]]),
      ("(?(?=x)xermin|scum)", [["xermin", "scum"]]),
      ("(?(?C9)(?!x)ermin|scum)", [["ermin", "scum"]]),
      ("(?(*nla:x)ermin|scum)", [["ermin", "scum"]]),
      ("(?(DEFINE)(?<n>vermin))scum", [["scum"]]),
      ("(?(R1)vermin|scum)(x)", [["verminx", "scumx"]]),
      // Verbs.
      ("vermin(*SKIP)(*FAIL)|scum", [["scum"]]),
      ("vermin(*F)|scum|rats(?!)", [["scum"]]),
      ("(*COMMIT)vermin(*PRUNE:x)(*THEN)(*MARK:y)(*:z)scum", [["verminscum"]]),
      ("vermin(*ACCEPT)scum", []),
      ("(*UTF)(*UCP)(*NO_JIT)(*LIMIT_MATCH=9)vermin", [["vermin"]]),
      ("(*ANYCRLF)vermin", []),
      ("(*FAIL)", []),
      // Settings.
      ("(?-i)Vermin", [["!Vermin"]]),
      ("(?-i:Ver)min", [["vermin"]]),
      ("(?-i)Ver.(?i)Min", [["!Ver"], ["min"]]),
      ("(?:(?-i)Vermin|Scum).Rats", [["rats"], ["!Vermin", "!Scum"]]),
      ("(?^)Vermin", [["!Vermin"]]),
      ("(?^i:Vermin)", [["vermin"]]),
      ("(?smnJU)(?s-m:vermin)", [["vermin"]]),
      ("(?x) ver min # comment )\n scum", [["verminscum"]]),
      ("(?x)ver\\ min[ #]scum", [["ver min scum", "ver min#scum"]]),
      ("(?x)ver +min", [["rmin"], ["ver"]]),
      ("(?x) v (?-x) e (?x: r m )", [["v e rm"]]),
      ("(?xx)ver[ #\t]min", [["ver#min"]]),
      ("(?xx)(?x)ver[#]min", [["ver#min"]]),
      ("(?x)\\Qver min\\E scum", [["ver minscum"]]),
      // Case beyond ASCII.
      ("über", [["über", "Über"]]),
      ("(?-i)über", [["!über"]]),
      ("straße", [["straße", "straẞe"]]),
      ("ſex", [["sex", "ſex"]]),
    ] as [(String, [Set<String>])])
  func table(pattern: String, expected: [Set<String>]) throws {
    if !pattern.contains(",3}q") { _ = try Pattern(pattern) }
    #expect(clauses(pattern) == expected)
  }
}
