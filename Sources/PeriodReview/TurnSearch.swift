import ScanHistory
import Statistics
import TimelineModel

/// Looks for days from which on a rate was another: overall and on each platform, in safety,
/// suitability, contradictions and every category.
struct TurnSearch {
  /// The turns, by day.
  private(set) var turns: [PeriodChange.Turn] = []

  /// The chance of any false turn in the whole search.
  private static let level = 0.05
  private static let seed: UInt64 = 0x5EED

  private struct Series {
    var scope: PostureStatement.Scope
    var figure: PeriodChange.Figure
    var days: [String]
    var points: [Proportion]
  }

  init(_ history: DailySeries) {
    let series = Self.series(history).filter { $0.points.contains { $0.count > 0 } }
    // Bonferroni: every series gets an equal part of the level.
    let level = Self.level / Double(max(1, series.count))
    for one in series { turns += Self.turns(one, level) }
    turns.sort { ($0.day, $0.name) < ($1.day, $1.name) }
  }

  private static func series(_ history: DailySeries) -> [Series] {
    let platforms = history.platforms.sorted { $0.key < $1.key }
    var series = platforms.flatMap { name, days in Self.series(.platform(name), days) }
    if platforms.count > 1 { series += Self.series(.all, Self.sum(platforms.map(\.value))) }
    return series
  }

  private static func sum(_ platforms: [[DailySeries.Day]]) -> [DailySeries.Day] {
    var days: [String: DailySeries.Day] = [:]
    for other in platforms.joined() {
      guard var day = days[other.day] else {
        days[other.day] = other
        continue
      }
      day.measured += other.measured
      day.unsafe += other.unsafe
      day.unsuitable += other.unsuitable
      day.contradictions += other.contradictions
      day.categories.merge(other.categories, uniquingKeysWith: +)
      days[other.day] = day
    }
    return days.values.sorted { $0.day < $1.day }
  }

  private static func series(
    _ scope: PostureStatement.Scope, _ days: [DailySeries.Day]
  ) -> [Series] {
    func one(_ figure: PeriodChange.Figure, _ count: (DailySeries.Day) -> Int) -> Series {
      Series(
        scope: scope, figure: figure, days: days.map(\.day),
        points: days.map { Proportion(count($0), of: $0.measured) })
    }
    let categories = Set(days.flatMap(\.categories.keys)).sorted()
    return [
      one(.safety, \.unsafe), one(.suitability, \.unsuitable),
      one(.contradictions, \.contradictions),
    ] + categories.map { category in one(.category(category)) { $0.categories[category] ?? 0 } }
  }

  private static func turns(_ series: Series, _ level: Double) -> [PeriodChange.Turn] {
    // So many shuffles that a p-value can go below the level, each stretch considered.
    let shuffles = max(1999, Int(4 / level))
    let found = ChangePoint.all(series.points, level: level, shuffles: shuffles, seed: seed)
    return found.enumerated().map { place, turn in
      let start = place == 0 ? 0 : found[place - 1].index
      let end = place + 1 < found.count ? found[place + 1].index : series.points.count
      return PeriodChange.Turn(
        scope: series.scope, figure: series.figure, day: series.days[turn.index],
        before: rate(series.points[start..<turn.index]),
        after: rate(series.points[turn.index..<end]), pValue: turn.change.pValue)
    }
  }

  private static func rate(_ points: ArraySlice<Proportion>) -> Rate {
    points.reduce(into: Rate()) { rate, point in
      rate.add(Rate(count: point.count, trials: point.trials))
    }
  }
}

extension PeriodChange.Turn {
  /// By what turns of one day are ordered.
  fileprivate var name: String { "\(scope) \(figure)" }
}
