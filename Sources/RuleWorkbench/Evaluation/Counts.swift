import TimelineModel

/// How often a yes-or-no question was answered rightly and wrongly.
struct Counts: Hashable, Sendable {
  var truePositives = 0
  var falsePositives = 0
  var falseNegatives = 0
  var trueNegatives = 0

  var positives: Int { truePositives + falseNegatives }
  var negatives: Int { falsePositives + trueNegatives }
  var total: Int { positives + negatives }

  mutating func add(_ answer: Question.Answer, said yes: Bool) {
    switch (answer, yes) {
    case (.yes, true): truePositives += 1
    case (.yes, false): falseNegatives += 1
    case (.no, true): falsePositives += 1
    case (.no, false): trueNegatives += 1
    case (.ignored, _): break
    }
  }

  var precision: Rate { Rate(count: truePositives, trials: truePositives + falsePositives) }
  var recall: Rate { Rate(count: truePositives, trials: positives) }
  var specificity: Rate { Rate(count: trueNegatives, trials: negatives) }
  var falsePositiveRate: Rate { Rate(count: falsePositives, trials: negatives) }
  var accuracy: Rate { Rate(count: truePositives + trueNegatives, trials: total) }

  var weights: Weights {
    Weights(
      truePositives: Double(truePositives), falsePositives: Double(falsePositives),
      falseNegatives: Double(falseNegatives), trueNegatives: Double(trueNegatives))
  }

  /// The same with a weight for each kind, as resampling gives them.
  struct Weights: Sendable {
    var truePositives, falsePositives, falseNegatives, trueNegatives: Double

    /// 2PR ÷ (P + R) of the positive answer; 0 when nothing was found rightly.
    var f1: Double { Self.f1(truePositives, falsePositives, falseNegatives) }

    /// The mean of the F1 of the positive and of the negative answer.
    var macroF1: Double { (f1 + Self.f1(trueNegatives, falseNegatives, falsePositives)) / 2 }

    private static func f1(_ right: Double, _ wrong: Double, _ missed: Double) -> Double {
      right == 0 ? 0 : 2 * right / (2 * right + wrong + missed)
    }
  }
}
