extension PackSource {
  /// The place in this file of a byte of a scalar's text, whatever way the scalar is written.
  ///
  /// Walks text and file side by side: indentation, folded line breaks, doubled quotes and escapes
  /// stand in the file only. Exact for every character that is not white space.
  package func place(ofByte offset: Int, in text: PlacedText) -> TextPlace {
    var walk = ScalarWalk(self, from: text.place)
    var passed = 0
    for scalar in text.text.unicodeScalars {
      let place = walk.pass(scalar)
      passed += UTF8.width(scalar)
      if offset < passed { return place }
    }
    return walk.mark
  }
}

/// The file's side of the walk.
private struct ScalarWalk {
  private enum Style {
    case bare, single, double
  }

  private let scalars: [Unicode.Scalar]
  private let style: Style
  private var next = 0
  /// The place of the next scalar of the file.
  private(set) var mark: TextPlace

  init(_ source: PackSource, from place: TextPlace) {
    let rest = source.bytes[source.offset(of: place)...]
    scalars = Array(String(decoding: rest, as: UTF8.self).unicodeScalars)
    mark = place
    switch scalars.first {
    case "'": style = .single
    case "\"": style = .double
    default: style = .bare
    }
    switch scalars.first {
    case "'", "\"":
      step()
    case "|", ">":
      while let scalar = peek, scalar != "\n" { step() }
      step()
    default:
      break
    }
  }

  /// Goes past one scalar of the text and returns where it stands in the file.
  mutating func pass(_ scalar: Unicode.Scalar) -> TextPlace {
    if scalar.properties.isWhitespace, !isAtEscape {
      let place = mark
      if peek?.properties.isWhitespace == true { step() }
      return place
    }
    skipBlanks()
    let place = mark
    stepOverCharacter()
    return place
  }

  private var peek: Unicode.Scalar? {
    next < scalars.count ? scalars[next] : nil
  }

  private var isAtEscape: Bool {
    style == .double && peek == "\\"
  }

  private mutating func stepOverCharacter() {
    let isEscape = isAtEscape
    if style == .single, peek == "'" { step() }
    step()
    guard isEscape else { return }
    let digits =
      switch peek {
      case "x": 2
      case "u": 4
      case "U": 8
      default: 0
      }
    for _ in 0...digits { step() }
  }

  private mutating func skipBlanks() {
    while let scalar = peek, scalar.properties.isWhitespace { step() }
    // A backslash before a line break joins two lines of a double-quoted text.
    if isAtEscape, next + 1 < scalars.count, scalars[next + 1] == "\n" {
      step()
      skipBlanks()
    }
  }

  private mutating func step() {
    guard let scalar = peek else { return }
    next += 1
    if scalar == "\n" {
      mark.line += 1
      mark.column = 1
    } else {
      mark.column += 1
    }
  }
}
