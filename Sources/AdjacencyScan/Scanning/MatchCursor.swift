import RulePacks

/// Walks a batch's matches beside its entries; both are in the order of contents.
struct MatchCursor {
  /// What was found in the contents of one entry.
  struct Found {
    var matches: Range<Int>
    var undecided: Range<Int>

    var isEmpty: Bool { matches.isEmpty && undecided.isEmpty }
  }

  private let results: BatchMatches
  private var match = 0
  private var undecided = 0

  init(_ results: BatchMatches) {
    self.results = results
  }

  /// What was found in the next entry's contents.
  mutating func advance(through contents: Range<Int>) -> Found {
    let firstMatch = match
    while match < results.matches.count, results.matches[match].content < contents.upperBound {
      match += 1
    }
    let firstUndecided = undecided
    while undecided < results.undecided.count,
      results.undecided[undecided].content < contents.upperBound
    {
      undecided += 1
    }
    return Found(matches: firstMatch..<match, undecided: firstUndecided..<undecided)
  }
}
