import Foundation

/// Writes packs of made-up rules, to see how cost grows with their number.
enum SyntheticPacks {
  /// Writes `count` rules of five invented words each into a folder.
  static func write(_ count: Int, to folder: String) throws {
    try writeCategories(to: folder)
    var texts = PostTexts(seed: 9)
    for first in stride(from: 0, to: count, by: 1_000) {
      let name = "bench\(first / 1_000)"
      var yaml = head(name)
      for number in first..<min(first + 1_000, count) {
        yaml += rule("\(name).words.\(String(format: "%03d", number % 1_000))", &texts)
      }
      try yaml.write(toFile: folder + "/\(name).yaml", atomically: true, encoding: .utf8)
    }
  }

  /// Writes one rule a pattern into a folder.
  static func write(patterns: [String], to folder: String) throws {
    try writeCategories(to: folder)
    let rules = patterns.enumerated().map { number, pattern in
      rule("bench.words.\(String(format: "%03d", number))", pattern, example: "word")
    }
    try (head("bench") + rules.joined())
      .write(toFile: folder + "/bench.yaml", atomically: true, encoding: .utf8)
  }

  private static func writeCategories(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try """
    - id: abuse
      summary: invented
      definition: invented
      iab: HxqYV1
      tiers: {high: invented}

    """.write(toFile: folder + "/categories.yaml", atomically: true, encoding: .utf8)
  }

  private static func head(_ name: String) -> String {
    "pack: \(name)\nversion: 1.0.0\nlanguage: any\nsummary: invented\nrules:\n"
  }

  private static func rule(_ id: String, _ texts: inout PostTexts) -> String {
    let words = (0..<5).map { _ in word(&texts) }
    return rule(
      id, "\\b(?:\(words.joined(separator: "|")))\\W{1,3}(?:are|is|was)\\b",
      example: "\(words[0]) is")
  }

  private static func rule(_ id: String, _ pattern: String, example: String) -> String {
    """
      - id: \(id)
        summary: invented words
        category: abuse
        tier: high
        confidence: 0.9
        pattern: '\(pattern.replacing("'", with: "''"))'
        examples:
          match: ['\(example)']
          ignore: ['nothing']

    """
  }

  private static func word(_ texts: inout PostTexts) -> String {
    (0..<5 + texts.below(6)).map { _ in
      String(UnicodeScalar(UInt8(ascii: "a") + UInt8(texts.below(26))))
    }.joined()
  }
}
