import Testing

@testable import TextFolding

/// The readings of one text, and where matches in them come from.
struct Folding {
  let text: String
  let bytes: [UInt8]
  let readings: [[UInt8]]
  let kinds: [FoldedReading.Kind]

  init(_ text: String) {
    self.init(Array(text.utf8), as: text)
  }

  private init(_ bytes: [UInt8], as text: String) {
    var folder = Folder()
    var output: [UInt8] = []
    var found: [FoldedReading] = []
    folder.fold(bytes.span, range: 0..<bytes.count, into: &output, readings: &found)
    self.text = text
    self.bytes = bytes
    readings = found.map { Array(output[$0.range]) }
    kinds = found.map(\.kind)
  }

  /// The readings as strings.
  var strings: [String] { readings.map { String(decoding: $0, as: UTF8.self) } }

  /// What a rule on folded text reads: the readings, or the plain text when there are none.
  var read: [String] { readings.isEmpty ? [text.lowercased()] : strings }

  /// The original text behind a range of a reading.
  func original(_ range: Range<Int>, inReading reading: Int) -> String? {
    originalRange(range, inReading: reading).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  func originalRange(_ range: Range<Int>, inReading reading: Int) -> Range<Int>? {
    var folder = Folder()
    return folder.originalRange(
      of: range, inReading: reading, ofField: bytes.span, range: 0..<bytes.count)
  }

  /// The places of `word` as a whole word in each reading, or in the plain text if there are none.
  func places(of word: String) -> [(reading: Int, range: Range<Int>)] {
    let searched = readings.isEmpty ? [Array(text.lowercased().utf8)] : readings
    return searched.enumerated().flatMap { reading, bytes in
      Self.places(of: Array(word.utf8), in: bytes).map { (reading, $0) }
    }
  }

  private static func isWordCharacter(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  private static func places(of word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard !word.isEmpty, text.count >= word.count else { return [] }
    return (0...(text.count - word.count)).compactMap { start in
      let end = start + word.count
      guard Array(text[start..<end]) == word else { return nil }
      let before = String(decoding: text[..<start], as: UTF8.self).last
      let after = String(decoding: text[end...], as: UTF8.self).first
      return isWordCharacter(before) || isWordCharacter(after) ? nil : start..<end
    }
  }
}
