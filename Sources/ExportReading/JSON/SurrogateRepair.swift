/// Replaces lone surrogate escapes, which JavaScript exports produce and no UTF-8 can hold.
enum SurrogateRepair {
  /// A padded copy of `bytes[range]` with `\uFFFD` for each lone surrogate; nil when there is none.
  static func repaired(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    var copy = Array(bytes[range])
    var changed = false
    var index = 0
    while index + 5 < copy.count {
      guard copy[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard copy[index + 1] == UInt8(ascii: "u"), let unit = codeUnit(copy, index + 2) else {
        index += 2
        continue
      }
      if (0xD800...0xDBFF).contains(unit), index + 11 < copy.count,
        copy[index + 6] == UInt8(ascii: "\\"), copy[index + 7] == UInt8(ascii: "u"),
        let low = codeUnit(copy, index + 8), (0xDC00...0xDFFF).contains(low)
      {
        index += 12
        continue
      }
      if (0xD800...0xDFFF).contains(unit) {
        copy.replaceSubrange(index + 2..<index + 6, with: "FFFD".utf8)
        changed = true
      }
      index += 6
    }
    guard changed else { return nil }
    copy.append(contentsOf: repeatElement(0x20, count: JSONParser.padding))
    return copy
  }

  private static func codeUnit(_ bytes: [UInt8], _ start: Int) -> UInt16? {
    var unit: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
