import ExportReading
import Testing

@Suite("Chunks")
struct ChunkGrowthTests {
  @Test("grow where records are long, up to a bound", arguments: ["\n", "\n "])
  func longRecords(separator: String) throws {
    // Lines that begin with white space are one value after the other.
    let record = "\"" + String(repeating: "a", count: 500) + "\""
    let text = Array(repeating: record, count: 300).joined(separator: separator)
    let sizes = try sizes(of: Array(text.utf8), chunkSize: 4_096)
    #expect(sizes.count < 10)
    #expect(sizes[0] <= 4_096)
    #expect(sizes.dropLast().last ?? 0 > 7 * 4_096)
    #expect(sizes.allSatisfy { $0 <= Bounds.chunkGrowth * 4_096 + 600 })
  }

  @Test("shrink again where records are short")
  func shortAfterLong() throws {
    let long = Array(repeating: "\"" + String(repeating: "a", count: 500) + "\"\n", count: 300)
    let text = long.joined() + String(repeating: "1\n", count: 200_000)
    let sizes = try sizes(of: Array(text.utf8), chunkSize: 4_096)
    let largest = try #require(sizes.max())
    #expect(largest > 7 * 4_096)
    #expect(sizes.suffix(4).allSatisfy { $0 <= 4 * 4_096 })
  }

  @Test("keep their size where they hold many records")
  func shortRecords() throws {
    let bytes = [UInt8](String(repeating: "1\n", count: 20_000).utf8)
    #expect(try sizes(of: bytes, chunkSize: 4_096).allSatisfy { $0 <= 4_096 })
  }

  private func sizes(of bytes: [UInt8], chunkSize: Int) throws -> [Int] {
    try Exports.withFile(bytes) { path in
      let reader = try ChunkReader(path: path, chunkSize: chunkSize)
      var chunk = Chunk()
      var sizes: [Int] = []
      while try reader.fill(&chunk) { sizes.append(chunk.count) }
      return sizes
    }
  }
}
