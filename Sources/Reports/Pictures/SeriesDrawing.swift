import TimelineModel

/// Draws shares over time: a dot and its interval for every period.
struct SeriesDrawing {
  struct Point {
    let label: String
    let value: Double?
    let low: Double?
    let high: Double?
  }

  let points: [Point]
  let numbers: Numbers

  private static let (width, height, left, bottom, top) = (720.0, 230.0, 64.0, 34.0, 12.0)

  /// The picture.
  func draw() -> String {
    var svg = SVG(width: Self.width, height: Self.height, classes: "chart")
    let scale = IntervalDrawing(holding: points.compactMap(\.high))
    func y(_ share: Double) -> Double {
      Self.top + (Self.height - Self.top - Self.bottom) * (1 - min(1, share / scale.end))
    }
    for part in [0, 0.5, 1.0] {
      let share = part * scale.end
      svg.line(Self.left, y(share), Self.width, y(share), "axis")
      svg.label(numbers.percent(share), Self.left - 8, y(share) + 4, anchor: "end")
    }
    let step = (Self.width - Self.left) / Double(max(1, points.count))
    for (place, point) in points.enumerated() {
      let x = Self.left + step * (Double(place) + 0.5)
      guard let value = point.value, let low = point.low, let high = point.high else { continue }
      svg.line(x, y(low), x, y(high), "range")
      svg.circle(x, y(value), points.count > 60 ? 2.5 : 4.5, "dot")
    }
    writeDates(step, to: &svg)
    return svg.closed
  }

  /// As many dates as there is room for, the first and the last among them.
  private func writeDates(_ step: Double, to svg: inout SVG) {
    let last = points.count - 1
    let shown = Set([0, last / 2, last])
    for place in shown.sorted() where points.indices.contains(place) {
      let x = Self.left + step * (Double(place) + 0.5)
      let anchor =
        points.count == 1 ? "middle" : place == 0 ? "start" : place == last ? "end" : "middle"
      let shift = anchor == "start" ? -step / 2 : anchor == "end" ? step / 2 : 0
      svg.label(points[place].label, x + shift, Self.height - 8, anchor: anchor)
    }
  }
}
