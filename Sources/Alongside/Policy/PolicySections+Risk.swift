import RulePacks
import TimelineModel

extension PolicySections {
  /// How exposures are judged; what the file does not say stays as it is by default.
  mutating func risk(_ reader: inout MappingReader) -> RiskPolicy {
    var policy = RiskPolicy()
    weights(&policy, &reader)
    contradictions(&policy, &reader)
    suitability(&policy, &reader)
    window(&policy, &reader)
    policy.minimumExposures =
      reader.integer("minimum-exposures", in: 1...1_000_000_000) ?? policy.minimumExposures
    return policy
  }

  private func weights(_ policy: inout RiskPolicy, _ reader: inout MappingReader) {
    mapping(
      "weights", keys: ["severity", "proximity", "covered", "contradiction"], &reader
    ) { weights in
      mapping("severity", keys: Tier.allCases.map(\.rawValue), &weights) { tiers in
        for tier in Tier.allCases {
          policy.severity[tier] = weight(tier.rawValue, &tiers) ?? policy.severity[tier]
        }
      }
      if weights.has("proximity") {
        let texts = weights.texts("proximity")
        let numbers = texts.compactMap { Double($0.text) }.filter { (0...1).contains($0) }
        if numbers.count == texts.count, (1...10).contains(numbers.count) {
          policy.proximity = numbers
        } else if let node = weights.node("proximity") {
          weights.fault(
            "P006", "`proximity` is a list of one to ten weights from 0 to 1", at: node,
            help: "write one for each distance, such as [1, 0.5, 0.25]")
        }
      }
      policy.coveredVisibility = weight("covered", &weights) ?? policy.coveredVisibility
      let contradiction = weights.number("contradiction", in: "above 1 and up to 10") {
        $0 > 1 && $0 <= 10
      }
      guard let contradiction else { return }
      policy.contradictionWeight = contradiction
      policy.contradictions = policy.contradictions.mapValues {
        $0.mapValues { _ in contradiction }
      }
    }
  }

  private func weight(_ key: String, _ reader: inout MappingReader) -> Double? {
    reader.number(key, in: "from 0 to 1") { (0...1).contains($0) }
  }

  private func contradictions(_ policy: inout RiskPolicy, _ reader: inout MappingReader) {
    guard let node = reader.node("contradictions") else { return }
    policy.contradictions = [:]
    for entry in entries("contradictions", node, &reader) {
      guard let name = entry.key.text,
        let theme = theme(PlacedText(name, at: entry.key.place), &reader)
      else { continue }
      policy.contradictions[theme] = categories(
        entry.value, theme, weight: policy.contradictionWeight, &reader)
    }
  }

  /// Categories in a list, which weigh what contradictions weigh, or each with a weight of its own.
  private func categories(
    _ node: YAMLNode, _ theme: ThemeID, weight: Double, _ reader: inout MappingReader
  ) -> [CategoryID: Double] {
    var weights: [CategoryID: Double] = [:]
    guard case .mapping = node.content else {
      for text in reader.texts(of: node, key: theme.rawValue) {
        if let category = category(text, &reader) { weights[category] = weight }
      }
      return weights
    }
    for entry in entries(theme.rawValue, node, &reader) {
      guard let name = entry.key.text,
        let category = category(PlacedText(name, at: entry.key.place), &reader)
      else { continue }
      guard let number = entry.value.text.flatMap({ Double($0) }), number > 1, number <= 10 else {
        reader.fault(
          "P006", "a contradiction weighs above 1 and up to 10", at: entry.value,
          help: "write a number such as 1.5, or list the categories alone")
        continue
      }
      weights[category] = number
    }
    return weights
  }

  private func suitability(_ policy: inout RiskPolicy, _ reader: inout MappingReader) {
    guard let node = reader.node("suitability") else { return }
    policy.suitability = [:]
    let names = Tier.allCases.map(\.rawValue) + ["never"]
    for entry in entries("suitability", node, &reader) {
      guard let name = entry.key.text, let value = entry.value.text else {
        reader.fault(
          "P003", "`suitability` names one tier a category", at: entry.value,
          help: "write `racism: low`, or `never`")
        continue
      }
      let tier = Tier(rawValue: value)
      if tier == nil, value != "never" {
        reader.unknownName(
          PlacedText(value, at: entry.value.place), key: "tier", among: names)
      } else if name == "default" {
        guard let tier else {
          reader.fault(
            "P006", "`default` is a tier", at: entry.value,
            help: "write `never` for single categories")
          continue
        }
        policy.suitabilityDefault = tier
      } else if let category = category(PlacedText(name, at: entry.key.place), &reader) {
        policy.suitability[category] = .some(tier)
      }
    }
  }

  private func window(_ policy: inout RiskPolicy, _ reader: inout MappingReader) {
    guard let window = reader.integer("window", in: 1...10) else { return }
    guard window <= policy.proximity.count else {
      if let node = reader.node("window") {
        reader.fault(
          "P007", "`window` is wider than the weights of distances reach", at: node,
          help: "list \(window) numbers under `weights:`, `proximity:`")
      }
      return
    }
    policy.proximity = Array(policy.proximity.prefix(window))
  }
}
