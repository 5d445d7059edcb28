/// Tells without backtracking that patterns do not match; one per worker.
///
/// Its answers depend on the pattern and the text alone, not on what was asked before.
package struct OutlineWorkspace: ~Copyable {
  /// What is known of one pattern.
  private struct Slot {
    var isAsked = false
    var states: OutlineStates?
    /// The memory of the states, as far as it has been counted.
    var byteCount = 0
  }

  /// The longest text looked at, in bytes: on a longer one, hostile text could cost seconds.
  package static let longestText = 4_096
  /// The memory that states may take before all of them are made anew, in bytes.
  private static let mostBytes = 48 << 20

  private var slots: [Slot]
  private var marks = OutlineMarks()
  private var byteCount = 0

  /// Prepares for that many patterns; automata are made when they are asked for.
  package init(patterns: Int) {
    slots = Array(repeating: Slot(), count: patterns)
  }

  /// Whether a pattern might match in `text[range]`; false is a proof that it does not.
  ///
  /// `number` is always the same for a pattern. About a nanosecond a byte once states are known.
  package mutating func mightMatch(
    _ pattern: Pattern, number: Int, in text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count <= Self.longestText else { return true }
    prepare(number, pattern)
    let isAccepted = slots[number].states?.accept(text, range, &marks) ?? true
    let bytes = slots[number].states?.byteCount ?? 0
    byteCount += bytes - slots[number].byteCount
    slots[number].byteCount = bytes
    return isAccepted || Self.hasExoticCase(text, range)
  }

  private mutating func prepare(_ number: Int, _ pattern: Pattern) {
    if byteCount > Self.mostBytes {
      byteCount = 0
      for number in slots.indices { slots[number] = Slot() }
    }
    guard !slots[number].isAsked else { return }
    slots[number].isAsked = true
    guard let outline = pattern.outline else { return }
    marks.reserve(outline.nodes.count)
    slots[number].states = OutlineStates(outline, &marks)
  }

  /// Whether U+017F or U+212A is there: see `RequiredLiterals.exoticCase`.
  private static func hasExoticCase(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if text[index] == 0xC5, text[index + 1] == 0xBF { return true }
      if text[index] == 0xE2, text[index + 1] == 0x84, index + 2 < range.upperBound,
        text[index + 2] == 0xAA
      {
        return true
      }
      index += 1
    }
    return false
  }
}
