import ExportReading

/// Writes a JSON value again with some of its parts exchanged, the same for the same seed.
struct Mutation {
  private var state: UInt64
  private(set) var text = ""

  /// The mutated text of a value.
  static func text(of value: JSONValue, seed: UInt64) -> String {
    var mutation = Mutation(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    mutation.write(value)
    return mutation.text
  }

  private init(state: UInt64) {
    self.state = state
  }

  /// Xorshift.
  private mutating func next(below bound: UInt64) -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state % bound
  }

  private static let strangers = [
    "null", "[]", "{}", "7", "-1", "18446744073709551615", "1e308", "\"\"", "\"zorgle\"", "true",
    "[[]]", "[null]", "{\"id\":{}}", "\"at://\"", "\"https://\"", "\"<a href=\"", "\"0\"",
  ]

  private mutating func write(_ value: JSONValue) {
    guard next(below: 24) > 0 else {
      text += Self.strangers[Int(next(below: UInt64(Self.strangers.count)))]
      return
    }
    switch value.kind {
    case .object:
      text += "{"
      for (key, member) in value.members where next(below: 24) > 0 {
        if text.last != "{" { text += "," }
        write(key)
        text += ":"
        write(member)
      }
      text += "}"
    case .array:
      text += "["
      for element in value.elements {
        if text.last != "[" { text += "," }
        write(element)
        if next(below: 24) == 0 {
          text += ","
          write(element)
        }
      }
      text += "]"
    case .string:
      if let string = value.string { write(string) }
    case .true: text += "true"
    case .false: text += "false"
    case .null: text += "null"
    case .signed, .unsigned, .double: text += value.integer.map { "\($0)" } ?? "0.5"
    }
  }

  private mutating func write(_ string: JSONString) {
    text += "\""
    for scalar in string.kept.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: text += "\\\(scalar)"
      case 0..<0x20:
        text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
