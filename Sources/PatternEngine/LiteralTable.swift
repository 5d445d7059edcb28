/// How literals are found: by one run of plain bytes in each, the trigger, and a look at what is around.
///
/// Many literals may have the same trigger; where it is found, each of them is tried.
struct LiteralTable: Sendable {
  /// Plain bytes that Vectorscan looks for.
  struct Trigger: Hashable, Sendable {
    let bytes: [UInt8]
    let isCaseless: Bool
  }

  /// A literal of a trigger: what must stand before it, backwards, and what after it.
  private struct Surroundings: Sendable {
    let literal: UInt32
    let before: Range<Int>
    let after: Range<Int>
    let isCaseless: Bool
  }

  /// Vectorscan is fastest, to compile and to scan, with literals of up to eight bytes.
  private static let longestTrigger = 8

  private(set) var triggers: [Trigger] = []
  /// The surroundings of all triggers, one after the other.
  private var surroundings: [Surroundings] = []
  /// Where those of a trigger begin; one place more than there are triggers.
  private(set) var starts: [Int] = []
  /// The bytes and codes that surroundings point into.
  private var elements: [UInt8] = []

  init(_ literals: [Literal]) {
    var places: [Trigger: Int] = [:]
    var members: [[(literal: Int, trigger: Range<Int>)]] = []
    for (number, literal) in literals.enumerated() {
      let range = Self.trigger(in: literal)
      let bytes = Array(literal.bytes[range])
      let trigger = Trigger(
        bytes: bytes, isCaseless: literal.isCaseless && bytes.contains(where: isASCIILowercase))
      let place = places[trigger, default: triggers.count]
      if place == triggers.count {
        places[trigger] = place
        triggers.append(trigger)
        members.append([])
      }
      members[place].append((number, range))
    }
    for members in members {
      starts.append(surroundings.count)
      for member in members {
        let literal = literals[member.literal]
        let before = append(literal.bytes[..<member.trigger.lowerBound].reversed())
        let after = append(literal.bytes[member.trigger.upperBound...])
        surroundings.append(
          Surroundings(
            literal: UInt32(member.literal), before: before, after: after,
            isCaseless: literal.isCaseless))
      }
    }
    starts.append(surroundings.count)
  }

  private mutating func append(_ added: some Sequence<UInt8>) -> Range<Int> {
    let start = elements.count
    elements.append(contentsOf: added)
    return start..<elements.count
  }

  /// The word that turns up least often, or the start of it, where one is long enough.
  private static func trigger(in literal: Literal) -> Range<Int> {
    let words = literal.bytes.split { Literal.Code.isCode($0) || $0 == 0x20 }
    let pieces =
      words.contains { $0.count > 2 }
      ? words : literal.bytes.split(whereSeparator: Literal.Code.isCode)
    let rarest = pieces.min { Commonness.estimate(of: $0) < Commonness.estimate(of: $1) }
    guard let rarest else { preconditionFailure("BUG: a literal without bytes") }
    return rarest.prefix(longestTrigger).indices
  }

  /// Calls `found` with each literal whose trigger ends at `end` and whose surroundings are there.
  @inline(__always)
  func forEachLiteral(
    of trigger: Int, endingAt end: Int, in text: Span<UInt8>, found: (UInt32) -> Void
  ) {
    for surrounding in surroundings[starts[trigger]..<starts[trigger + 1]] {
      if surrounding.before.isEmpty && surrounding.after.isEmpty {
        found(surrounding.literal)
      } else if isPresent(surrounding, around: end - triggers[trigger].bytes.count..<end, in: text)
      {
        found(surrounding.literal)
      }
    }
  }

  private func isPresent(
    _ surrounding: Surroundings, around trigger: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    var place = trigger.upperBound
    for index in surrounding.after {
      let element = elements[index]
      if element == Literal.Code.boundary {
        if isInsideWord(place, in: text) { return false }
      } else {
        guard place < text.count else { return false }
        let byte = text[place]
        guard Self.isMatch(element, byte, caseless: surrounding.isCaseless) else { return false }
        place += 1
        if Literal.Code.isCode(element) {
          while place < text.count && isContinuation(text[place]) { place += 1 }
        }
      }
    }
    place = trigger.lowerBound
    for index in surrounding.before {
      let element = elements[index]
      if element == Literal.Code.boundary {
        if isInsideWord(place, in: text) { return false }
      } else {
        guard place > 0 else { return false }
        place -= 1
        if Literal.Code.isCode(element) {
          while place > 0 && isContinuation(text[place]) { place -= 1 }
        }
        guard Self.isMatch(element, text[place], caseless: surrounding.isCaseless) else {
          return false
        }
      }
    }
    return true
  }

  /// Whether an ASCII word character stands on both sides; `\b` is then certain to be elsewhere.
  private func isInsideWord(_ place: Int, in text: Span<UInt8>) -> Bool {
    place > 0 && place < text.count && isASCIIWord(text[place - 1]) && isASCIIWord(text[place])
  }

  /// Whether a byte of text may be what an element stands for; `byte` begins a character for codes.
  private static func isMatch(_ element: UInt8, _ byte: UInt8, caseless: Bool) -> Bool {
    if !Literal.Code.isCode(element) {
      return element == byte || (caseless && asciiLowercase(byte) == element)
    }
    if byte >= 0x80 { return true }
    switch element {
    case Literal.Code.nonWord: return !isASCIIWord(byte)
    case Literal.Code.word: return isASCIIWord(byte)
    case Literal.Code.symbol: return !isASCIIWord(byte) && !isSpace(byte)
    case Literal.Code.space: return isSpace(byte)
    case Literal.Code.digit: return (0x30...0x39).contains(byte)
    default: return true
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
