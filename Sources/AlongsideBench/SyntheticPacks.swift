import Foundation

/// Writes packs of made-up rules, to see how cost grows with their number.
enum SyntheticPacks {
  /// Writes `count` rules of five invented words each into a folder.
  static func write(_ count: Int, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try """
    - id: abuse
      summary: invented
      definition: invented
      iab: HxqYV1
      tiers: {high: invented}

    """.write(toFile: folder + "/categories.yaml", atomically: true, encoding: .utf8)
    var texts = PostTexts(seed: 9)
    var yaml = "pack: bench\nversion: 1.0.0\nlanguage: any\nsummary: invented\nrules:\n"
    for number in 0..<count {
      let words = (0..<5).map { _ in word(&texts) }
      yaml += """
          - id: bench.words.\(String(format: "%05d", number))
            summary: invented words
            category: abuse
            tier: high
            confidence: 0.9
            pattern: '\\b(?:\(words.joined(separator: "|")))\\W{1,3}(?:are|is|was)\\b'
            examples:
              match: ['\(words[0]) is']
              ignore: ['nothing']

        """
    }
    try yaml.write(toFile: folder + "/bench.yaml", atomically: true, encoding: .utf8)
  }

  private static func word(_ texts: inout PostTexts) -> String {
    (0..<5 + texts.below(6)).map { _ in
      String(UnicodeScalar(UInt8(ascii: "a") + UInt8(texts.below(26))))
    }.joined()
  }
}
