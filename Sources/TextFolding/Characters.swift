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
  let first = text[index]
  if first < 0x80 { return (UInt32(first), 1) }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (0xFFFD, 1) }
  var value = (UInt32(first) & (0x7F >> UInt32(length))) << 6 | UInt32(text[index + 1] & 0x3F)
  if length > 2 { value = value << 6 | UInt32(text[index + 2] & 0x3F) }
  if length > 3 { value = value << 6 | UInt32(text[index + 3] & 0x3F) }
  return value < 0x110000 ? (value, length) : (0xFFFD, 1)
}

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

/// The word, a run without white space, around `index`.
@inline(__always)
func word(in text: Span<UInt8>, around index: Int) -> Range<Int> {
  var start = index
  while start > 0, !isSpace(text[start - 1]) { start -= 1 }
  var end = index
  while end < text.count, !isSpace(text[end]) { end += 1 }
  return start..<end
}
