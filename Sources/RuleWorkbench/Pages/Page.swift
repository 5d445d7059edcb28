package import TimelineModel

/// What a workbench command found out: headed tables, to be written in any page format.
package struct Page: Sendable {
  /// The heading of the whole.
  package var title: String
  /// What a reader should know first.
  package var introduction: [String]
  /// The parts, in order.
  package var sections: [Section] = []

  /// Begins a page.
  package init(_ title: String, _ introduction: String...) {
    self.title = title
    self.introduction = introduction
  }

  /// A heading, what it means, and a table.
  package struct Section: Sendable {
    package var title: String
    package var explanation: String
    package var columns: [String]
    package var rows: [[Cell]]

    /// Makes a section; each row has one cell a column.
    package init(_ title: String, _ explanation: String, columns: [String], rows: [[Cell]]) {
      self.title = title
      self.explanation = explanation
      self.columns = columns
      self.rows = rows
    }
  }

  /// Adds a section, unless it has nothing to show.
  package mutating func append(_ section: Section) {
    if !section.rows.isEmpty { sections.append(section) }
  }
}

/// One value of a table.
package enum Cell: Sendable {
  /// Words.
  case text(String)
  /// A whole number.
  case count(Int)
  /// A number, with so many decimals.
  case number(Double, decimals: Int)
  /// A share in 0...1 and its 95 % interval, shown in per cent.
  case share(Double, ClosedRange<Double>?)
  /// A rate in 0...1 and its 95 % interval, shown per 10,000.
  case perTenThousand(Double, ClosedRange<Double>?)
  /// Nothing to say.
  case empty

  /// A rate as a share.
  package static func share(_ rate: Rate) -> Cell {
    guard let value = rate.value else { return .empty }
    return .share(value, rate.interval.map { $0.low...$0.high })
  }

  /// A rate as a number of texts among 10,000.
  package static func perTenThousand(_ rate: Rate) -> Cell {
    guard let value = rate.value else { return .empty }
    return .perTenThousand(value, rate.interval.map { $0.low...$0.high })
  }

  /// The value as people read it.
  package var words: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number, let decimals): number.rounded(to: decimals)
    case .share(let value, let interval): Self.words(value, interval, times: 100)
    case .perTenThousand(let value, let interval): Self.words(value, interval, times: 10_000)
    case .empty: ""
    }
  }

  /// Whether the value is a figure, which stands at the right of its column.
  package var isFigure: Bool {
    if case .text = self { return false }
    return true
  }

  private static func words(
    _ value: Double, _ interval: ClosedRange<Double>?, times factor: Double
  ) -> String {
    let text = (value * factor).rounded(to: 1)
    guard let interval else { return text }
    let low = (interval.lowerBound * factor).rounded(to: 1)
    let high = (interval.upperBound * factor).rounded(to: 1)
    return "\(text) (\(low)–\(high))"
  }
}

extension Double {
  /// The number with so many decimals, never an exponent or a locale's comma.
  package func rounded(to decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((self * scale).rounded(.toNearestOrAwayFromZero))
    let sign = scaled < 0 ? "-" : ""
    let whole = abs(scaled) / Int(scale)
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let rest = String(abs(scaled) % Int(scale))
    return "\(sign)\(whole)." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}
