import TimelineModel

extension SensitivityTable {
  /// Rates the exposures under each choice that the scan can speak of.
  init(of figures: ExposureFigures, run: RunInfo) {
    self.init()
    let trials = figures.all.safety.trials
    let range = SensitivityChoices.range
    for window in range {
      for strictness in range where strictness <= max(run.loggedStrictness, run.strictness) {
        // A scan without stance rules does not know what they would have lowered.
        for appliesStance in run.appliesStance ? [true, false] : [false] {
          let choice = SensitivityChoices(
            window: window, strictness: strictness, appliesStance: appliesStance)
          let index = choice.rawValue.trailingZeroBitCount
          rows.append(
            Row(
              window: window, strictness: strictness, appliesStance: appliesStance,
              safety: Rate(count: figures.unsafeUnder[index], trials: trials),
              suitability: Rate(count: figures.unsuitableUnder[index], trials: trials),
              isChosen: window == 1 && strictness == run.strictness
                && appliesStance == run.appliesStance))
        }
      }
    }
  }
}
