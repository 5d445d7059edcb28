/// Random patterns, each with a way to make texts that it is likely to match.
struct PatternGenerator {
  /// A pattern's source and a text made from it; the text need not match, PCRE2 has to say.
  struct Case {
    var source: String
    var text: String
    /// Whether a quantifier may follow.
    var isRepeatable = true
  }

  var random: SeededRandom
  private var groupCount = 0
  private var captured: [Int: String] = [:]
  private var isExtended = false

  /// Letters with and without case, with cases of other lengths, and everything syntax is made of.
  static let alphabet = Array(
    "abeksABEKSzxq019 _-éÉßẞäÄжЖσςΣµÅåǆǅθϑ漢🐀👩🏽.*+?[](){}|^$\\#,:=!<>'\"&\n".unicodeScalars)
  private static let words = [
    "vermin", "SCUM", "kiss", "go home", "Straße", "ÜBEL", "жук", "Σοφός", "漢字", "🐀🐀", "a.b", "x",
    "ks", "sk", "éé", "k", "s", "{2}", "[a]", "#x", "ab\u{301}",
  ]

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func next() -> Case {
    groupCount = 0
    captured = [:]
    isExtended = false
    var sample = alternation(depth: 4)
    if random.oneIn(4) { sample.source += #"\K"# + (random.oneIn(2) ? ".*" : "") }
    // Assertions repeat what they look at, with its names.
    sample.source = "(?J)" + sample.source
    return sample
  }

  /// Some characters of all kinds, to stand around a text.
  mutating func noise() -> String {
    (0..<random.upTo(6)).reduce(into: "") { text, _ in
      text.unicodeScalars.append(random.pick(Self.alphabet))
    }
  }

  /// The text with the case of some of its letters changed, and seldom a character too many or too few.
  mutating func disturbed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch random.upTo(8) {
      case 0: result.append(contentsOf: properties.uppercaseMapping.unicodeScalars)
      case 1: result.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      case 2: result.append(contentsOf: properties.titlecaseMapping.unicodeScalars)
      default: result.append(scalar)
      }
      if random.oneIn(60) { result.append(random.pick(Self.alphabet)) }
      if random.oneIn(60) { result.removeLast() }
    }
    return String(result)
  }

  // MARK: - Grammar

  private mutating func alternation(depth: Int) -> Case {
    let branches = (0...(random.oneIn(3) ? random.upTo(3) : 0)).map { _ in sequence(depth: depth) }
    return Case(
      source: branches.map(\.source).joined(separator: "|"), text: random.pick(branches).text)
  }

  private mutating func sequence(depth: Int) -> Case {
    var result = Case(source: "", text: "")
    for _ in 0...random.upTo(3) {
      let item = quantified(depth: depth)
      if isExtended && random.oneIn(3) { result.source += random.pick([" ", "\n", " # | ( [ \n"]) }
      result.source += item.source
      result.text += item.text
    }
    return result
  }

  private mutating func quantified(depth: Int) -> Case {
    var item = item(depth: depth)
    guard item.isRepeatable, random.oneIn(4) else { return item }
    let (quantifier, counts) = random.pick([
      ("?", [0, 1]), ("*", [0, 1, 3]), ("+", [1, 2, 5]), ("{2}", [2]), ("{1,}", [1, 4]),
      ("{0,2}", [0, 2]), ("{2,3}", [2, 3]), ("{6}", [6]), ("{0}", [0]), ("{5,7}", [5, 6]),
    ])
    let suffix = random.pick(["", "", "?", "+"])
    let comment = random.oneIn(6) ? "(?#c)" : isExtended && random.oneIn(3) ? " " : ""
    item.source += comment + quantifier + suffix
    item.text = String(repeating: item.text, count: random.pick(counts))
    return item
  }

  private mutating func item(depth: Int) -> Case {
    switch random.upTo(depth > 0 ? 13 : 6) {
    case 0, 1: return word()
    case 2: return character()
    case 3: return characterClass()
    case 4: return kind()
    case 5: return zeroWidth()
    case 6: return quotation()
    case 7: return assertion(depth: depth - 1)
    case 8: return settings(depth: depth - 1)
    case 9: return reference(depth: depth - 1)
    case 10: return verb(depth: depth - 1)
    default: return group(depth: depth - 1)
    }
  }

  private mutating func word() -> Case {
    let word = random.pick(Self.words)
    let source = word.unicodeScalars.map { spelling(of: $0) }.joined()
    return Case(source: source, text: word)
  }

  private mutating func character() -> Case {
    let scalar = random.pick(Self.alphabet)
    return Case(source: spelling(of: scalar), text: String(scalar))
  }

  private mutating func spelling(of scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    switch random.upTo(30) {
    case 0: return "\\x{\(hex)}"
    case 1: return "\\N{U+\(hex)}"
    case 2: return "\\o{\(String(scalar.value, radix: 8))}"
    case 3 where scalar.value < 0x100: return "\\x" + (hex.count < 2 ? "0" : "") + hex
    case 4: return "\\Q\(scalar)\\E"
    case 5: return "\(escaped(scalar))\\E"
    case 6: return "[\(scalar == "^" || scalar == "\\" ? "\\" : "")\(scalar)]"
    default: return escaped(scalar)
    }
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    let isSyntax = scalar.isASCII && !scalar.properties.isAlphabetic && scalar.value > 0x20
    let isDigit = ("0"..."9").contains(scalar)
    let isSpace = isExtended && (scalar == " " || scalar == "\n")
    return (isSyntax && !isDigit) || isSpace ? "\\\(scalar)" : String(scalar)
  }

  private mutating func characterClass() -> Case {
    let members = (0...random.upTo(3)).map { _ in random.pick(Self.alphabet) }
    var source = members.map { member in
      switch random.upTo(8) {
      case 0: "\\x{\(String(member.value, radix: 16))}"
      case 1: "\\Q\(member)\\E"
      default: "^-[]\\ ".unicodeScalars.contains(member) ? "\\\(member)" : String(member)
      }
    }.joined()
    var text = String(random.pick(members))
    switch random.upTo(9) {
    case 0: (source, text) = ("^" + source, random.pick(["w", "Я", "\t"]))
    case 1: (source, text) = (source + "a-e", "c")
    case 2: (source, text) = ("к-т" + source, "П")
    case 3: (source, text) = (source + "[:digit:]", "7")
    case 4: (source, text) = ("\\d" + source, "7")
    case 5: (source, text) = ("]" + source, "]")
    case 6: (source, text) = (source + "-", "-")
    default: break
    }
    return Case(source: "[" + source + "]", text: text)
  }

  private mutating func kind() -> Case {
    let (source, text) = random.pick([
      (".", "x"), (#"\w"#, "ж"), (#"\W"#, "!"), (#"\d"#, "7"), (#"\s"#, " "), (#"\p{L}"#, "é"),
      (#"\PL"#, "9"), (#"\R"#, "\r\n"), (#"\X"#, "👩🏽"), (#"\N"#, "q"), (#"\h"#, "\t"),
      (#"\S"#, "s"), (#"\p{^Lu}"#, "k"),
    ])
    return Case(source: source, text: text)
  }

  private mutating func zeroWidth() -> Case {
    let sources = [
      #"\b"#, #"\B"#, "^", "$", "(?#x)", "(?C)", #"\E"#, "(?C3)", "(?=)", #"\A"#,
    ]
    return Case(source: random.pick(sources), text: "", isRepeatable: false)
  }

  private mutating func quotation() -> Case {
    let word = random.pick(Self.words) + String(random.pick(Self.alphabet.filter { $0 != "\\" }))
    return Case(source: "\\Q" + word + "\\E", text: word)
  }

  private mutating func assertion(depth: Int) -> Case {
    if random.oneIn(3) {
      let word = word()
      return random.oneIn(2)
        ? Case(source: "(?:\(word.source))(?<=\(word.source))", text: word.text)
        : Case(source: "(*nlb:\(word.source))", text: "")
    }
    let inner = alternation(depth: depth)
    switch random.upTo(3) {
    case 0: return Case(source: "(?=\(inner.source))(?:\(inner.source))", text: inner.text)
    case 1: return Case(source: "(?!\(inner.source))", text: "")
    case 2: return Case(source: "(?:(?=.*?(?:\(inner.source))).*)", text: "!" + inner.text)
    default: return Case(source: "(?:(?!)|\(inner.source))", text: inner.text)
    }
  }

  private mutating func settings(depth: Int) -> Case {
    let wasExtended = isExtended
    let (setting, extends) = random.pick([
      ("i", nil), ("-i", nil), ("x", true), ("xx", true), ("-x", false), ("s", nil), ("^", false),
      ("^i", false), ("i-x", false), ("m-s", nil),
    ])
    isExtended = extends ?? isExtended
    let inner = alternation(depth: depth)
    isExtended = wasExtended
    let source =
      random.oneIn(2) ? "(?\(setting):\(inner.source))" : "(?:(?\(setting))\(inner.source))"
    return Case(source: source, text: inner.text)
  }

  private mutating func reference(depth: Int) -> Case {
    guard let number = captured.keys.sorted().randomElement(using: &random) else {
      return group(depth: depth)
    }
    switch random.upTo(4) {
    case 0: return Case(source: "\\g{\(number)}", text: captured[number] ?? "")
    case 1: return Case(source: "(?\(number))", text: captured[number] ?? "")
    case 2: return Case(source: "(?:\\\(number))", text: captured[number] ?? "")
    case 3: return Case(source: "\\k<g\(number)>", text: captured[number] ?? "")
    default:
      let (yes, no) = (sequence(depth: depth), sequence(depth: depth))
      let takes = random.oneIn(2)
      return Case(
        source: "(?(\(number))\(yes.source)|\(no.source))", text: takes ? yes.text : no.text)
    }
  }

  private mutating func verb(depth: Int) -> Case {
    let wanted = sequence(depth: depth)
    if random.oneIn(3) {
      let verb = random.pick(["(*COMMIT)", "(*PRUNE:a b)", "(*MARK:é)", "(*:x)", "(*SKIP)"])
      return random.oneIn(2)
        ? Case(source: verb + wanted.source, text: wanted.text, isRepeatable: false)
        : Case(source: wanted.source + verb, text: wanted.text, isRepeatable: false)
    }
    let other = sequence(depth: depth)
    let source =
      switch random.upTo(3) {
      case 0, 1: "(?:\(other.source)(*SKIP)(*F)|\(wanted.source))"
      case 2: "(?:\(other.source)(*THEN)|\(wanted.source))"
      default: "(?:\(wanted.source)(?:(*ACCEPT)|)\(other.source))"
      }
    return Case(source: source, text: wanted.text)
  }

  private mutating func group(depth: Int) -> Case {
    switch random.upTo(6) {
    case 0, 1:
      groupCount += 1
      let number = groupCount
      let inner = alternation(depth: depth)
      captured[number] = inner.text
      return Case(source: "(?<g\(number)>\(inner.source))", text: inner.text)
    case 2:
      let inner = alternation(depth: depth)
      return Case(source: "(?>\(inner.source))", text: inner.text)
    case 3:
      let inner = alternation(depth: depth)
      return Case(source: "(?(DEFINE)(?:\(inner.source)))", text: "", isRepeatable: false)
    case 4:
      let inner = alternation(depth: depth)
      return Case(source: "(*atomic:\(inner.source))", text: inner.text)
    default:
      let inner = alternation(depth: depth)
      return Case(source: "(?:\(inner.source))", text: inner.text)
    }
  }
}
