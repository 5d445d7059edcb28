private import Foundation

/// How a text is written in an export.
package enum TextForm {
  /// As the author wrote it.
  case plain
  /// With `&amp;`, `&lt;` and `&gt;`, as X's older fields have it; resolved exactly once.
  case escaped
  /// HTML, as Mastodon has it.
  case html
}

/// Turns a text of an export into the plain view that rules read: entities and HTML resolved, NFC,
/// no NUL.
package enum PlainText {
  /// Appends the plain view of `bytes` to an arena.
  ///
  /// Costs a pass over the bytes where nothing needs to be resolved.
  package static func append(_ bytes: Span<UInt8>, as form: TextForm, to arena: inout [UInt8]) {
    let start = arena.count
    switch form {
    case .plain:
      appendAll(bytes, to: &arena)
    case .escaped:
      appendUnescaped(bytes, to: &arena)
    case .html:
      HTMLText.append(bytes, to: &arena)
    }
    normalise(&arena, from: start)
  }

  private static func appendAll(_ bytes: Span<UInt8>, to arena: inout [UInt8]) {
    // SAFETY: the buffer is only read during the call.
    unsafe bytes.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
  }

  private static func appendUnescaped(_ bytes: Span<UInt8>, to arena: inout [UInt8]) {
    let start = arena.count
    appendAll(bytes, to: &arena)
    guard let first = arena[start...].firstIndex(of: UInt8(ascii: "&")) else { return }
    var target = first
    var index = first
    while index < arena.count {
      let (byte, length) = escape(in: arena, at: index) ?? (arena[index], 1)
      arena[target] = byte
      target += 1
      index += length
    }
    arena.removeSubrange(target...)
  }

  private static let escapes: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")),
    (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")),
  ]

  private static func escape(in bytes: [UInt8], at index: Int) -> (byte: UInt8, length: Int)? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    for (name, byte) in escapes where bytes[index...].starts(with: name) {
      return (byte, name.count)
    }
    return nil
  }

  /// Puts the bytes from `start` on into NFC and replaces NUL, which separates fields.
  ///
  /// Only combining diacritics and the three letter-like signs that NFC replaces can change a text
  /// in the scripts that rules are written for; other scripts keep their bytes.
  private static func normalise(_ arena: inout [UInt8], from start: Int) {
    var highest: UInt8 = 0
    var lowest: UInt8 = 0xFF
    for byte in arena[start...] {
      highest = max(highest, byte)
      lowest = min(lowest, byte)
    }
    if lowest == 0 {
      for index in start..<arena.count where arena[index] == 0 { arena[index] = 0x20 }
    }
    guard highest >= 0xCC, needsComposition(arena, from: start) else { return }
    let text = String(decoding: arena[start...], as: UTF8.self)
    arena.replaceSubrange(start..., with: text.precomposedStringWithCanonicalMapping.utf8)
  }

  private static func needsComposition(_ bytes: [UInt8], from start: Int) -> Bool {
    var index = start
    while index + 1 < bytes.count {
      switch (bytes[index], bytes[index + 1]) {
      case (0xCC, _), (0xCD, 0x80...0xAF):
        return true
      case (0xE2, 0x84):
        // Ohm, kelvin and angstrom signs.
        if index + 2 < bytes.count, [0xA6, 0xAA, 0xAB].contains(bytes[index + 2]) { return true }
        index += 2
      default:
        index += 1
      }
    }
    return false
  }
}
