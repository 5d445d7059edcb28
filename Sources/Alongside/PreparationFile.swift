import Digests
import Foundation
import Guarding
import RulePacks

/// A preparation in a file: the digest of its facts and how many bytes they take, a line each, then the
/// facts, then the outlines.
///
/// A file is replaced whole and never written to.
enum PreparationFile {
  /// Writes a preparation to a file; returns whether that could be done.
  static func write(_ preparation: Preparation.Written, to place: URL) -> Bool {
    var data = Data(Header(of: preparation.facts).text.utf8)
    data += preparation.facts
    data += preparation.outlines
    return (try? data.write(to: place, options: .atomic)) != nil
  }

  /// Reads a preparation, whose outlines are read from the file when they are needed; nil where there
  /// is none, or its facts are damaged.
  static func read(_ place: URL) -> Preparation? {
    guard let data = try? Data(contentsOf: place, options: .alwaysMapped),
      let header = Header(data), header.factCount <= data.count - header.length
    else { return nil }
    let outlines = header.length + header.factCount
    let facts = Array(data[header.length..<outlines])
    guard SHA256Hasher.digest(of: facts) == header.digest,
      let file = try? FileHandle(forReadingFrom: place)
    else { return nil }
    // Read and not mapped: what is mapped counts as memory of the run, however little is needed.
    let opened = Guarded(file)
    return try? Preparation(facts: facts) { range in
      opened.withLock { file in
        let start = UInt64(outlines + range.lowerBound)
        guard (try? file.seek(toOffset: start)) != nil else { return nil }
        return (try? file.read(upToCount: range.count)).map { Array($0) }
      }
    }
  }

  /// What stands before the facts.
  private struct Header {
    let digest: String
    let factCount: Int

    init(of facts: [UInt8]) {
      digest = SHA256Hasher.digest(of: facts)
      factCount = facts.count
    }

    init?(_ data: Data) {
      let lines = data.prefix(2 * SHA256Hasher.length).split(separator: 0x0A, maxSplits: 2)
      guard lines.count == 3, let count = Int(String(decoding: lines[1], as: UTF8.self)), count >= 0
      else { return nil }
      digest = String(decoding: lines[0], as: UTF8.self)
      factCount = count
    }

    var text: String { "\(digest)\n\(factCount)\n" }

    var length: Int { text.utf8.count }
  }
}
