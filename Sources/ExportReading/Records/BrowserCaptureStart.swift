/// Finds the requests of a browser's network capture (HAR), so that they stream like an array.
///
/// A capture is one object, `{"log":{…,"entries":[…]}}`, often larger than any record may be. The
/// members before `entries` name the browser and its pages.
enum BrowserCaptureStart {
  /// What the first bytes tell.
  enum Finding: Equatable {
    /// It is no such capture.
    case none
    /// It may be one: more bytes are needed.
    case undecided
    /// The array of requests opens at this index.
    case entries(Int)
  }

  /// How far into a capture its requests must begin.
  static let limit = 1 << 20

  /// Looks at the first `count` bytes, from `start` on.
  static func find(in bytes: [UInt8], from start: Int, _ count: Int) -> Finding {
    var walk = Walk(bytes: bytes, index: start, count: count)
    let opening = ["{", "\"log\"", ":", "{"]
    for token in opening {
      switch walk.take(token) {
      case .none: return .none
      case .undecided: return .undecided
      case .entries: continue
      }
    }
    guard let array = walk.valueOfMember("\"entries\"") else {
      return count - start > limit || walk.isOver ? .none : .undecided
    }
    guard array < count else { return .undecided }
    return bytes[array] == UInt8(ascii: "[") ? .entries(array) : .none
  }

  /// A walk over the members of an object, which goes around nested values.
  private struct Walk {
    let bytes: [UInt8]
    var index: Int
    let count: Int
    /// The object has ended.
    var isOver = false

    /// Steps over a token; `.entries` says where it ended.
    mutating func take(_ token: String) -> Finding {
      skipBlanks()
      for byte in token.utf8 {
        guard index < count else { return .undecided }
        guard bytes[index] == byte else { return .none }
        index += 1
      }
      return .entries(index)
    }

    /// Where the value of a member of this object begins; nil when it was not found.
    mutating func valueOfMember(_ name: String) -> Int? {
      var depth = 0
      while index < count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          let start = index
          skipString()
          guard depth == 0, bytes[start..<index].elementsEqual(name.utf8) else { continue }
          skipBlanks()
          guard index < count, bytes[index] == UInt8(ascii: ":") else { continue }
          index += 1
          skipBlanks()
          return index
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth < 0 {
            isOver = true
            return nil
          }
        default:
          break
        }
        index += 1
      }
      return nil
    }

    private mutating func skipBlanks() {
      while index < count, bytes[index] == 0x20 || 0x09...0x0D ~= bytes[index] { index += 1 }
    }

    private mutating func skipString() {
      index += 1
      while index < count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index = min(index + 1, count)
    }
  }
}
