internal import CTextFolding

/// What folding does with one scalar, from the Unicode tables.
struct FoldEntry {
  /// The generator's kinds, in its order.
  enum Kind: UInt16 {
    case inert, mark, joiner, ascii, string, typographic, letter, regional
  }

  private let value: UInt16

  @inline(__always)
  init(of scalar: UInt32) { value = alongside_fold_entry(scalar) }

  @inline(__always)
  var kind: Kind { Kind(rawValue: value >> 12) ?? .inert }

  /// The ASCII byte of `.ascii` and `.regional`.
  @inline(__always)
  var byte: UInt8 { UInt8(truncatingIfNeeded: value & 0x7F) }

  /// The letter of `.letter`.
  @inline(__always)
  var letter: alongside_letter { alongside_fold_letter(value & 0xFFF) }

  /// Appends the text of `.string` and `.typographic`, standing for `source` of the field.
  func appendString(to reading: inout ReadingBuffer, from source: Range<Int>) {
    var bytes: UnsafePointer<UInt8>?
    // SAFETY: the table gives a pointer to static bytes and how many there are.
    let count = unsafe alongside_fold_string(value & 0xFFF, &bytes)
    let text = unsafe UnsafeBufferPointer(start: bytes, count: count)
    for index in 0..<count { reading.append(unsafe text[index], from: source) }
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

  /// Whether the scalar leaves nothing behind a letter.
  @inline(__always)
  var isInvisible: Bool { kind == .mark || kind == .joiner }
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
