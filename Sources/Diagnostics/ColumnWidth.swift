extension Unicode.Scalar {
  /// The columns that a terminal gives the scalar: 0 for marks and format characters, 2 for wide
  /// ones, as UAX #11 has them in blocks.
  package var columns: Int {
    switch value {
    case 0x20..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}

extension StringProtocol {
  /// The columns that a terminal gives the text; sequences joined to one emoji count as its widest.
  package var columns: Int {
    reduce(0) { sum, character in
      sum + (character.unicodeScalars.lazy.map(\.columns).max() ?? 0)
    }
  }
}
