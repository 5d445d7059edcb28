import RulePacks
import TimelineModel

extension PolicySections {
  /// What follows from the figures; what the file does not say stays as it is by default.
  mutating func review(_ reader: inout MappingReader) -> ReviewPolicy {
    var policy = ReviewPolicy()
    for text in reader.texts("themes") {
      if let theme = theme(text, &reader) { policy.themes.append(theme) }
    }
    mapping("bands", keys: ["amber", "red"], &reader) { bands in
      if let text = bands.text("amber") {
        policy.bands.amber = share(text, key: "amber", &bands) ?? policy.bands.amber
      }
      if let text = bands.text("red") {
        policy.bands.red = share(text, key: "red", &bands) ?? policy.bands.red
      }
    }
    if policy.bands.amber > policy.bands.red, let node = reader.node("bands") {
      reader.fault(
        "P007", "`amber` lies above `red`", at: node, help: "let amber begin first, such as at 1 %")
    }
    if reader.has("postures") {
      policy.clauses = (items("postures", &reader) ?? []).compactMap { clause($0, &reader) }
    }
    policy.otherwise = posture("otherwise", &reader) ?? policy.otherwise
    policy.intervalDays = days(&reader) ?? policy.intervalDays
    policy.alternatives = reader.texts("alternatives").map { Platform(named: $0.text) }
    mapping("accuracy", keys: ["safety", "suitability"], &reader) { accuracy in
      policy.safetyAccuracy = self.accuracy("safety", &accuracy)
      policy.suitabilityAccuracy = self.accuracy("suitability", &accuracy)
    }
    return policy
  }

  private func posture(_ key: String, _ reader: inout MappingReader) -> Posture? {
    reader.name(key, among: Posture.allCases.map(\.rawValue)) { Posture(rawValue: $0) }
  }

  private func days(_ reader: inout MappingReader) -> Int? {
    guard let text = reader.text("review-interval") else { return nil }
    let parts = text.text.split(separator: " ")
    guard parts.count == 2, parts[1] == "days" || parts[1] == "day", let days = Int(parts[0]),
      (1...3660).contains(days)
    else {
      reader.fault(
        "P006", "`review-interval` is a number of days, at most ten years", at: text,
        help: "write it like `90 days`")
      return nil
    }
    return days
  }

  private func clause(_ node: YAMLNode, _ file: inout MappingReader) -> PostureClause? {
    var reader = MappingReader(
      node, what: "a clause", keys: ["posture", "clause", "when"], in: source)
    if !reader.has("posture") {
      reader.missing("posture", help: "say what follows, such as `posture: suspend`")
    }
    let posture = posture("posture", &reader)
    let text = reader.text("clause")?.text
    var conditions: [PostureClause.Condition] = []
    let figures = PostureClause.Figure.allCases
    if reader.has("when") {
      mapping("when", keys: figures.map(\.rawValue), &reader) { when in
        for figure in figures {
          if let condition = condition(figure, &when) { conditions.append(condition) }
        }
        if conditions.isEmpty, when.faults.isEmpty {
          when.missing("safety-rate", help: "name at least one figure and its bound")
        }
      }
    } else {
      reader.missing("when", help: "say when it holds, such as `when: {safety-low: at least 1 %}`")
    }
    file.append(reader.faults)
    guard let posture, !conditions.isEmpty else { return nil }
    return PostureClause(posture, text: text, when: conditions)
  }

  private func condition(
    _ figure: PostureClause.Figure, _ reader: inout MappingReader
  ) -> PostureClause.Condition? {
    guard let text = reader.text(figure.rawValue) else { return nil }
    let example = figure.isCount ? "at least 3" : "at least 1 %"
    guard let (comparison, rest) = PolicyNumber.comparison(text.text) else {
      reader.fault(
        "P006", "`\(figure.rawValue)` is compared with a bound", at: text,
        help: "write `at least`, `above`, `at most` or `below` first, such as `\(example)`")
      return nil
    }
    let threshold = figure.isCount ? Int(rest).map(Double.init) : PolicyNumber.share(rest)
    guard let threshold, threshold >= 0 else {
      reader.fault(
        "P006",
        figure.isCount
          ? "`\(figure.rawValue)` is a whole number" : "`\(figure.rawValue)` is a share",
        at: text, help: "write it like `\(example)`")
      return nil
    }
    return PostureClause.Condition(figure, comparison, threshold)
  }

  private func accuracy(_ key: String, _ reader: inout MappingReader) -> RuleAccuracy? {
    var found: RuleAccuracy?
    mapping(key, keys: ["sensitivity", "specificity"], &reader) { inner in
      let sensitivity = measured("sensitivity", &inner)
      let specificity = measured("specificity", &inner)
      guard let sensitivity, let specificity else { return }
      guard sensitivity.share + specificity.share > 1 else {
        if let node = inner.node("sensitivity") {
          inner.fault(
            "P007", "sensitivity and specificity come to 1 or less: such rules tell nothing",
            at: node, help: "check the figures against `rules eval`")
        }
        return
      }
      found = RuleAccuracy(sensitivity: sensitivity, specificity: specificity)
    }
    return found
  }

  private func measured(_ key: String, _ reader: inout MappingReader) -> RuleAccuracy.Measured? {
    guard let text = reader.text(key, required: true) else { return nil }
    guard let measured = PolicyNumber.measured(text.text) else {
      reader.fault(
        "P006", "`\(key)` is a share and the number of posts it was measured on", at: text,
        help: "write it like `0.8 of 500`")
      return nil
    }
    return measured
  }
}
