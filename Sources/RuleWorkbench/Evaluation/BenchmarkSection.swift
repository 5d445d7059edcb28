import TimelineModel

extension EvaluationResult {
  /// Our figures beside those of others and the targets.
  var benchmarkSection: Page.Section {
    Page.Section(
      "Beside others",
      "Fitted: measured on the development halves that authors could see. Held out: on texts that "
        + "no rule was written for. Others as published or measured on whole corpora.",
      columns: ["measure", "fitted", "held out", "target", "others"],
      rows: benchmarks.map { benchmark, counts in
        [
          .text(benchmark.name), counts.map { value($0, of: benchmark) } ?? .empty,
          .text(benchmark.heldOut ?? ""),
          benchmark.target.map {
            .text((benchmark.measure.isCost ? "≤ " : "≥ ") + $0.trimmed)
          } ?? .empty,
          .text(benchmark.peers.map { "\($0.name) \($0.value.trimmed)" }.joined(separator: ", ")),
        ]
      })
  }

  private func value(_ counts: Counts, of benchmark: Benchmark) -> Cell {
    switch benchmark.measure {
    case .accuracy: .share(counts.accuracy)
    case .recall: .share(counts.recall)
    case .specificity: .share(counts.specificity)
    case .f1: .f1(counts)
    case .macroF1: .macroF1(counts)
    case .falsePositives: .perTenThousand(counts.falsePositiveRate)
    case .spanF1:
      figures(of: benchmark.question.corpus)?.meanSpanF1.map { .share($0, nil) } ?? .empty
    case .dialectRatio:
      figures(of: benchmark.question.corpus)?.dialectRatio.map { .number($0, decimals: 2) }
        ?? .empty
    }
  }

  private func figures(of corpus: String) -> TextFigures? {
    corpora.first { $0.name == corpus }?.figures
  }
}

extension Double {
  /// The number with one decimal, or none where it is whole.
  fileprivate var trimmed: String {
    self == rounded() ? rounded(to: 0) : rounded(to: 1)
  }
}
