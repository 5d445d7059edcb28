import TimelineModel

/// Rows of rates, each with its interval drawn on the scale of the table.
struct RateTable {
  let caption: String
  /// The first column's title.
  let subject: String
  let rows: [(name: String, rate: Rate)]

  func block(_ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let scale = IntervalDrawing(holding: rows.compactMap { $0.rate.interval?.high })
    let columns: [Table.Column] = [
      .text(subject), .number(words("rate.trials")), .number(words("rate.count")),
      .number(words("rate.share")),
      .picture(words("rate.scale", numbers.percent(scale.end))), .number(words("rate.interval")),
      .number(words("rate.unknown")),
    ]
    return .table(
      Table(
        caption, columns: columns,
        rows: rows.map { name, rate in
          let interval = rate.interval
          return [
            .init(name), .init(numbers.whole(rate.trials)), .init(numbers.whole(rate.count)),
            .init(numbers.percent(rate.value)),
            .init(picture: scale.draw(rate.value, interval?.low, interval?.high)),
            .init(narration.interval(rate)), .init(numbers.whole(rate.unknown)),
          ]
        }))
  }
}
