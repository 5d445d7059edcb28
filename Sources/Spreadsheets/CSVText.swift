import Diagnostics

/// Rows of a CSV file as LibreOffice and Excel open them: RFC 4180 with a byte order mark, which Excel
/// needs to read UTF-8, and with the signs of the reader's country.
package struct CSVText {
  /// The rows so far.
  package private(set) var bytes: [UInt8] = []
  private let separator: Unicode.Scalar
  private let point: String

  /// A comma parts cells where the decimal sign is a point, a semicolon where it is a comma.
  package init(decimalSign: String = ".") {
    (separator, point) = decimalSign == "," ? (";", ",") : (",", decimalSign)
  }

  /// One cell.
  package enum Cell {
    /// Text that stays text.
    case text(String?)
    /// A whole number.
    case whole(Int?)
    /// Rounded to six decimals.
    case number(Double?)
    /// 1 or 0.
    case flag(Bool)
  }

  /// What a file begins with.
  package static let start: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Adds a row.
  package mutating func row(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: separator)) }
      switch cell {
      case .text(let text): append(text ?? "")
      case .whole(let number): if let number { bytes += String(number).utf8 }
      case .number(let number): if let number { bytes += decimal(number).utf8 }
      case .flag(let flag): bytes.append(UInt8(ascii: flag ? "1" : "0"))
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// Hands over the rows so far.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Letters and digits of ASCII begin most cells and are no formula, and need no second look.
  private mutating func append(_ text: String) {
    let utf8 = text.utf8
    let isPlain =
      utf8.first.map { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 } ?? true
      && utf8.last != 0x20
      && utf8.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != UInt8(ascii: separator)
      }
    bytes += isPlain ? utf8 : quoted(text).utf8
  }

  private func decimal(_ number: Double) -> String {
    let units = Int((number.magnitude * 1_000_000).rounded())
    var fraction = String(units % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = number < 0 && units > 0 ? "-" : ""
    return sign + String(units / 1_000_000) + (fraction.isEmpty ? "" : point + fraction)
  }

  /// Text that stays text: no spreadsheet takes it for a formula, and no control gets through.
  private func quoted(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": safe += " "
      case "\"": safe += "\"\""
      default:
        if let name = scalar.nameOfControl {
          safe += name
        } else {
          safe.unicodeScalars.append(scalar)
        }
      }
    }
    guard Self.isFormula(safe) || needsQuotes(safe) else { return safe }
    return "\"" + (Self.isFormula(safe) ? "'" : "") + safe + "\""
  }

  /// By scalars: with a mark on it, a quotation mark is another character.
  private func needsQuotes(_ text: String) -> Bool {
    text.first?.isWhitespace == true || text.last?.isWhitespace == true
      || text.unicodeScalars.contains { $0 == "\"" || $0 == separator }
  }

  /// Whether a spreadsheet could take the text for a formula: by its first sign that is no space, in
  /// any width in which East Asian spreadsheets take it; quotation marks may be taken away on the way.
  package static func isFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        && scalar != "\""
    }
    guard let first else { return false }
    return "=+-@|\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{2212}".unicodeScalars.contains(first)
  }
}
