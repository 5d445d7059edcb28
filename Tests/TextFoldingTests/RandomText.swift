/// A generator whose numbers follow from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Texts that follow from a seed.
enum RandomText {
  /// Scalars of all planes, those that folding treats in a way of its own far more often.
  static func unicode(seed: UInt64, upTo longest: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...longest, using: &generator) {
      let value = UInt32.random(
        in: ranges.randomElement(using: &generator) ?? 0...0x10FFFF, using: &generator)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Characters of which triggers are made: ASCII, or emoji too.
  static func triggers(seed: UInt64, upTo longest: Int, withEmoji: Bool = false) -> String {
    var generator = SeededGenerator(seed: seed)
    let ascii = "aaabbcdeiloszAEX1034579$$@!|..--_*/:'# \n   ,&"
    let alphabet = Array(withEmoji ? "🔥🔥❤️❤️❤️👍🏽⚡–" + ascii.dropLast(12) : ascii)
    return String(
      (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? " "
      })
  }

  /// Words of two and more small letters, none three times in a row.
  static func plain(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      var word = ""
      for _ in 0..<Int.random(in: 2...9, using: &generator) {
        let letter = alphabet.randomElement(using: &generator) ?? "a"
        if word.last != letter { word.append(letter) }
      }
      return word.count > 1 ? word : "no"
    }.joined(separator: [" ", ", ", ". ", "\n"].randomElement(using: &generator) ?? " ")
  }

  /// Words in scripts of their own with emoji, quotes, dashes and joiners.
  static func ownScripts(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "ж", "п", "о", "а", "р", "ф", "λ", "ο", "β", "ש", "ب", "ا", "न", "ह", "本", "カ", "。", "’", "–",
      "…",
      "❤\u{FE0F}", "👩\u{200D}🎨", "\u{200C}", "€", "a", "t", "n", "5", ".", " ", " ", "\u{A0}",
      "\u{3000}",
    ]
    return (0..<Int.random(in: 0...14, using: &generator)).map { _ in
      parts.randomElement(using: &generator) ?? " "
    }.joined()
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x20, 0x20...0x7E, 0x61...0x7A, 0x61...0x7A, 0x30...0x40, 0x0...0x1F, 0x80...0xFF,
    0x100...0x24F, 0x250...0x2FF, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x530...0x6FF,
    0x900...0x97F, 0x1D00...0x1DFF, 0x2000...0x206F, 0x200B...0x200F, 0x20A0...0x20BF,
    0x2100...0x21FF, 0x2460...0x24FF, 0x2600...0x27BF, 0x3000...0x30FF, 0x4E00...0x9FFF,
    0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1D400...0x1D7FF, 0x1F100...0x1F1FF, 0x1F1E6...0x1F1FF,
    0x1F300...0x1FAFF, 0xE0000...0xE01FF, 0x0...0x10FFFF,
  ]
}
