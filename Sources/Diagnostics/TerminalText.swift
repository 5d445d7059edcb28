/// Makes strangers' text safe to show on a terminal.
public enum TerminalText {
  /// Replaces controls, line breaks and bidi overrides with visible or blank stand-ins.
  ///
  /// Escape sequences start with a control character, so none survives; a bidi override could
  /// make the rest of a line read backwards.
  public static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { standIn(for: $0) != nil }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(standIn(for: scalar) ?? scalar)
    }
    return String(result)
  }

  private static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F: "\u{FFFD}"
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
