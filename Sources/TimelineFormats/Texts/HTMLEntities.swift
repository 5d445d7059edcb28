/// Resolves character references in HTML.
enum HTMLEntities {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "shy": 0xAD,
    "hellip": 0x2026, "mdash": 0x2014, "ndash": 0x2013, "lsquo": 0x2018, "rsquo": 0x2019,
    "ldquo": 0x201C, "rdquo": 0x201D, "laquo": 0xAB, "raquo": 0xBB, "bull": 0x2022,
    "middot": 0xB7, "euro": 0x20AC, "pound": 0xA3, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122,
    "times": 0xD7, "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6,
    "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "agrave": 0xE0,
    "aacute": 0xE1, "acirc": 0xE2, "ccedil": 0xE7, "iacute": 0xED, "icirc": 0xEE, "oacute": 0xF3,
    "ocirc": 0xF4, "uacute": 0xFA, "ugrave": 0xF9, "ucirc": 0xFB, "ntilde": 0xF1, "zwnj": 0x200C,
    "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F,
  ]

  /// Appends what the reference at `start` stands for, or its `&` when it stands for nothing, and
  /// returns the index behind what was read.
  static func append(_ html: Span<UInt8>, _ start: Int, to arena: inout [UInt8]) -> Int {
    var index = start + 1
    var name = ""
    while index < html.count, html[index] != UInt8(ascii: ";"), name.utf8.count < 10,
      html[index] < 0x80
    {
      name.unicodeScalars.append(Unicode.Scalar(html[index]))
      index += 1
    }
    guard index < html.count, html[index] == UInt8(ascii: ";"), let scalar = scalar(named: name)
    else {
      arena.append(UInt8(ascii: "&"))
      return start + 1
    }
    arena.append(contentsOf: String(scalar).utf8)
    return index + 1
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    }
    return named[name].flatMap(Unicode.Scalar.init)
  }
}
