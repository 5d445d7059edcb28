import Statistics
import TimelineModel

/// Compares every rate of a period with an earlier one.
struct PeriodComparisons {
  private(set) var all: [PeriodChange.Comparison] = []

  init(_ before: Headline, _ after: Headline) {
    add(.all, before.feeds, after.feeds)
    let categories = Set(before.categories.map(\.category) + after.categories.map(\.category))
    for category in categories.sorted() {
      func rate(_ headline: Headline) -> Rate {
        headline.categories.first { $0.category == category }?.rate
          ?? Rate(trials: headline.feeds.safety.trials)
      }
      add(.all, .category(category), rate(before), rate(after))
    }
    for (name, cells) in Self.pairs(before.platforms, after.platforms) {
      add(.platform(name), cells.0, cells.1)
    }
    for (name, cells) in Self.pairs(before.accounts, after.accounts) {
      add(.account(name), cells.0, cells.1)
    }
    test()
  }

  private static func pairs(
    _ before: [Headline.Part], _ after: [Headline.Part]
  ) -> [(String, (Headline.Cell, Headline.Cell))] {
    var names: [String] = []
    for part in after + before where !names.contains(part.name) { names.append(part.name) }
    return names.map { name in
      (
        name,
        (
          before.first { $0.name == name }?.cell ?? Headline.Cell(),
          after.first { $0.name == name }?.cell ?? Headline.Cell()
        )
      )
    }
  }

  private mutating func add(
    _ scope: PostureStatement.Scope, _ before: Headline.Cell, _ after: Headline.Cell
  ) {
    add(scope, .safety, before.safety, after.safety)
    add(scope, .suitability, before.suitability, after.suitability)
    if before.contradictions.count + after.contradictions.count > 0 {
      add(scope, .contradictions, before.contradictions, after.contradictions)
    }
  }

  private mutating func add(
    _ scope: PostureStatement.Scope, _ figure: PeriodChange.Figure, _ before: Rate, _ after: Rate
  ) {
    all.append(.init(scope: scope, figure: figure, before: before, after: after))
  }

  /// Tests what can be tested, all comparisons considered.
  private mutating func test() {
    let tested = all.indices.compactMap { index -> (Int, ProportionDifference)? in
      let (before, after) = (all[index].before, all[index].after)
      return ProportionDifference(
        from: Proportion(before.count, of: before.trials),
        to: Proportion(after.count, of: after.trials)
      ).map { (index, $0) }
    }
    let adjusted = MultipleComparisons.holm(tested.map(\.1.pValue))
    for ((index, difference), pValue) in zip(tested, adjusted) {
      all[index].difference = difference.difference
      all[index].low = difference.interval.lowerBound
      all[index].high = difference.interval.upperBound
      all[index].pValue = pValue
    }
  }
}
