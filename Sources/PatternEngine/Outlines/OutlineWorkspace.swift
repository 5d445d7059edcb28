/// Tells without backtracking that patterns do not match; one per worker.
///
/// Its answers depend on the pattern and the text alone, not on what was asked before.
package struct OutlineWorkspace: ~Copyable {
  private enum Slot {
    case unknown, absent
    case states(OutlineStates)
  }

  /// The longest text looked at, in bytes: on a longer one, hostile text could cost seconds.
  package static let longestText = 4_096
  /// The memory that states may take before all of them are begun anew, in bytes.
  private static let mostBytes = 32 << 20

  private var slots: [Slot]
  private var byteCount = 0

  /// Prepares for that many patterns; automata are made when they are asked for.
  package init(patterns: Int) {
    slots = Array(repeating: .unknown, count: patterns)
  }

  /// Whether a pattern might match in a text; false is a proof that it does not.
  ///
  /// `number` is always the same for a pattern. About a nanosecond a byte once states are known.
  package mutating func mightMatch(
    _ pattern: Pattern, number: Int, in text: Span<UInt8>
  ) -> Bool {
    guard text.count <= Self.longestText else { return true }
    guard let states = states(of: pattern, number) else { return true }
    let before = states.byteCount
    let isAccepted = states.accepts(text)
    let growth = states.byteCount - before
    if growth > 0 {
      byteCount += growth
      if byteCount > Self.mostBytes { forgetAll() }
    }
    return isAccepted || Self.hasExoticCase(text)
  }

  private mutating func states(of pattern: Pattern, _ number: Int) -> OutlineStates? {
    switch slots[number] {
    case .states(let states): return states
    case .absent: return nil
    case .unknown:
      guard let outline = pattern.outline else {
        slots[number] = .absent
        return nil
      }
      let states = OutlineStates(outline)
      byteCount += states.byteCount
      slots[number] = .states(states)
      return states
    }
  }

  private mutating func forgetAll() {
    for number in slots.indices {
      if case .states = slots[number] { slots[number] = .unknown }
    }
    byteCount = 0
  }

  /// Whether U+017F or U+212A is there: see `RequiredLiterals.exoticCase`.
  private static func hasExoticCase(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 1 < text.count {
      if text[index] == 0xC5, text[index + 1] == 0xBF { return true }
      if text[index] == 0xE2, text[index + 1] == 0x84, index + 2 < text.count,
        text[index + 2] == 0xAA
      {
        return true
      }
      index += 1
    }
    return false
  }
}
