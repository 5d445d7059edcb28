/// A pattern with its words filled in, and where each part of it came from.
struct ExpandedPattern: Sendable {
  /// What PCRE2 compiles.
  var bytes: [UInt8] = []
  /// The parts, by ascending start.
  private(set) var pieces: [Piece] = []

  /// A run of bytes with one origin.
  struct Piece: Sendable {
    /// The first byte of the run.
    var start: Int
    /// Where the run came from.
    var origin: Origin
  }

  /// Where a run of bytes came from.
  enum Origin: Sendable {
    /// Text of a pack, from this byte on.
    case text(PlacedText, offset: Int)
    /// A word list, referred to by the `length` bytes at this byte of a text.
    case word(WordKey, in: PlacedText, offset: Int, length: Int)
  }

  /// The text of the expanded pattern.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The references to words, in order.
  var references: [(key: WordKey, text: PlacedText, offset: Int, length: Int)] {
    pieces.compactMap { piece in
      guard case .word(let key, let text, let offset, let length) = piece.origin else { return nil }
      return (key, text, offset, length)
    }
  }

  /// The part that a byte belongs to, and the byte's place in it.
  func origin(ofByte offset: Int) -> (origin: Origin, offset: Int)? {
    guard let piece = pieces.last(where: { $0.start <= offset }) ?? pieces.first else { return nil }
    return (piece.origin, offset - piece.start)
  }

  mutating func append(_ run: some Sequence<UInt8>, from origin: Origin) {
    pieces.append(Piece(start: bytes.count, origin: origin))
    bytes += run
  }

  /// Appends bytes that belong to the part before them.
  mutating func append(_ run: some Sequence<UInt8>) {
    bytes += run
  }
}

/// Names a word list over all packs.
struct WordKey: Hashable, Sendable {
  /// The pack's id.
  var pack: String
  /// The list's name.
  var word: String
}
