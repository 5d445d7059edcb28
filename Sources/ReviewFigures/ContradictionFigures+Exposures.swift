import TimelineModel

extension ContradictionFigures {
  /// Counts the listed contradictions among exposures.
  init(of figures: ExposureFigures) {
    self.init()
    rate = figures.all.contradictions
    worst = figures.worstContradictions
    pairs = figures.parts.contradictions.map { pair, count in
      let trials = figures.parts.themes[pair.theme]?.safety.trials ?? count
      return Pair(
        theme: pair.theme, category: pair.category, rate: Rate(count: count, trials: trials))
    }
    .sorted { ($1.rate.count, $0.theme, $0.category) < ($0.rate.count, $1.theme, $1.category) }
  }
}
