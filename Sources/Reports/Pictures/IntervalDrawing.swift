/// Draws a share as a dot on its interval, on a scale that all rows of a table share.
struct IntervalDrawing {
  /// The share at the right edge.
  let end: Double

  /// A scale that holds all upper bounds: 1, 2, 5, 10, 20, 50 or 100 per cent.
  init(holding bounds: [Double]) {
    let highest = bounds.max() ?? 1
    end = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].first { $0 >= highest } ?? 1
  }

  /// One row's picture; nil when there is nothing to draw.
  func draw(_ value: Double?, _ low: Double?, _ high: Double?) -> String? {
    guard let value, let low, let high else { return nil }
    var svg = SVG(width: 200, height: 16, classes: "interval")
    func x(_ share: Double) -> Double { 4 + 192 * min(1, share / end) }
    svg.line(4, 8, 196, 8, "axis")
    svg.line(4, 3, 4, 13, "axis")
    svg.line(x(low), 8, x(high), 8, "range")
    svg.line(x(low), 4, x(low), 12, "range")
    svg.line(x(high), 4, x(high), 12, "range")
    svg.circle(x(value), 8, 4, "dot")
    return svg.closed
  }
}
