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
  ///
  /// Sixteen bytes, as there are many, and each may be looked at many times in a text.
  private struct Surroundings: Sendable {
    let literal: UInt32
    /// Where in `elements` it begins: what is before the trigger, then what is after it.
    let start: UInt32
    let beforeCount: UInt16
    let afterCount: UInt16
    /// The first byte or code of each, which settles most tries; `nothing` where there is none.
    let firstBefore: UInt8
    let firstAfter: UInt8
    let isCaseless: Bool

    static let nothing: UInt8 = 0xFF

    var before: Range<Int> { Int(start)..<Int(start) + Int(beforeCount) }
    var after: Range<Int> { before.upperBound..<before.upperBound + Int(afterCount) }
  }

  /// Vectorscan is fastest, to compile and to scan, with literals of up to eight bytes.
  private static let longestTrigger = 8

  /// The lengths of the triggers, side by side.
  private var lengths: [UInt8] = []
  /// The surroundings of all triggers, one after the other.
  private var surroundings: [Surroundings] = []
  /// Where those of a trigger begin; one place more than there are triggers.
  private var starts: [UInt32] = []
  /// The bytes and codes that surroundings point into.
  private var elements: [UInt8] = []

  /// Takes literals apart; `triggers` are what is to be looked for, by number.
  init(_ literals: [Literal], triggers: inout [Trigger]) {
    triggers.removeAll()
    var places: [Trigger: Int] = [:]
    var members: [[(literal: Int, trigger: Range<Int>)]] = []
    for (number, literal) in literals.enumerated() {
      let range = Self.trigger(in: literal.bytes)
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
    lengths = triggers.map { UInt8($0.bytes.count) }
    for members in members {
      starts.append(UInt32(surroundings.count))
      for member in members { append(literals[member.literal], member.literal, member.trigger) }
    }
    starts.append(UInt32(surroundings.count))
  }

  /// Takes what `write` wrote.
  init(_ reader: inout PreparationReader) throws(PreparationError) {
    lengths = try reader.numbers()
    starts = try reader.numbers()
    elements = try reader.numbers()
    let literals: [UInt32] = try reader.numbers()
    let places: [UInt32] = try reader.numbers()
    let counts: [UInt16] = try reader.numbers()
    let firsts: [UInt8] = try reader.numbers()
    guard starts.count == lengths.count + 1, places.count == literals.count,
      counts.count == 2 * literals.count, firsts.count == 3 * literals.count
    else { throw .malformed }
    surroundings = literals.indices.map { index in
      Surroundings(
        literal: literals[index], start: places[index],
        beforeCount: counts[2 * index], afterCount: counts[2 * index + 1],
        firstBefore: firsts[3 * index], firstAfter: firsts[3 * index + 1],
        isCaseless: firsts[3 * index + 2] != 0)
    }
  }

  /// Writes the table down.
  func write(to writer: inout PreparationWriter) {
    writer.append(lengths)
    writer.append(starts)
    writer.append(elements)
    writer.append(surroundings.map(\.literal))
    writer.append(surroundings.map(\.start))
    writer.append(surroundings.flatMap { [$0.beforeCount, $0.afterCount] })
    writer.append(
      surroundings.flatMap { [$0.firstBefore, $0.firstAfter, $0.isCaseless ? 1 : 0] })
  }

  private mutating func append(_ literal: Literal, _ number: Int, _ trigger: Range<Int>) {
    let before = literal.bytes[..<trigger.lowerBound].reversed()
    let after = literal.bytes[trigger.upperBound...]
    surroundings.append(
      Surroundings(
        literal: UInt32(number), start: UInt32(elements.count),
        beforeCount: UInt16(before.count), afterCount: UInt16(after.count),
        firstBefore: before.first ?? Surroundings.nothing,
        firstAfter: after.first ?? Surroundings.nothing, isCaseless: literal.isCaseless))
    elements += before
    elements += after
  }

  /// The word that turns up least often, or the start of it; a blank where there is nothing else.
  ///
  /// A trigger is never in two words of a text, so that texts can be searched word by word.
  static func trigger(in bytes: [UInt8]) -> Range<Int> {
    let words = bytes.split { Literal.Code.isCode($0) || $0 <= 0x20 }
    let rarest = words.min { Commonness.estimate(of: $0) < Commonness.estimate(of: $1) }
    if let rarest { return rarest.prefix(longestTrigger).indices }
    guard let blank = bytes.firstIndex(where: { !Literal.Code.isCode($0) }) else {
      preconditionFailure("BUG: a literal without bytes")
    }
    return blank..<blank + 1
  }

  /// Calls `found` with each literal whose trigger ends at `end` and whose surroundings are there.
  @inline(__always)
  func forEachLiteral(
    of trigger: Int, endingAt end: Int, in text: Span<UInt8>, found: (UInt32) -> Void
  ) {
    let start = end - Int(lengths[trigger])
    for index in Int(starts[trigger])..<Int(starts[trigger + 1]) {
      if let literal = literal(at: index, around: start..<end, in: text) { found(literal) }
    }
  }

  /// The literal of some surroundings, if they are around a trigger.
  @inline(__always)
  func literal(at index: Int, around trigger: Range<Int>, in text: Span<UInt8>) -> UInt32? {
    let surrounding = surroundings[index]
    let before = trigger.lowerBound > 0 ? text[trigger.lowerBound - 1] : 0
    let after = trigger.upperBound < text.count ? text[trigger.upperBound] : 0
    guard isPossible(surrounding.firstAfter, after, surrounding.isCaseless),
      isPossible(surrounding.firstBefore, before, surrounding.isCaseless),
      surrounding.beforeCount + surrounding.afterCount == 0
        || isPresent(surrounding, around: trigger, in: text)
    else { return nil }
    return surrounding.literal
  }

  private func isPresent(
    _ surrounding: Surroundings, around trigger: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    var beyond = Beyond()
    let part = 0..<text.count
    return isPresent(surrounding, around: trigger, in: text, within: part, &beyond) == .present
  }

  /// Calls `found` with each of the surroundings of a trigger that its word does not rule out: with the
  /// literal where the word settles it, or else with what is wanted of the words beside it.
  func forEachSurrounding(
    of trigger: Int, endingAt end: Int, in text: Span<UInt8>, word: Range<Int>,
    found: (_ index: Int, _ start: Int, _ literal: UInt32?, _ beyond: Beyond) -> Void
  ) {
    let start = end - Int(lengths[trigger])
    for index in Int(starts[trigger])..<Int(starts[trigger + 1]) {
      var beyond = Beyond()
      switch isPresent(surroundings[index], around: start..<end, in: text, within: word, &beyond) {
      case .present: found(index, start, surroundings[index].literal, beyond)
      case .unsettled: found(index, start, nil, beyond)
      case .absent: break
      }
    }
  }

  /// Letters that surroundings want beyond a word, `any` where no one letter.
  struct Beyond {
    /// The last one of the word before, and the first one of the word behind.
    var before = any
    var after = any

    static let any = Literal.Code.anyCharacter

    /// Whether a byte may be the one that is wanted, for all that its case may matter.
    @inline(__always)
    static func allows(_ wanted: UInt8, _ byte: UInt8) -> Bool {
      wanted >= any || wanted == byte || wanted == asciiLowercase(byte)
    }
  }

  /// Whether a neighbouring byte lets an element stand beside the trigger; the codes wait for a look.
  @inline(__always)
  private func isPossible(_ element: UInt8, _ byte: UInt8, _ isCaseless: Bool) -> Bool {
    element >= Literal.Code.anyCharacter || element == byte
      || (isCaseless && asciiLowercase(byte) == element)
  }

  /// What a look at a part of a text tells about surroundings.
  private enum Presence {
    case absent, present
    /// What is outside that part would have to be looked at.
    case unsettled
  }

  /// Looks at nothing outside `part`, which is a whole text or a word between blanks.
  @inline(__always)
  private func isPresent(
    _ surrounding: Surroundings, around trigger: Range<Int>, in text: Span<UInt8>,
    within part: Range<Int>, _ beyond: inout Beyond
  ) -> Presence {
    var presence = Presence.present
    var place = trigger.upperBound
    for index in surrounding.after {
      let element = elements[index]
      if element == Literal.Code.boundary {
        if isInsideWord(place, in: text, part) { return .absent }
      } else {
        guard place < part.upperBound else {
          presence = .unsettled
          beyond.after = element
          break
        }
        let byte = text[place]
        guard Self.isMatch(element, byte, caseless: surrounding.isCaseless) else { return .absent }
        place += 1
        if Literal.Code.isCode(element) {
          while place < part.upperBound && isContinuation(text[place]) { place += 1 }
        }
      }
    }
    place = trigger.lowerBound
    for index in surrounding.before {
      let element = elements[index]
      if element == Literal.Code.boundary {
        if isInsideWord(place, in: text, part) { return .absent }
      } else {
        guard place > part.lowerBound else {
          // This one is for the blank between the words.
          let next = index + 1
          if surrounding.before.contains(next) { beyond.before = elements[next] }
          return .unsettled
        }
        place -= 1
        if Literal.Code.isCode(element) {
          while place > part.lowerBound && isContinuation(text[place]) { place -= 1 }
        }
        guard Self.isMatch(element, text[place], caseless: surrounding.isCaseless) else {
          return .absent
        }
      }
    }
    return presence
  }

  /// Whether an ASCII word character stands on both sides; `\b` is then certain to be elsewhere.
  private func isInsideWord(_ place: Int, in text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    part.lowerBound < place && place < part.upperBound
      && isASCIIWord(text[place - 1]) && isASCIIWord(text[place])
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
