package import PatternEngine
package import RulePacks
package import TimelineModel

/// Runs rules over many texts on all processors.
package struct TextScreen: Sendable {
  /// A text to be screened.
  package struct Input: Sendable {
    package var text: String
    package var language: LanguageCode
    /// Whether to tell which characters were found.
    package var wantsSpan: Bool

    package init(_ text: String, language: LanguageCode, wantsSpan: Bool = false) {
      self.text = text
      self.language = language
      self.wantsSpan = wantsSpan
    }
  }

  private static let batchSize = 512
  private let rules: CompiledRules
  private let isForFewTexts: Bool

  /// Makes a screen; `forFewTexts` is faster on some hundred texts.
  package init(_ rules: CompiledRules, forFewTexts: Bool = false) {
    self.rules = rules
    isForFewTexts = forFewTexts
  }

  /// What the rules find in each text, in order.
  package func screen(_ texts: [Input]) throws(PrefilterError) -> [ScreenedText] {
    let batches = (texts.count + Self.batchSize - 1) / Self.batchSize
    let screened = try AllCores.map(batches) { () throws(PrefilterError) in
      try Worker(rules, forFewTexts: isForFewTexts)
    } _: { (worker: inout Worker, number) throws(PrefilterError) in
      let start = number * Self.batchSize
      return try worker.screen(texts[start..<min(start + Self.batchSize, texts.count)])
    }
    return Array(screened.joined())
  }

  /// What one processor needs.
  private struct Worker: ~Copyable {
    let rules: CompiledRules
    var matcher: RuleMatcher
    var batch = TextBatch()
    var results = BatchMatches()

    init(_ rules: CompiledRules, forFewTexts: Bool) throws(PrefilterError) {
      self.rules = rules
      matcher = try RuleMatcher(rules, forFewTexts: forFewTexts)
    }

    mutating func screen(
      _ texts: ArraySlice<Input>
    ) throws(PrefilterError) -> [ScreenedText] {
      batch.removeAll()
      for text in texts { batch.append(text.text, language: text.language) }
      try matcher.match(batch.batch, batch.folded, into: &results)
      var screened = Array(repeating: ScreenedText(), count: texts.count)
      for match in results.matches where match.droppedBy == nil {
        guard let tier = match.tier, rules.rules[match.rule].category != nil else { continue }
        let finding = ScreenedText.Finding(rule: Int32(match.rule), tier: tier)
        if screened[match.content].findings.last != finding {
          screened[match.content].findings.append(finding)
        }
        let input = texts[texts.startIndex + match.content]
        guard input.wantsSpan else { continue }
        for span in spans(of: match, in: input) {
          screened[match.content].span = (screened[match.content].span ?? [])
            .union(input.text.scalarOffsets(ofBytes: span))
        }
      }
      for undecided in results.undecided { screened[undecided.content].isUndecided = true }
      return screened
    }

    /// Everything that a match's rule covers in the match's field, as reports mark and mask it; the
    /// whole text where that cannot be told.
    private mutating func spans(of match: RuleMatch, in input: Input) -> [Range<Int>] {
      guard case .field(let field, _, _) = match.place else { return [] }
      let places = matcher.matches(
        of: match.rule, inField: field, batch.batch, batch.folded)
      guard let places else { return [0..<input.text.utf8.count] }
      return places.compactMap {
        batch.originalSpan(of: .field(field, reading: $0.reading, span: $0.span))
      }
    }
  }
}

extension String {
  /// The Unicode scalars, counted from zero, that begin within a range of UTF-8 bytes.
  func scalarOffsets(ofBytes range: Range<Int>) -> Range<Int> {
    var byte = 0
    var scalars = 0
    var start: Int?
    for scalar in unicodeScalars {
      if byte >= range.upperBound { break }
      if byte >= range.lowerBound, start == nil { start = scalars }
      byte += UTF8.width(scalar)
      scalars += 1
    }
    return (start ?? scalars)..<scalars
  }
}
