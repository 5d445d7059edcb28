import TimelineModel

/// Draws every own post as a column: itself in the middle, its neighbours above and below.
///
/// What is worse is larger, so that the picture speaks without its colours too.
struct MarkDrawing {
  /// The window W.
  let window: Int
  /// The numbers of the incidents shown below, by capture and slot.
  let incidents: [Place: Int]

  struct Place: Hashable {
    let capture: Int
    let slot: Int
  }

  /// Columns in one piece; pieces wrap like words.
  private static let pieceLength = 10
  private static let pitch = 12.0
  /// Up to so many columns are drawn larger: there is room, and it is each of them that counts.
  private static let fewColumns = 40
  private static let largeScale = 2.5

  private var ownTop: Double { Double(window) * Self.pitch + 2 }
  private var height: Double { 2 * ownTop + Self.pitch + 14 }

  /// The pieces of the picture.
  func draw(_ marks: [ExposureMark]) -> String {
    let scale = marks.count <= Self.fewColumns ? Self.largeScale : 1
    return stride(from: 0, to: marks.count, by: Self.pieceLength).map { start in
      let piece = marks[start..<min(start + Self.pieceLength, marks.count)]
      return draw(piece, after: start == 0 ? nil : marks[start - 1], scale)
    }.joined()
  }

  private func draw(
    _ marks: ArraySlice<ExposureMark>, after last: ExposureMark?, _ scale: Double
  ) -> String {
    var svg = SVG(fixedWidth: Self.pitch * Double(marks.count), height: height, scale: scale)
    var shapes = Shapes()
    var previous = last
    for (place, mark) in marks.enumerated() {
      let x = Self.pitch * (Double(place) + 0.5)
      if let previous, previous.capture != mark.capture {
        svg.line(x - Self.pitch / 2, 0, x - Self.pitch / 2, height - 14, "axis")
      }
      previous = mark
      for (distance, slot) in mark.above.prefix(window).enumerated() {
        shapes.add(slot.state, x, ownTop - 2 - Self.pitch * (Double(distance) + 0.5))
      }
      for (distance, slot) in mark.below.prefix(window).enumerated() {
        shapes.add(slot.state, x, ownTop + 2 + Self.pitch * (Double(distance) + 1.5))
      }
      shapes.addOwn(mark, x, ownTop + Self.pitch / 2)
    }
    shapes.write(to: &svg)
    for (place, mark) in marks.enumerated() {
      let known = Place(capture: mark.capture, slot: mark.slot)
      guard let number = incidents[known] else { continue }
      write(number, Self.pitch * (Double(place) + 0.5), to: &svg)
    }
    return svg.closed
  }

  /// A number that leads to its incident.
  private func write(_ number: Int, _ x: Double, to svg: inout SVG) {
    let column = SVG.box(x - Self.pitch / 2, 0, Self.pitch, height)
    svg.append(
      "<a class=\"incident-link\" href=\"#incident-\(number)\" aria-label=\"\(number)\">"
        + "<path fill=\"none\" pointer-events=\"all\" d=\"\(column)\"/>"
        + "<text x=\"\(SVG.number(x))\" y=\"\(SVG.number(height - 3))\">\(number)</text></a>")
  }

  /// A single shape for the legend.
  static func key(_ state: ExposureMark.State, isContradiction: Bool = false) -> String {
    var svg = SVG(width: 14, height: 14, classes: "key")
    var shapes = Shapes()
    if isContradiction {
      var mark = ExposureMark(account: "", platform: .x, capture: 0, slot: 0)
      mark.categories = [
        .init(id: CategoryID(""), tier: .low, isUnsuitable: true, contradicts: [ThemeID("")])
      ]
      shapes.addOwn(mark, 7, 7)
    } else {
      shapes.add(state, 7, 7)
    }
    shapes.write(to: &svg)
    return svg.closed
  }

  /// The legend's shape for an own post.
  static var ownKey: String {
    var svg = SVG(width: 14, height: 14, classes: "key")
    var shapes = Shapes()
    shapes.addOwn(ExposureMark(account: "", platform: .x, capture: 0, slot: 0), 7, 7)
    shapes.write(to: &svg)
    return svg.closed
  }
}

/// Shapes gathered by kind, so that a piece needs one path a kind.
private struct Shapes {
  private var paths: [String: String] = [:]

  mutating func add(_ state: ExposureMark.State, _ x: Double, _ y: Double) {
    switch state {
    case .absent: break
    case .clean: square(x, y, 3, "clean")
    case .unknown: square(x, y, 6, "unknown")
    case .own: square(x, y, 7, "other-own")
    case .low: square(x, y, 5, "low")
    case .medium: square(x, y, 7, "medium")
    case .high: square(x, y, 9, "high")
    case .floor: square(x, y, 11, "floor")
    }
  }

  /// The own post; what it embeds stands in its middle, and a contradiction makes it a diamond.
  mutating func addOwn(_ mark: ExposureMark, _ x: Double, _ y: Double) {
    if mark.isContradiction {
      paths["mine", default: ""] +=
        "M\(SVG.number(x)) \(SVG.number(y - 7))l6 7l-6 7l-6 -7z"
    } else {
      paths["mine", default: ""] += SVG.box(x - 5, y - 4, 10, 8)
    }
    guard mark.embedded.tier != nil || mark.embedded == .unknown else { return }
    square(x, y, 5, mark.embedded.tier?.rawValue ?? "unknown")
  }

  private mutating func square(_ x: Double, _ y: Double, _ side: Double, _ kind: String) {
    paths[kind, default: ""] += SVG.box(x - side / 2, y - side / 2, side, side)
  }

  func write(to svg: inout SVG) {
    // What an own post embeds is drawn over it.
    let order = ["mine", "clean", "other-own", "unknown", "low", "medium", "high", "floor"]
    for kind in order { svg.path(paths[kind] ?? "", kind) }
  }
}
