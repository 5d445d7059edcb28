/// Writes the few elements of SVG that the pictures need; numbers in tenths.
///
/// Text in a picture is ours or a number, never a stranger's.
struct SVG {
  private(set) var text: String

  /// Opens a picture of a size; `classes` style it.
  init(width: Double, height: Double, classes: String, isStretched: Bool = false) {
    let size = "\(Self.number(width)) \(Self.number(height))"
    text = "<svg class=\"\(classes)\" viewBox=\"0 0 \(size)\" aria-hidden=\"true\""
    text += isStretched ? " preserveAspectRatio=\"none\">" : ">"
  }

  /// Opens a picture that keeps its size, times `scale`, where there is room.
  init(fixedWidth width: Double, height: Double, scale: Double = 1) {
    text =
      "<svg width=\"\(Self.number(width * scale))\" height=\"\(Self.number(height * scale))\" "
      + "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\">"
  }

  /// Draws squares, or other closed figures, by one path.
  mutating func path(_ steps: String, _ classes: String) {
    guard !steps.isEmpty else { return }
    text += "<path class=\"\(classes)\" d=\"\(steps)\"/>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ classes: String) {
    path(
      "M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))", classes)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ classes: String) {
    text +=
      "<circle class=\"\(classes)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" "
      + "r=\"\(Self.number(radius))\"/>"
  }

  mutating func label(_ label: String, _ x: Double, _ y: Double, anchor: String = "start") {
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor)\">"
      + PageText().escapeText(label) + "</text>"
  }

  /// Adds an element that is written already.
  mutating func append(_ element: String) {
    text += element
  }

  /// The whole picture.
  var closed: String { text + "</svg>" }

  /// A rectangle as a step of a path.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "M\(number(x)) \(number(y))h\(number(width))v\(number(height))h\(number(-width))z"
  }

  /// A coordinate with at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let fraction = tenths.magnitude % 10
    return sign + String(tenths.magnitude / 10) + (fraction == 0 ? "" : ".\(fraction)")
  }
}
