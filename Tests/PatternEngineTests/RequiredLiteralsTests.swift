import Testing

@testable import PatternEngine

@Suite("Required literals")
struct RequiredLiteralsTests {
  /// The clauses as sets of descriptions without quotes; `!` marks a literal whose case counts.
  private func clauses(_ pattern: String, _ options: Pattern.Options = .caseless) -> [Set<String>] {
    RequiredLiterals(of: pattern, options: options).clauses.map { clause in
      Set(
        clause.map { literal in
          let text = literal.description.split(separator: "\"")[0]
          return (literal.description.hasSuffix("(case heeded)") ? "!" : "") + text
        })
    }
  }

  @Test(
    "of a pattern",
    arguments: [
      // Text.
      ("vermin", [["vermin"]]),
      ("VerMin", [["vermin"]]),
      (#"\bvermin\b"#, [[#"\bvermin\b"#]]),
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
      ("go*gle", [["ggle", "ogle"]]),
      (#"\W(?:\w+\W+){0,3}?vermin"#, [[#"\Wvermin"#]]),
      (
        "love.*(?:queers|gays)|(?:queers|gays).*good",
        [["gays", "queers"], ["good", "love"]]
      ),
      ("wo+rm", [["orm"], ["wo"]]),
      ("xyz{2}q", [["xyzzq"]]),
      ("xyz{2,}q", [["xyzz"], ["zzq"]]),
      ("xyz{0}q", [["xyq"]]),
      ("xyz{2,3}?q", [["xyzzq", "xyzzzq"]]),
      ("xyz{,3}q", []),
      ("xyz{ 2}q", []),
      ("xyz{q", [["xyz{q"]]),
      ("xyz{2q", [["xyz{2q"]]),
      ("(?:vermin)++", [["vermin"]]),
      ("(?:vermin)*+", []),
      ("(?:vermin.scum){3}", [["vermin.scumvermin.scumvermin.scum"]]),
      ("ab{6}", [["abbbb"]]),
      // What says nothing keeps its neighbours apart.
      (#"vermin\s+scum"#, [[#"vermin\s"#], [#"\sscum"#]]),
      (#"vermin.scum"#, [["vermin.scum"]]),
      (#"vermin[^x]scum"#, [["vermin.scum"]]),
      (#"vermin\p{L}scum\pLzyx"#, [["vermin.scum.zyx"]]),
      (#"(zyx)vermin\1scum"#, [["zyxvermin"], ["scum"]]),
      (#"vermin(?R)?scum"#, [["vermin"], ["scum"]]),
      (#"(?<n>vermin)(?&n)x(?P>n)x(?1)x\g<n>x(?-1)x(?P=n)x\k{n}\g{-1}x\g1"#, [["vermin"]]),
      (
        #"(?:vermin|scum)\s+(?:rat|pig)s"#,
        [[#"scum\s"#, #"vermin\s"#], [#"\spigs"#, #"\srats"#]]
      ),
      (
        #"(?:big\W+vermin|small\W+scum)"#, [[#"\Wscum"#, #"\Wvermin"#], [#"big\W"#, #"small\W"#]]
      ),
      (#"(?:[a-z]+vermin|small\W+scum)"#, [[#"\Wscum"#, #"\wvermin"#]]),
      (#"(x.*ver)min"#, [["vermin"]]),
      // Classes.
      ("v[eo3]rmin", [["vermin", "v3rmin", "vormin"]]),
      ("v[a-c]rmin", [["varmin", "vbrmin", "vcrmin"]]),
      ("v[a-z]rmin", [[#"v\wrmin"#]]),
      ("v[[:alpha:]]rmin", [["v.rmin"]]),
      ("v[[:^alpha:]x]rmin", [["v.rmin"]]),
      ("v[]]rmin", [["v]rmin"]]),
      ("v[^]]rmin", [["v.rmin"]]),
      ("v[e-]rmin", [["vermin", "v-rmin"]]),
      ("v[-e]rmin", [["vermin", "v-rmin"]]),
      (#"v[e\-f]rmin"#, [["vermin", "v-rmin", "vfrmin"]]),
      (#"v[a\E-z]rmin"#, [["v.rmin"]]),
      (#"v[\Qa-z\E]rmin"#, [["varmin", "v-rmin", "vzrmin"]]),
      (#"v[\Qa\E-z]rmin"#, [["v.rmin"]]),
      (#"v[\E^e]rmin"#, [["v.rmin"]]),
      (#"v[\de]rmin"#, [[#"v\wrmin"#]]),
      (#"v[\x65\x{6f}\N{U+61}]rmin"#, [["vermin", "vormin", "varmin"]]),
      (#"v[\]e]rmin"#, [["vermin", "v]rmin"]]),
      (#"v[\n\t\b]rmin"#, [[#"v\nrmin"#, #"v\trmin"#, #"v\u{08}rmin"#]]),
      ("v[[e:]rmin", [["vermin", "v[rmin", "v:rmin"]]),
      ("v[[:e]rmin", [["vermin", "v[rmin", "v:rmin"]]),
      ("v[eE]rmin", [["vermin"]]),
      ("v[.]rmin", [["v.rmin"]]),
      ("[[:<:]]vermin[[:>:]]", [[#"\bvermin\b"#]]),
      (#"v[\0e]rmin"#, [["v.rmin"]]),
      // Escapes.
      (#"ver\.min\*\\"#, [[#"ver.min*\\"#]]),
      (#"\x76\x{65}\N{U+72}\o{155}\151\156"#, [["verm"]]),
      (#"ver\tmin\cMx\ax\ex\fx\nx\r"#, [[#"ver\tmin\rx\u{07}x\u{1B}x\u{0C}x\nx\r"#]]),
      (#"ver\Q.*[\Emin"#, [["ver.*[min"]]),
      (#"ver\Qmi+\E+n"#, [["vermi+"]]),
      (#"ver\Q(?#x"#, [["ver(?#x"]]),
      (#"ver\Emin"#, [["vermin"]]),
      (#"ver\Kmin\b\B\A\z\Z\G"#, [[#"vermin\b"#]]),
      (#"ver\0min"#, [["ver.min"]]),
      (#"ver\012min"#, [[#"ver\nmin"#]]),
      (#"ver\12min"#, [["ver"], ["min"]]),
      (#"ver\Rmin\Xscum\Nrat\hpig\vcow"#, [[#"scum.rat\spig\scow"#]]),
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
      ("(?*.*vermin)(?<*rat)(*pla:pig)", [["vermin"], ["pig"]]),
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
      ("(?-i)Ver.(?i)Min", [["ver.min"]]),
      ("(?:(?-i)Vermin|Scum).Rats", [["scum.rats", "vermin.rats"]]),
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

  @Test("are found in groups as deep as PCRE2 compiles them, and not looked for in deeper ones")
  func deepNesting() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(?:", count: depth) + "vermin" + String(repeating: "|scum)", count: depth)
    }
    _ = try Pattern(nested(240))
    #expect(clauses(nested(240)) == [["vermin", "scum"]])
    #expect(throws: PatternError.self) { try Pattern(nested(260)) }
    #expect(clauses(nested(260)).isEmpty)
  }

  @Test("grow with the source and no faster")
  func repetition() throws {
    let source = String(repeating: "(?:", count: 30) + "ab." + String(repeating: "){2,}", count: 30)
    #expect(clauses(source).count <= 3)
  }
}
