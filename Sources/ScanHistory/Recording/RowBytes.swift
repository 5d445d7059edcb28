/// Numbers and texts as bytes, for rows that wait in a temporary file; read back in the same order.
struct RowBytes {
  private(set) var bytes: [UInt8] = []
  private var place = 0

  /// Starts an empty row.
  init() {}

  /// Reads rows that were written before.
  init(reading bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// Writes a number in LEB128, small ones in a byte.
  mutating func write(_ number: Int64) {
    // Zigzag: −1 is as small as 1.
    var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a number that may be absent.
  mutating func write(_ number: Int64?) {
    write(number != nil)
    if let number { write(number) }
  }

  /// Writes a whole number.
  mutating func write(_ number: Int) { write(Int64(number)) }

  /// Writes a flag.
  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes a fraction, bit for bit.
  mutating func write(_ number: Double) { write(Int64(bitPattern: number.bitPattern)) }

  /// Writes a text.
  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  /// Writes some bytes.
  mutating func write(_ list: [UInt8]) {
    write(list.count)
    bytes += list
  }

  /// Reads a number.
  mutating func number() -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
      shift += 7
    }
  }

  /// Reads a number that may be absent.
  mutating func optionalNumber() -> Int64? { flag() ? number() : nil }

  /// Reads a whole number.
  mutating func integer() -> Int { Int(number()) }

  /// Reads a flag.
  mutating func flag() -> Bool {
    defer { place += 1 }
    return bytes[place] == 1
  }

  /// Reads a fraction.
  mutating func fraction() -> Double { Double(bitPattern: UInt64(bitPattern: number())) }

  /// Reads some bytes.
  mutating func list() -> [UInt8] {
    let count = integer()
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  /// Reads a text.
  mutating func text() -> String { String(decoding: list(), as: UTF8.self) }
}
