extension JSONWriter {
  /// Appends a quoted string: controls escaped, U+2028 and U+2029 too, so that a line of NDJSON
  /// stays a line for every reader.
  mutating func append(escaping text: some Collection<UInt8>) {
    appendByte(UInt8(ascii: "\""))
    let isPlain = text.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      appendBytes(text)
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        append(escaping: scalar)
      }
    }
    appendByte(UInt8(ascii: "\""))
  }

  private mutating func append(escaping scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: appendBytes("\\\"".utf8)
    case 0x5C: appendBytes("\\\\".utf8)
    case 0x0A: appendBytes("\\n".utf8)
    case 0x0D: appendBytes("\\r".utf8)
    case 0x09: appendBytes("\\t".utf8)
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16)
      appendBytes("\\u".utf8)
      appendBytes((String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    default:
      appendBytes(String(scalar).utf8)
    }
  }

  /// A number with up to six decimals, trailing zeros dropped.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let scaled = (number.magnitude * 1_000_000).rounded(.toNearestOrEven)
    guard scaled < 9e15 else { return String(Int64(max(-9e18, min(number, 9e18)))) }
    let units = Int64(scaled)
    var text = String(units / 1_000_000)
    let fraction = units % 1_000_000
    if fraction != 0 {
      let digits = String(fraction)
      var decimals = String(repeating: "0", count: 6 - digits.count) + digits
      while decimals.hasSuffix("0") { decimals.removeLast() }
      text += "." + decimals
    }
    return number < 0 && units != 0 ? "-" + text : text
  }
}
