internal import CTextFolding

/// What folding does with one scalar, from the Unicode tables.
struct FoldEntry {
  /// What is done, in the generator's order.
  enum Kind {
    case inert, mark, joiner, ascii, string, typographic, letter, regional
  }

  private let value: UInt16

  @inline(__always)
  init(of scalar: UInt32) { value = alongside_fold_entry(scalar) }

  @inline(__always)
  var kind: Kind {
    switch value >> 12 {
    case 1: .mark
    case 2: .joiner
    case 3: .ascii
    case 4: .string
    case 5: .typographic
    case 6: .letter
    case 7: .regional
    default: .inert
    }
  }

  /// The ASCII byte of `.ascii` and `.regional`.
  @inline(__always)
  var byte: UInt8 { UInt8(truncatingIfNeeded: value & 0x7F) }

  /// The letter of `.letter`.
  @inline(__always)
  var letter: alongside_letter { alongside_fold_letter(value & 0xFFF) }

  /// Calls `body` with each byte of the text of `.string` and `.typographic`.
  @inline(__always)
  func eachByte(_ body: (UInt8) -> Void) {
    var bytes: UnsafePointer<UInt8>?
    // SAFETY: the table gives a pointer to static bytes and how many there are.
    let count = unsafe alongside_fold_string(value & 0xFFF, &bytes)
    let text = unsafe UnsafeBufferPointer(start: bytes, count: count)
    for index in 0..<count { body(unsafe text[index]) }
  }

  /// Whether the scalar is, or folds to something that starts with, a letter.
  @inline(__always)
  var isLetter: Bool {
    switch kind {
    case .ascii: TextFolding.isLetter(byte)
    case .string: true
    case .letter: letter.script != Script.sign
    default: false
    }
  }

  /// Whether `.string` is a Latin one, or one in another script.
  var isLatinString: Bool {
    var isLatin = false
    eachByte { isLatin = $0 < 0x80 }
    return isLatin
  }

  /// Whether the scalar becomes a space.
  @inline(__always)
  var isSpace: Bool { value == Self.space }

  /// The entry of the no-break space, as of all spaces outside ASCII.
  private static let space = alongside_fold_entry(0xA0)

  /// Whether the scalar leaves nothing behind a letter.
  @inline(__always)
  var isInvisible: Bool { kind == .mark || kind == .joiner }
}

extension alongside_letter {
  /// Whether a whole word of such letters may be read as Latin.
  @inline(__always)
  var isWhole: Bool { flags & UInt8(alongside_letter_whole.rawValue) != 0 }

  /// Whether its lower case is another character, not only another case.
  @inline(__always)
  var isStyled: Bool { flags & UInt8(alongside_letter_styled.rawValue) != 0 }
}

/// Indices in the generator's list of scripts.
enum Script {
  static let latin: UInt8 = 0
  static let hebrew: UInt8 = 8
  static let arabic: UInt8 = 9
  static let sign: UInt8 = 16
  static let other: UInt8 = 17

  /// Scripts in whose words joiners are spelling.
  static func usesJoiners(_ script: UInt8) -> Bool {
    script == hebrew || script == arabic || script == other
  }
}
