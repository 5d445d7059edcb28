import TimelineModel

/// What a feed's own entries say about its order.
struct OrderEvidence {
  private var pairs = 0
  private var inversions = 0
  private var firstAuthor: UInt64 = 0
  private var authored = 0
  private var hasSeveralAuthors = false

  /// Adds an entry's author.
  mutating func add(author: UInt64, isPlaceholder: Bool) {
    guard !isPlaceholder else { return }
    authored += 1
    if firstAuthor == 0 {
      firstAuthor = author
    } else if author != firstAuthor {
      hasSeveralAuthors = true
    }
  }

  /// Adds two entries that follow one another.
  mutating func addPair(inOrder: Bool) {
    pairs += 1
    inversions += inOrder ? 0 : 1
  }

  /// Whether one account wrote everything; two posts would prove nothing.
  var isSingleAuthor: Bool { authored > 2 && !hasSeveralAuthors }

  /// Whether a feed that should run from new to old does not: more than one step in ten goes up.
  var isUnordered: Bool { inversions * 10 > pairs }

  /// What the order really means, given what the export states.
  func corrected(_ order: OrderClass) -> OrderClass {
    guard order.supportsAdjacency else { return order }
    if isSingleAuthor { return .own }
    return order == .chronological && isUnordered ? .stream : order
  }
}
