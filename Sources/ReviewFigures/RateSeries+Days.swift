import TimelineModel

extension RateSeries {
  /// Gathers days, or weeks of days, with exposures.
  init(of parts: ExposureParts, by unit: Unit) {
    var cells: [Int: Headline.Cell] = [:]
    for (day, cell) in parts.days {
      let start = unit == .day ? day : day - Instant.weekday(ofDay: day) + 1
      cells[start, default: .init()].add(cell)
    }
    self.init(
      unit: unit,
      points: cells.sorted { $0.key < $1.key }
        .map { Point(start: Instant(day: $0.key), cell: $0.value) },
      undated: parts.undated)
  }
}
