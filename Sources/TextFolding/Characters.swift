internal import CTextFolding

/// What single bytes and scalars are, for all of folding.

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

@inline(__always)
func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

@inline(__always)
func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

/// The scalar that starts at `index` and its length in bytes; a byte that starts none stands for itself.
@inline(__always)
func scalar(in text: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(text[index])
  if first < 0x80 { return (first, 1) }
  let left = text.count - index
  if first < 0xE0 {
    guard first >= 0xC2, left > 1 else { return (0xFFFD, 1) }
    return ((first & 0x1F) << 6 | tail(of: text, index + 1), 2)
  }
  if first < 0xF0 {
    guard left > 2 else { return (0xFFFD, 1) }
    return ((first & 0x0F) << 12 | tail(of: text, index + 1) << 6 | tail(of: text, index + 2), 3)
  }
  guard left > 3 else { return (0xFFFD, 1) }
  let upper = (first & 0x07) << 18 | tail(of: text, index + 1) << 12
  let value = upper | tail(of: text, index + 2) << 6 | tail(of: text, index + 3)
  return value < 0x110000 ? (value, 4) : (0xFFFD, 1)
}

@inline(__always)
private func tail(of text: Span<UInt8>, _ index: Int) -> UInt32 { UInt32(text[index] & 0x3F) }

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

/// A control character that is no white space.
@inline(__always)
func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !isSpace(byte) }

/// The word, a run without white space, around `index`.
@inline(__always)
func word(in text: Span<UInt8>, around index: Int) -> Range<Int> {
  var start = index
  while start > 0, !isSpace(text[start - 1]) { start -= 1 }
  var end = index
  while end < text.count, !isSpace(text[end]) { end += 1 }
  return start..<end
}

@inline(__always)
func isZeroWidthJoiner(_ scalar: UInt32) -> Bool { scalar == 0x200C || scalar == 0x200D }

/// How many bytes of `text` from `start` on are ASCII and no control characters.
@inline(__always)
func plainPrefix(of text: Span<UInt8>, from start: Int) -> Int {
  if text[start] >= 0x80 { return 0 }
  // Between words of other scripts.
  if isSpace(text[start]), start + 1 < text.count, text[start + 1] >= 0x80 { return 1 }
  // SAFETY: `start` is less than `text.count`, and so many bytes are left from there on.
  return unsafe text.withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress else { return 0 }
    return unsafe alongside_plain_prefix(base + start, bytes.count - start)
  }
}
