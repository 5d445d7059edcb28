/// A trigger that Vectorscan has found.
struct FoundTrigger {
  let trigger: UInt32
  /// The offset behind it.
  let end: UInt32
}

/// A search through the words of one arena that are not known: what is found in those without a number
/// is kept here, as nobody else will.
///
/// Words are searched block by block, so that memory does not depend on how many are new.
package struct WordSearch: Sendable {
  /// A word that is not known.
  struct Stranger {
    /// Its place among the arena's words.
    let word: Int
    /// Where it ends in `bytes`.
    let end: Int
    /// What is to be added to a place in `bytes` for the place in the arena.
    let offset: Int
  }

  /// The bytes after which a block is full: enough for the cost of a call to vanish.
  private static let fullBlock = 32_768

  /// The words of a block, one after the other.
  private(set) var bytes: [UInt8] = []
  private(set) var strangers: [Stranger] = []
  /// The next word to be collected.
  private var word = 0
  /// The words without a number that hold literals, ascending.
  private var telling: [Int32] = []
  /// Where each one's part of `literals` ends.
  private var ends: [Int32] = []
  private var literals: [UInt32] = []
  /// The next in `telling` to be asked for.
  private var next = 0

  package init() {}

  /// Begins with another arena.
  mutating func begin() {
    telling.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    literals.removeAll(keepingCapacity: true)
    word = 0
    next = 0
  }

  /// Collects the next block of words that are not known; returns whether there are any.
  mutating func collectBlock(
    from text: Span<UInt8>, _ words: TextWords, besides known: KnownWords
  ) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    strangers.removeAll(keepingCapacity: true)
    while word < words.count, bytes.count < Self.fullBlock {
      if !known.isKnown(words.numbers[word]) {
        let range = words.range(of: word)
        let offset = range.lowerBound - bytes.count
        for place in range { bytes.append(text[place]) }
        strangers.append(Stranger(word: word, end: bytes.count, offset: offset))
      }
      word += 1
    }
    return !strangers.isEmpty
  }

  /// Keeps a literal found in a word without a number; words come in their order.
  mutating func keep(_ literal: UInt32, in word: Int) {
    if telling.last != Int32(word) {
      telling.append(Int32(word))
      ends.append(0)
    }
    literals.append(literal)
    ends[ends.count - 1] = Int32(literals.count)
  }

  /// What was found in a word without a number; to be asked in the order of the words.
  mutating func literals(in word: Int) -> ArraySlice<UInt32> {
    while next < telling.count, telling[next] < word { next += 1 }
    guard next < telling.count, telling[next] == word else { return [] }
    return literals[(next == 0 ? 0 : Int(ends[next - 1]))..<Int(ends[next])]
  }
}
