import TimelineModel

/// The rates by one thing that exposures differ in.
enum BreakdownTable {
  /// How many lines a table shows; the others are in the CSV files.
  private static let shown = 24

  /// The tables of some dimensions, as far as the review has more than one line of them.
  static func blocks(
    _ dimensions: [Breakdown.Dimension], _ narration: Narration, least: Int = 1
  ) -> [Block] {
    dimensions.flatMap { dimension -> [Block] in
      guard let found = narration.review.breakdowns.first(where: { $0.dimension == dimension }),
        found.lines.count >= least, found.lines.contains(where: { !$0.name.isEmpty })
      else { return [] }
      return [
        .heading(narration.words("breakdown." + dimension.rawValue)), table(found, narration),
      ]
    }
  }

  private static func table(_ breakdown: Breakdown, _ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let lines = breakdown.lines.prefix(shown)
    let isTiered = breakdown.dimension == .category || breakdown.dimension == .target
    let scale = IntervalDrawing(
      holding: lines.compactMap { $0.cell.suitability.interval?.high })
    var columns: [Table.Column] = [
      .text(words("breakdown.name")), .number(words("breakdown.measured")),
      .number(words("breakdown.safety")), .number(words("breakdown.suitability")),
      .picture(words("rate.scale", numbers.percent(scale.end))), .number(words("rate.interval")),
    ]
    columns += isTiered ? Tier.allCases.map { .number(narration.name(of: $0)) } : []
    columns += breakdown.dimension.isPartition ? [.number(words("breakdown.p"))] : []
    let rows = lines.map { line in
      row(line, breakdown.dimension, isTiered, scale, narration)
    }
    var caption = words(
      isTiered
        ? "breakdown.tiers"
        : breakdown.dimension.isPartition ? "breakdown.parts" : "breakdown.rates")
    if breakdown.lines.count > shown {
      caption += " " + words("breakdown.first", numbers.whole(shown))
    }
    return .table(Table(caption, columns: columns, rows: rows))
  }

  private static func row(
    _ line: Breakdown.Line, _ dimension: Breakdown.Dimension, _ isTiered: Bool,
    _ scale: IntervalDrawing, _ narration: Narration
  ) -> [Table.Cell] {
    let numbers = narration.numbers
    let (safety, suitability) = (line.cell.safety, line.cell.suitability)
    let interval = suitability.interval
    var cells: [Table.Cell] = [
      .init(name(of: line, dimension, narration)), .init(numbers.whole(safety.trials)),
      .init(numbers.whole(safety.count) + " (" + numbers.share(safety) + ")"),
      .init(numbers.whole(suitability.count) + " (" + numbers.share(suitability) + ")"),
      .init(picture: scale.draw(suitability.value, interval?.low, interval?.high)),
      .init(narration.interval(suitability)),
    ]
    if isTiered {
      cells += Tier.allCases.map { .init(numbers.whole(line.tiers[$0] ?? 0)) }
    }
    if dimension.isPartition {
      cells.append(.init(line.adjustedP.map { numbers.decimal($0, 3) } ?? "\u{2013}"))
    }
    return cells
  }

  private static func name(
    of line: Breakdown.Line, _ dimension: Breakdown.Dimension, _ narration: Narration
  ) -> String {
    guard !line.name.isEmpty else { return narration.words("breakdown.nameless") }
    return switch dimension {
    case .platform, .category, .theme, .target, .source, .weekday:
      narration.name(dimension.rawValue, line.name)
    case .hour: line.name + ":00"
    case .capture: narration.words("breakdown.captureNumber", line.name)
    case .account, .department: line.name
    }
  }
}
