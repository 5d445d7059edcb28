import TimelineModel

/// The rates over time.
enum SeriesSection: ReviewSection {
  static let id = "series"
  /// Of fewer points the table says all that a picture could.
  private static let fewestDrawn = 4
  /// Beyond so many days, weeks are drawn.
  private static let mostDays = 62
  /// How many rows the table shows; the others are in the CSV files.
  private static let shown = 62

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let days = narration.review.series.first { $0.unit == .day }
    let weeks = narration.review.series.first { $0.unit == .week }
    guard let series = (days?.points.count ?? 0) > mostDays ? weeks : days, !series.points.isEmpty
    else { return [.paragraph(words("series.none"))] }
    var blocks: [Block] = []
    if series.undated > 0 {
      blocks.append(
        .paragraph(words("series.undated", words.counted("ownPost", series.undated))))
    }
    if series.points.count >= fewestDrawn {
      blocks += [figure(series, \.safety, "safety", narration)]
      blocks += [figure(series, \.suitability, "suitability", narration)]
    } else if series.points.count == 1 {
      blocks.append(.paragraph(words("series.single")))
    }
    let rows = series.points.suffix(shown).map { point in
      (narration.day(point.start), point.cell.suitability)
    }
    blocks.append(
      RateTable(
        caption: words("series.caption"), subject: words("series." + series.unit.rawValue),
        rows: rows
      ).block(narration))
    return blocks + BreakdownTable.blocks([.weekday, .hour], narration, least: 2)
  }

  private static func figure(
    _ series: RateSeries, _ rate: KeyPath<Headline.Cell, Rate>, _ name: String,
    _ narration: Narration
  ) -> Block {
    let words = narration.words
    let points = series.points.map { point in
      let rate = point.cell[keyPath: rate]
      let interval = rate.interval
      return SeriesDrawing.Point(
        label: narration.day(point.start), value: rate.value, low: interval?.low,
        high: interval?.high)
    }
    let title = words("headline." + name)
    return .figure(
      Figure(
        description: words("series.figure", title, words("series." + series.unit.rawValue)),
        caption: words("series.figure", title, words("series." + series.unit.rawValue)) + " "
          + words("series.sparse"),
        picture: SeriesDrawing(points: points, numbers: narration.numbers).draw()))
  }
}
