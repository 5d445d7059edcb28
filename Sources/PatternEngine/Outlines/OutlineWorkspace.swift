/// Tells without backtracking that patterns do not match; one per worker.
///
/// Its answers depend on the pattern and the text alone, not on what was asked before.
package struct OutlineWorkspace: ~Copyable {
  /// What stands for the place of states.
  private enum Place {
    static let unknown: Int32 = -1
    /// The pattern has no outline.
    static let none: Int32 = -2
  }

  /// The most bytes of a text followed, as each could need a state of its own in a hostile one.
  package static let mostSteps = 131_072
  /// The memory that states may take before all of them are made anew, in bytes.
  private static let mostBytes = 30 << 20

  private let patterns: [Pattern?]
  /// By pattern: a place in `states`, or a `Place`.
  private var places: [Int32]
  private var states: [OutlineStates] = []
  private var marks = OutlineMarks()
  private var byteCount = 0

  /// Prepares for some patterns, known by their places; automata are made when they are asked for.
  package init(_ patterns: [Pattern?]) {
    self.patterns = patterns
    places = Array(repeating: Place.unknown, count: patterns.count)
  }

  /// Whether a pattern might match in `text[range]`; false is a proof that it does not.
  ///
  /// `words` are those of `text`. About a nanosecond a word once states are known.
  package mutating func mightMatch(
    pattern: Int, in text: Span<UInt8>, _ range: Range<Int>, _ words: TextWords
  ) -> Bool {
    let place = place(of: pattern)
    guard place >= 0 else { return true }
    let before = states[place].byteCount
    let isAccepted = states[place].accept(
      text, range, words, mostSteps: Self.mostSteps, &marks)
    byteCount += states[place].byteCount - before
    return isAccepted
      || (words.haveExoticCase && ExoticCase.isIn(text, range))
  }

  /// Forgets what was found out about words, whose numbers go to others.
  package mutating func forgetWords() {
    for place in states.indices {
      byteCount -= states[place].byteCount
      states[place].forgetWords()
      byteCount += states[place].byteCount
    }
  }

  private mutating func place(of number: Int) -> Int {
    if byteCount > Self.mostBytes {
      byteCount = 0
      states.removeAll()
      for number in places.indices { places[number] = Place.unknown }
    }
    if places[number] == Place.unknown {
      places[number] = Place.none
      if let outline = patterns[number]?.outline {
        marks.reserve(outline.nodes.count)
        places[number] = Int32(states.count)
        states.append(OutlineStates(outline, &marks))
      }
    }
    return Int(places[number])
  }
}
