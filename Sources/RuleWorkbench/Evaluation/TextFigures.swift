import RulePacks
import TimelineModel

/// Figures that add up text by text, over any selection of texts.
struct TextFigures: Sendable {
  /// Texts seen, those among them that something was found in, and those that were undecided.
  var texts = 0
  var flagged = 0
  var undecided = 0
  /// Texts labelled harmless, and how many of them something was found in that the label denies.
  var clean = Rate()
  /// The corpus's own question.
  var own = Counts()
  /// Harmless texts likely, and unlikely, to be in African-American English.
  var dialect = Rate()
  var otherDialect = Rate()
  /// The sum of the F1 of the characters found, and over how many texts.
  var spanF1 = 0.0
  var spanTexts = 0

  /// The mean F1 of the characters found; nil where no text says which.
  var meanSpanF1: Double? { spanTexts == 0 ? nil : spanF1 / Double(spanTexts) }

  /// How many times as often texts in African-American English are flagged; nil where unknown.
  var dialectRatio: Double? {
    guard let one = dialect.value, let other = otherDialect.value, other > 0 else { return nil }
    return one / other
  }

  mutating func add(
    _ text: LabelledText, _ screened: ScreenedText, _ found: Set<CategoryID>
  ) {
    texts += 1
    undecided += screened.isUndecided ? 1 : 0
    let isFlagged = Question.Counted.suitability.isYes(found)
    flagged += isFlagged ? 1 : 0
    if text.expectation.isClean {
      clean.add(
        found.contains(where: text.expectation.isWrong), isUnknown: screened.isUndecided)
      if let dialect = text.dialect {
        if dialect >= 0.5 { self.dialect.add(isFlagged) }
        if dialect < 0.2 { otherDialect.add(isFlagged) }
      }
    }
    if let isPositive = text.isPositive, text.expectation != .unlabelled {
      let counted = text.asksForHate ? Question.Counted(names: ["hate"]) : .suitability
      own.add(isPositive ? .yes : .no, said: counted.isYes(found))
    }
    if let span = text.span {
      spanF1 += Self.f1(of: screened.span ?? [], against: span)
      spanTexts += 1
    }
  }

  /// As SemEval-2021 task 5 has it: 1 where nothing was to be found and nothing was.
  private static func f1(of found: Set<Int>, against expected: Set<Int>) -> Double {
    if found.isEmpty && expected.isEmpty { return 1 }
    return 2 * Double(found.intersection(expected).count) / Double(found.count + expected.count)
  }
}
