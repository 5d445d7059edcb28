/// Writes random JSON, the same for the same seed.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  /// A value, nested at most so deep, with blanks where JSON allows them.
  mutating func value(depth: Int) -> String {
    switch next(below: depth > 0 ? 8 : 4) {
    case 0: return pick(["null", "true", "false"])
    case 1: return pick(["0", "-1", "17", "2.5e-3", "9007199254740993"])
    case 2, 3: return string()
    case 4, 5: return container("{", "}", depth: depth) { $0.string() + $0.blank() + ":" }
    default: return container("[", "]", depth: depth) { _ in "" }
    }
  }

  /// A string with what scanners trip over.
  mutating func string() -> String {
    let parts = [
      "a", "zorgle", "{", "}", "[", "]", ",", ":", #"\""#, #"\\"#, #"\\\""#, #"\n"#, #"\u0022"#,
      #"\ud83d\ude1c"#, "é", "😜", "//", " ",
    ]
    return "\"" + (0..<next(below: 5)).map { _ in pick(parts) }.joined() + "\""
  }

  mutating func blank() -> String {
    pick(["", "", "", " ", "\n", "\r\n\t"])
  }

  private mutating func container(
    _ open: String, _ close: String, depth: Int, key: (inout RandomJSON) -> String
  ) -> String {
    var members: [String] = []
    for _ in 0..<next(below: 4) {
      members.append(blank() + key(&self) + blank() + value(depth: depth - 1) + blank())
    }
    return open + (members.isEmpty ? blank() : members.joined(separator: ",")) + close
  }
}
