@testable import ExportReading
import Foundation
import Testing

@Suite("Containers")
struct ContainerTests {
  struct Packed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let base64: String
    var bytes: [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }
  }

  /// Three lines, packed by gzip, bzip2, xz and zstd.
  static let packed = [
    Packed(
      testDescription: "gz",
      base64: "H4sIAAAAAAACA6tWSlSyMqzlqlZKUrIyAtHJSlZKVflF6TmpCoQppVouANrrrZZCAAAA"),
    Packed(
      testDescription: "bz2",
      base64: "QlpoOTFBWSZTWUwmLe0AAB5ZgAAQUAAwEDqEkBogACG1UYDUbT1ChppgAZAo1DPreLSNo4iUNDRaRSe8"
        + "fRdyRThQkEwmLe0="),
    Packed(
      testDescription: "xz",
      base64: "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ABBACNdAD2IiCI3KKQYjo/MpNHXt+Htrn/ZDOUZSBOKge9h"
        + "e1dl04AAAACxSxVrSBMhjgABP0Krv4rgH7bzfQEAAAAABFla"),
    Packed(
      testDescription: "zst",
      base64: "KLUv/SRCJQEA4HsiYSI6MX0KeyJiIjoyYyI6InpvcmdsZSAifQoCACruDa4StkSggQ=="),
  ]
  static let lines = [
    #"{"a":1}"#, #"{"b":2}"#, #"{"c":"zorgle zorgle zorgle zorgle zorgle zorgle"}"#,
  ]

  @Test("are unpacked", arguments: packed)
  func unpacked(_ packed: Packed) throws {
    #expect(try Exports.records(of: packed.bytes) == Self.lines)
    #expect(try Exports.records(of: packed.bytes, chunkSize: 5) == Self.lines)
  }

  @Test("are unpacked whatever number of members they have", arguments: packed)
  func members(_ packed: Packed) throws {
    let twice = packed.bytes + packed.bytes
    #expect(try Exports.records(of: twice) == Self.lines + Self.lines)
  }

  @Test("give what was read before they are cut", arguments: [100, 70_000, 150_000, 199_990])
  func cut(count: Int) throws {
    let lines = (0..<20_000).map { "{\"id\":\"\($0 + 1_000_000)\"}" }
    let text = Array(lines.joined(separator: "\n").utf8)
    let whole = StoredGzip.packed(text, count: 10)
    #expect(try Exports.records(of: whole) == lines)
    let bytes = Array(whole.prefix(whole.count * count / 200_000))
    let found = (try? Exports.records(of: bytes, chunkSize: 777)) ?? ["<damaged at once>"]
    #expect(found.last?.contains("damaged") == true)
    let good = found.dropLast(2)
    #expect(Array(good) == Array(lines.prefix(good.count)))
    // At most the last 64 KiB of what is unpacked are lost.
    #expect(good.count * lines[0].utf8.count > bytes.count - 90_000)
  }

  @Test("cannot be digested when they are damaged")
  func digest() throws {
    let text = [UInt8](repeating: UInt8(ascii: "\n"), count: 200_000)
    try Exports.withFile(StoredGzip.packed(text, count: 4).dropLast(3)) { path in
      let reader = try ChunkReader(path: path, isHashed: true)
      var chunk = Chunk()
      #expect(throws: ReadError.self) { while try reader.fill(&chunk) {} }
      #expect(try !reader.fill(&chunk))
      #expect(reader.digest == nil)
    }
  }

  @Test("may not grow beyond all bounds")
  func bomb() throws {
    let line = try #require(
      Data(base64Encoded: "QlpoOTFBWSZTWVfI3pYAAADAgAAQAAogACGYGYRhdyRThQkFfI3pYA=="))
    // A mebibyte of line breaks in some fifty bytes.
    let blanks = try #require(
      Data(base64Encoded: "QlpoOTFBWSZTWegyV7MACAhAAIAUAAggADDMBSmmCAbEIB4u5IpwoSHQZK9m"))
    func bytesRead(mebibytes: Int) throws -> Int {
      let packed = Array(line) + (0..<mebibytes).flatMap { _ in blanks }
      return try Exports.withFile(packed) { path in
        let reader = try ChunkReader(path: path)
        var chunk = Chunk()
        while try reader.fill(&chunk) {}
        return reader.bytesRead
      }
    }
    #expect(try bytesRead(mebibytes: 60) == (60 << 20) + 3)
    let error = #expect(throws: ReadError.self) { try bytesRead(mebibytes: 70) }
    guard case .expandsTooFar(let after) = error else {
      Issue.record("stopped by \(String(describing: error))")
      return
    }
    #expect((64 << 20...66 << 20).contains(after))
  }

  /// `a.ndjson` of two lines, `picture.jpg`, and `b.json.gz` of one record.
  static let archives = [
    Packed(
      testDescription: "tar.gz",
      base64: "H4sIAAAAAAACA+3VPQrCMBiA4YCI4iG05AAlSUuHHkFw7d6qiA5t6c9i6Qk8gycQHLyXd7DVRRR0siK+z5KP"
        + "5FtfEtrxYpMnsfgg1fBc93o2Hk+lzN3c3mutXSMsJTpQ5kWYWZbIkqR4tffu/UdVMpS+rkeVjKRv6pHAX0nX"
        + "86LMlvYmXX2vf+U89u95Dv13IU5I/p9Fdvv726vtN/9/56l/06zTfwcmu+Ft6B2CaXAyx76Y7c/jAWUAAAAA"
        + "AAAAAAAAwG+5AOgHqOIAKAAA"),
    Packed(
      testDescription: "zip",
      base64: "UEsDBBQAAAAAAAAAIVzIss6fEAAAABAAAAAIAAAAYS5uZGpzb257ImEiOjF9CnsiYiI6Mn0KUEsDBBQAAAAA"
        + "AAAAIVxOobi/AwAAAAMAAAALAAAAcGljdHVyZS5qcGdubwpQSwMEFAAAAAAAAAAhXJCzGgEbAAAAGwAAAAkA"
        + "AABiLmpzb24uZ3ofiwgAAAAAAAADq1ZKVrIyrgUATZ3tHgcAAABQSwECFAMUAAAAAAAAACFcyLLOnxAAAAAQ"
        + "AAAACAAAAAAAAAAAAAAAgAEAAAAAYS5uZGpzb25QSwECFAMUAAAAAAAAACFcTqG4vwMAAAADAAAACwAAAAAA"
        + "AAAAAAAAgAE2AAAAcGljdHVyZS5qcGdQSwECFAMUAAAAAAAAACFckLMaARsAAAAbAAAACQAAAAAAAAAAAAAA"
        + "gAFiAAAAYi5qc29uLmd6UEsFBgAAAAADAAMApgAAAKQAAAAAAA=="),
  ]

  @Test("that are archives are read member by member", arguments: archives)
  func archive(_ archive: Packed) throws {
    try Exports.withFile(archive.bytes) { path in
      let reader = try ChunkReader(path: path, isHashed: true)
      #expect(reader.holdsMembers)
      #expect(try Exports.records(of: reader) == [], "before the first member")
      #expect(try reader.nextMember() == "a.ndjson")
      #expect(try Exports.records(of: reader) == [#"{"a":1}"#, #"{"b":2}"#])
      #expect(reader.bytesRead == 16)
      #expect(reader.digest?.hasPrefix("3881dc2ee848") == true)
      #expect(try reader.nextMember() == "b.json.gz")
      #expect(try Exports.records(of: reader) == [#"{"c":3}"#])
      #expect(try reader.nextMember() == nil)
      #expect(reader.passedOver == 1)
    }
  }

  @Test("that are archives may be left in the middle of a member", arguments: archives)
  func skippedMember(_ archive: Packed) throws {
    try Exports.withFile(archive.bytes) { path in
      let reader = try ChunkReader(path: path, chunkSize: 3)
      #expect(try reader.nextMember() == "a.ndjson")
      var chunk = Chunk()
      #expect(try reader.fill(&chunk))
      #expect(try reader.nextMember() == "b.json.gz")
      #expect(try Exports.records(of: reader) == [#"{"c":3}"#])
    }
  }

  @Test("that are archives give every member, or say that they are cut", arguments: archives)
  func cutArchive(_ archive: Packed) throws {
    // With fewer bytes nobody can tell that it is an archive.
    for count in 10..<archive.bytes.count {
      try Exports.withFile(Array(archive.bytes.prefix(count))) { path in
        var members = 0
        do throws(ReadError) {
          let reader = try ChunkReader(path: path)
          var chunk = Chunk()
          while try reader.nextMember() != nil {
            while try reader.fill(&chunk) {}
            members += 1
          }
        } catch {
          return
        }
        #expect(members == 2, "cut after \(count) bytes of \(archive.bytes.count)")
      }
    }
  }

  @Test(
    "read members by their names",
    arguments: [
      ("a.json", true), ("deep/er/2026.NDJSON.GZ", true), ("x.har", true), ("t.jsonl.zst", true),
      ("__MACOSX/a.json", false), ("b/._a.json", false), ("a.jpg", false), ("a.gz", false),
      ("data/media/a.mp4", false), ("", false),
    ])
  func names(name: String, mayBeExport: Bool) {
    #expect(MemberName.mayBeExport(name) == mayBeExport)
  }

  @Test("that are folders or do not exist are refused")
  func refused() {
    #expect(throws: ReadError.isFolder) {
      try ChunkReader(path: FileManager.default.temporaryDirectory.path)
    }
    #expect(throws: ReadError.system(2)) { try ChunkReader(path: "/no/such/file") }
  }
}

/// Packs bytes as gzip does when it does not compress.
private enum StoredGzip {
  static func packed(_ bytes: [UInt8], count: Int) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let size = (bytes.count + count - 1) / count
    for start in stride(from: 0, to: bytes.count, by: size) {
      let block = bytes[start..<min(start + size, bytes.count)]
      packed.append(block.endIndex == bytes.count ? 1 : 0)
      packed += littleEndian(UInt32(block.count), 2) + littleEndian(~UInt32(block.count), 2)
      packed += block
    }
    return packed + littleEndian(checksum(bytes), 4) + littleEndian(UInt32(bytes.count), 4)
  }

  private static func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
