import RulePacks
import TimelineModel

/// A text that was answered wrongly, to be read.
struct Mistake: Sendable {
  var corpus: String
  var id: String
  /// The rules that found something, the worst first; none where something was missed.
  var rules: [String]
  /// The labels' categories where something was missed.
  var expected: [String]
  var text: String
  /// What comes first is worse.
  var order: (Int, Double, Int)

  static func isWorse(_ left: Mistake, _ right: Mistake) -> Bool {
    left.order == right.order ? left.id < right.id : left.order < right.order
  }

  /// A harmless text that something was found in: the worst tier and highest confidence first.
  init(
    falsePositive text: LabelledText, of corpus: String, _ screened: ScreenedText,
    _ rules: CompiledRules
  ) {
    self.corpus = corpus
    id = text.id
    self.text = text.text
    func weight(_ finding: ScreenedText.Finding) -> (Tier, Double) {
      (finding.tier, rules.rules[Int(finding.rule)].confidence)
    }
    let findings = screened.findings.sorted { weight($0) > weight($1) }
    self.rules = findings.map { rules.rules[Int($0.rule)].id }
    expected = []
    let worst = findings.first
    order = (
      -(worst?.tier.rank ?? 0), -(worst.map { rules.rules[Int($0.rule)].confidence } ?? 0), 0
    )
  }

  /// A text in which nothing was found: the shortest first, as most is seen in them.
  init(miss text: LabelledText, of corpus: String) {
    self.corpus = corpus
    id = text.id
    self.text = text.text
    rules = []
    expected = text.expectation.categories.map(\.rawValue).sorted()
    order = (0, 0, text.text.utf8.count)
  }
}
