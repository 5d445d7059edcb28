/// What words with a number tell of the texts that hold them.
struct KnownWords {
  /// Surroundings of a trigger, part of which are in other words.
  private struct Open {
    /// The number of the surroundings.
    let number: UInt32
    /// Where the trigger is in the word.
    let start: UInt8
    let end: UInt8
    let beyond: LiteralTable.Beyond
  }

  /// What one word tells: bits of marks, and surroundings to look at.
  private struct Knowledge {
    var marks: Range<Int32>
    var open: Range<Int32>
  }

  private enum State: UInt8 {
    case unknown
    /// The word holds nothing.
    case mute
    case telling
  }

  /// By a word's number.
  private var states: [State] = []
  private var knowledge: [Knowledge] = []
  private var marks: [LiteralMarks.Mark] = []
  private var open: [Open] = []

  @inline(__always)
  func isKnown(_ number: Int32) -> Bool {
    number >= 0 && number < states.count && states[Int(number)] != .unknown
  }

  mutating func forget() {
    states.removeAll(keepingCapacity: true)
    knowledge.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
  }

  /// Keeps what a word tells, its triggers being found `offset` bytes before their place in the text.
  mutating func learn(
    _ number: Int32, _ word: Range<Int>, of text: Span<UInt8>, _ triggers: ArraySlice<FoundTrigger>,
    _ offset: Int, _ table: LiteralTable, _ meaning: LiteralMarks
  ) {
    var bits: [Int32: UInt64] = [:]
    let firstOpen = Int32(open.count)
    for found in triggers {
      let end = Int(found.end) + offset
      table.forEachSurrounding(
        of: Int(found.trigger), endingAt: end, in: text, word: word
      ) { index, start, literal, beyond in
        if let literal {
          meaning.forEach(of: literal) { bits[$0.place, default: 0] |= $0.bits }
        } else {
          let (start, end) = (start - word.lowerBound, end - word.lowerBound)
          open.append(
            Open(number: UInt32(index), start: UInt8(start), end: UInt8(end), beyond: beyond))
        }
      }
    }
    let firstMark = Int32(marks.count)
    for (place, bits) in bits.sorted(by: { $0.key < $1.key }) {
      marks.append(LiteralMarks.Mark(place: Int(place), bits: bits))
    }
    while states.count <= Int(number) {
      states.append(.unknown)
      knowledge.append(Knowledge(marks: 0..<0, open: 0..<0))
    }
    knowledge[Int(number)] = Knowledge(
      marks: firstMark..<Int32(marks.count), open: firstOpen..<Int32(open.count))
    let isMute = firstMark == marks.count && firstOpen == open.count
    states[Int(number)] = isMute ? .mute : .telling
  }

  /// Sets what a known word of a text tells; returns whether it may tell something.
  @inline(__always)
  func mark(
    _ number: Int32, _ word: Range<Int>, of text: Span<UInt8>, _ table: LiteralTable,
    _ meaning: LiteralMarks, in bits: inout [UInt64]
  ) -> Bool {
    guard states[Int(number)] == .telling else { return false }
    let known = knowledge[Int(number)]
    for index in known.marks {
      let mark = marks[Int(index)]
      bits[Int(mark.place)] |= mark.bits
    }
    guard !known.open.isEmpty else { return true }
    let start = word.lowerBound
    let before = start > 1 ? text[start - 2] : 0
    let after = word.upperBound < text.count ? text[word.upperBound] : 0
    for index in known.open {
      let open = open[Int(index)]
      guard LiteralTable.Beyond.allows(open.beyond.after, after),
        LiteralTable.Beyond.allows(open.beyond.before, before)
      else { continue }
      let trigger = start + Int(open.start)..<start + Int(open.end)
      if let literal = table.literal(at: Int(open.number), around: trigger, in: text) {
        meaning.forEach(of: literal) { bits[Int($0.place)] |= $0.bits }
      }
    }
    return true
  }
}
