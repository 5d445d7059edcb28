/// A trigger that Vectorscan has found.
struct FoundTrigger {
  let trigger: UInt32
  /// The offset behind it.
  var end: UInt32
}

/// A search through the words of one arena: what those hold that are not known yet.
package struct WordSearch: Sendable {
  /// The words that are not known, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Their places among the arena's words, ascending.
  private var strangers: [Int32] = []
  /// Where each starts in `bytes`, and one end.
  private var starts: [Int32] = []
  /// Where each one's part of `triggers` starts, and one end.
  private var firstTriggers: [Int32] = []
  /// What was found, at the places of the arena.
  private var triggers: [FoundTrigger] = []
  /// The next stranger to come by.
  private var next = 0

  package init() {}

  /// Begins with another arena.
  mutating func collect(from text: Span<UInt8>, _ words: TextWords, besides known: KnownWords) {
    bytes.removeAll(keepingCapacity: true)
    strangers.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    next = 0
    for word in 0..<words.count where !known.isKnown(words.numbers[word]) {
      strangers.append(Int32(word))
      starts.append(Int32(bytes.count))
      for place in words.range(of: word) { bytes.append(text[place]) }
    }
    starts.append(Int32(bytes.count))
  }

  /// Takes what was found in `bytes`, by ascending end.
  mutating func take(_ found: [FoundTrigger], _ words: TextWords) {
    triggers.removeAll(keepingCapacity: true)
    firstTriggers.removeAll(keepingCapacity: true)
    for (index, word) in strangers.enumerated() {
      firstTriggers.append(Int32(triggers.count))
      let offset = words.range(of: Int(word)).lowerBound - Int(starts[index])
      while triggers.count < found.count, found[triggers.count].end <= starts[index + 1] {
        var trigger = found[triggers.count]
        trigger.end = UInt32(Int(trigger.end) + offset)
        triggers.append(trigger)
      }
    }
    firstTriggers.append(Int32(triggers.count))
  }

  /// Calls `body` with each stranger, its place among the words, and what was found in it.
  func forEachStranger(_ body: (_ word: Int, _ triggers: ArraySlice<FoundTrigger>) -> Void) {
    for index in strangers.indices { body(Int(strangers[index]), found(in: index)) }
  }

  /// What was found in a stranger; to be asked in the order of the words.
  mutating func triggers(of word: Int) -> ArraySlice<FoundTrigger> {
    while strangers[next] < word { next += 1 }
    return found(in: next)
  }

  private func found(in stranger: Int) -> ArraySlice<FoundTrigger> {
    triggers[Int(firstTriggers[stranger])..<Int(firstTriggers[stranger + 1])]
  }
}
