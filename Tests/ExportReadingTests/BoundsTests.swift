import ExportReading
import Testing

@Suite("Bounds of records")
struct BoundsTests {
  static let small = #"{"a":1}"#
  static let large = "{\"b\":\"" + String(repeating: "zorgle ", count: 40) + "\"}"

  @Test(
    "refuse a record that is too large and go on behind it",
    arguments: [
      ("\(small)\n\(large)\n\(small)\n", [small, "<tooLarge>", small]),
      ("\(large)\n\(small)\n", ["<tooLarge>", small]),
      ("\(small)\n\(large)", [small, "<tooLarge>"]),
      ("[\(small),\(large),\(small)]", [small, "<tooLarge>", small]),
      ("[\(large),\(large),\(small)]", ["<tooLarge>", "<tooLarge>", small]),
      ("[\(small),\(large)", [small, "<tooLarge>", "<unclosedArray>"]),
      ("{\n\"c\":\n\(large)}\n\(small)\n", ["<tooLarge>", small]),
    ])
  func tooLarge(text: String, records: [String]) throws {
    for chunkSize in [1, 7, 16, 32] {
      let found = try Exports.records(
        of: Array(text.utf8), chunkSize: chunkSize, recordLimit: 64)
      #expect(found == records, "\(chunkSize) bytes at a time")
    }
  }

  @Test("say where a record stands that is too large")
  func place() throws {
    let text = "\(Self.small)\n\(Self.large)\n\(Self.small)\n"
    try Exports.withFile(Array(text.utf8)) { path in
      let reader = try ChunkReader(path: path, chunkSize: 16, recordLimit: 64)
      var chunk = Chunk()
      var places: [Int] = []
      while try reader.fill(&chunk) {
        chunk.forEachRecord { slice in
          if slice.problem == .tooLarge { places.append(chunk.offset + slice.range.lowerBound) }
        }
      }
      #expect(places == [Self.small.utf8.count + 1])
    }
  }

  @Test("hold in a file of one endless line")
  func endless() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 5000)
    #expect(try Exports.records(of: text, chunkSize: 64, recordLimit: 256) == ["<tooLarge>"])
    let nested = [UInt8](repeating: UInt8(ascii: "["), count: 5000)
    #expect(
      try Exports.records(of: nested, chunkSize: 64, recordLimit: 256)
        == ["<tooLarge>", "<unclosedArray>"])
  }
}
