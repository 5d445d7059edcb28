/// Text that a part of a pattern matches, with codes in it; see `Literal.Code`.
struct Run: Hashable {
  /// UTF-8 and codes, without 0x00; ASCII letters are lower case where `isCaseless`.
  private(set) var bytes: [UInt8]
  /// Whether the case of ASCII letters is ignored; it is for the whole run or not at all.
  private(set) var isCaseless = false

  static let empty = Run(bytes: [])
  static let boundary = Run(code: Literal.Code.boundary)

  init(code: UInt8) { bytes = [code] }

  init(_ scalar: Unicode.Scalar, caseless: Bool = false) {
    bytes = scalar.isASCII ? [UInt8(scalar.value)] : Array(String(scalar).utf8)
    isCaseless = caseless && scalar.isASCIILetter
    if isCaseless { bytes[0] |= 0x20 }
  }

  private init(bytes: [UInt8], isCaseless: Bool = false) {
    self.bytes = bytes
    self.isCaseless = isCaseless
  }

  /// Appends a character of ASCII.
  mutating func append(ascii byte: UInt8, caseless: Bool) {
    let isLetter = isASCIILowercase(byte | 0x20)
    if caseless && isLetter && !isCaseless { ignoreCase() }
    bytes.append(isCaseless ? asciiLowercase(byte) : byte)
  }

  /// Takes back a character that was appended as ASCII.
  mutating func removeLast() -> Run {
    Run(bytes: [bytes.removeLast()], isCaseless: isCaseless)
  }

  private mutating func ignoreCase() {
    for place in bytes.indices { bytes[place] = asciiLowercase(bytes[place]) }
    isCaseless = true
  }

  /// Appends `next`; a run of which a part ignores case ignores it throughout, which finds more.
  ///
  /// A boundary between two texts says nothing that they do not say themselves.
  mutating func append(_ next: Run) {
    let boundary = Literal.Code.boundary
    var added = next.bytes[...]
    if bytes.last == boundary && !added.isEmpty {
      if added.first == boundary || bytes.count > 1 { bytes.removeLast() }
    }
    if added.first == boundary && added.count > 1 && !bytes.isEmpty { added.removeFirst() }
    bytes.append(contentsOf: added)
    if isCaseless != next.isCaseless { ignoreCase() }
  }

  func appending(_ next: Run) -> Run {
    if bytes.isEmpty { return next }
    var result = self
    result.append(next)
    return result
  }

  /// Whether there is no plain text in it.
  var isCodes: Bool { bytes.allSatisfy(Literal.Code.isCode) }

  /// What is plain text in it, without the codes at its ends; equal texts have equal numbers.
  var core: UInt64 {
    let isPlain = { (byte: UInt8) in !Literal.Code.isCode(byte) }
    guard let first = bytes.firstIndex(where: isPlain), let last = bytes.lastIndex(where: isPlain)
    else { return 0 }
    // FNV-1a.
    return bytes[first...last].reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  /// What is known of a character that is one of some, all of which stand at ends of runs; nil where
  /// that is nothing, or where one of the runs has no end.
  static func edge(of elements: some Sequence<UInt8?>) -> Run? {
    var edge: UInt8?
    for element in elements {
      guard let element, element < 0x80 || Literal.Code.isCode(element),
        !isASCIIWord(element), element != Literal.Code.anyCharacter
      else { return nil }
      guard let known = edge, known != element else {
        edge = element
        continue
      }
      let isInWord = { $0 == Literal.Code.word || $0 == Literal.Code.digit }
      if isInWord(known) || isInWord(element) { return nil }
      // Different characters, none of which goes on a word.
      edge = Literal.Code.boundary
    }
    return edge.map { $0 < 0x80 ? Run(Unicode.Scalar($0)) : Run(code: $0) }
  }

  /// Whether there is enough plain text in it to look for: two bytes, or one that is rare, masked.
  var isTelling: Bool {
    var length = 0
    var (isMasked, hasRareByte) = (false, false)
    for byte in bytes {
      if Literal.Code.isCode(byte) {
        length = 0
        isMasked = isMasked || byte == Literal.Code.symbol || byte == Literal.Code.nonWord
      } else {
        length += 1
        if length == 2 { return true }
        hasRareByte = hasRareByte || Commonness.isRare(byte)
      }
    }
    return isMasked && hasRareByte
  }

  /// The distinct runs, in order.
  static func distinct(_ runs: [Run]) -> [Run] {
    // Eight bytes at once decide nearly every comparison.
    let keys = runs.map { run in
      var key: UInt64 = 0
      for place in 0..<8 { key = key << 8 | UInt64(place < run.bytes.count ? run.bytes[place] : 0) }
      return key
    }
    let order = runs.indices.sorted { left, right in
      keys[left] == keys[right] ? areInOrder(runs[left], runs[right]) : keys[left] < keys[right]
    }
    var distinct: [Run] = []
    distinct.reserveCapacity(order.count)
    for index in order where distinct.last != runs[index] { distinct.append(runs[index]) }
    return distinct
  }

  static func areInOrder(_ left: Run, _ right: Run) -> Bool {
    if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
    return left.isCaseless && !right.isCaseless
  }

  /// Whether every text that contains this run contains `other` too.
  func contains(_ other: Run) -> Bool {
    if isCaseless && !other.isCaseless && other.bytes.contains(where: isASCIILowercase) {
      return false
    }
    let count = other.bytes.count
    guard count <= bytes.count else { return false }
    let folds = other.isCaseless && !isCaseless
    return (0...bytes.count - count).contains { start in
      (0..<count).allSatisfy { place in
        let (mine, theirs) = (bytes[start + place], other.bytes[place])
        return mine == theirs || (folds && asciiLowercase(mine) == theirs)
      }
    }
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { value < 0x80 && isASCIILowercase(UInt8(value) | 0x20) }
}
