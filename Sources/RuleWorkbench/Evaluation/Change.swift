import RulePacks
import TimelineModel

/// A text about which two sets of rules say different things.
struct Change: Sendable {
  /// Whether the labels welcome a change.
  enum Direction: String, CaseIterable, Sendable {
    case worse, better, unclear
  }

  var corpus: String
  var id: String
  var text: String
  /// The categories that are found now and were not, and the other way round.
  var gained: [CategoryID]
  var lost: [CategoryID]
  /// The rules behind them.
  var rules: [String]
  var direction: Direction

  /// The difference, or nil where the same categories are found.
  init?(
    _ text: LabelledText, of corpus: String, before: ScreenedText, _ old: CompiledRules,
    after: ScreenedText, _ new: CompiledRules
  ) {
    let was = before.categories(old)
    let found = after.categories(new)
    guard was != found else { return nil }
    self.corpus = corpus
    id = text.id
    self.text = text.text
    gained = found.subtracting(was).sorted()
    lost = was.subtracting(found).sorted()
    rules = after.ids(new, of: gained) + before.ids(old, of: lost)
    let expectation = text.expectation
    let judgements =
      gained.map(expectation.judgement) + lost.map { expectation.judgement(of: $0).opposite }
    if judgements.contains(.wrong) {
      direction = .worse
    } else {
      direction = judgements.contains(.right) ? .better : .unclear
    }
  }
}

extension ScreenedText {
  /// The rules that found something of these categories.
  fileprivate func ids(_ rules: CompiledRules, of categories: [CategoryID]) -> [String] {
    findings.map { rules.rules[Int($0.rule)] }
      .filter { $0.category.map(categories.contains) ?? false }.map(\.id)
  }
}

extension Expectation.Judgement {
  /// What a loss is where a gain would be this.
  fileprivate var opposite: Self {
    switch self {
    case .right: .wrong
    case .wrong: .right
    case .unknown: .unknown
    }
  }
}
