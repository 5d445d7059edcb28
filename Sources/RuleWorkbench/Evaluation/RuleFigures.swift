package import TimelineModel

/// How one rule did.
package struct RuleFigures: Sendable {
  /// Texts in which it found something.
  package var hits = 0
  /// Those whose labels say that it is right.
  package var right = 0
  /// Those whose labels say that it is wrong.
  package var wrong = 0

  /// The share of hits that are right, among those that labels speak of.
  package var precision: Rate { Rate(count: right, trials: right + wrong) }

  mutating func add(_ judgement: Expectation.Judgement) {
    hits += 1
    switch judgement {
    case .right: right += 1
    case .wrong: wrong += 1
    case .unknown: break
    }
  }
}
