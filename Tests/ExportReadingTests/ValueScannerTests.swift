import Testing

@testable import ExportReading

@Suite("Value scanner")
struct ValueScannerTests {
  /// Values one after another, or within an array, and the text of them all.
  private static func export(seed: UInt64) -> (text: [UInt8], values: [String]) {
    var random = RandomJSON(seed: seed)
    let isArray = random.next(below: 2) == 0
    var values: [String] = []
    var text = isArray ? "[" : ""
    for index in 0..<random.next(below: 6) {
      var value = random.value(depth: 4)
      // At top level an array is opened: only within one are arrays values.
      while !isArray, value.hasPrefix("[") { value = random.value(depth: 4) }
      values.append(value)
      if index > 0 { text += isArray ? "," : "\n" }
      text += random.blank() + value + random.blank()
    }
    return (Array((text + (isArray ? "]" : "")).utf8), values)
  }

  private static func texts(_ slices: [RecordSlice], in text: [UInt8]) -> [String] {
    slices.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  @Test("finds each value of random JSON", arguments: 0..<300)
  func whole(seed: UInt64) {
    let (text, values) = Self.export(seed: seed)
    var scanner = ValueScanner()
    var slices: [RecordSlice] = []
    scanner.scan(text, text.indices, into: &slices)
    scanner.finish(at: text.count, into: &slices)
    #expect(Self.texts(slices, in: text) == values)
    #expect(!scanner.isInsideValue)
    #expect(!scanner.isInsideTopArray)
  }

  @Test("finds the same values in pieces as in one", arguments: 0..<300)
  func pieces(seed: UInt64) {
    let (text, _) = Self.export(seed: seed)
    var whole = ValueScanner()
    var expected: [RecordSlice] = []
    whole.scan(text, text.indices, into: &expected)
    whole.finish(at: text.count, into: &expected)
    var random = RandomJSON(seed: ~seed)
    for _ in 0..<8 {
      var scanner = ValueScanner()
      var slices: [RecordSlice] = []
      var start = 0
      while start < text.count {
        let end = min(text.count, start + 1 + random.next(below: 9))
        scanner.scan(text, start..<end, into: &slices)
        start = end
      }
      scanner.finish(at: text.count, into: &slices)
      #expect(slices == expected)
    }
  }

  @Test("cuts files of random JSON alike whatever is read at a time", arguments: 0..<60)
  func files(seed: UInt64) throws {
    let (text, _) = Self.export(seed: seed)
    let whole = try Exports.records(of: text)
    for chunkSize in [1, 2, 3, 5, 8, 13, 64] {
      #expect(try Exports.records(of: text, chunkSize: chunkSize) == whole)
    }
  }

  @Test("never traps and always ends, whatever the bytes", arguments: 0..<300)
  func garbage(seed: UInt64) {
    var random = RandomJSON(seed: seed)
    let alphabet = Array("[]{}\",:;\\ \n1ax\u{0}é".utf8) + [0xFF, 0xC3]
    let text = (0..<200).map { _ in random.pick(alphabet) }
    var whole = ValueScanner()
    var expected: [RecordSlice] = []
    whole.scan(text, text.indices, into: &expected)
    var scanner = ValueScanner()
    var slices: [RecordSlice] = []
    for index in text.indices { scanner.scan(text, index..<index + 1, into: &slices) }
    #expect(slices == expected)
    #expect(scanner.isInsideValue == whole.isInsideValue)
    var end = 0
    for slice in slices {
      #expect(slice.range.lowerBound >= end && !slice.range.isEmpty)
      end = slice.range.upperBound
    }
  }
}
