package import PatternEngine
package import RulePacks
package import TimelineModel

/// Why the rules say what they say about one text.
package struct Explanation: Sendable {
  /// What one rule has to do with the verdict.
  package struct Line: Sendable {
    /// The rule.
    package var rule: Rule
    /// Its file.
    package var source: PackSource
    /// What the rule says, conditions and all.
    var standing: RuleInquiry.Standing
    /// How bad its finding is at the end; nil where it counts for nothing.
    var tier: Tier?
    /// The stance rules that lowered it.
    var loweredBy: [String] = []
    /// Whether a person should look at it.
    var needsReview = false
    /// Whether the rule matches, but at a level that was not asked for.
    var isTooStrict = false
  }

  /// The text's readings: as written, then the folded ones.
  package private(set) var readings: [String] = []
  /// The language that the text is taken to be in.
  package let language: LanguageCode
  /// The rules that decided: findings, stances, and the signals that they refer to.
  package private(set) var fired: [Line] = []
  /// The rules that came close, the closest first; or all that were asked for.
  package private(set) var near: [Line] = []
  /// The worst tier of each category.
  package private(set) var verdict: [(category: CategoryID, tier: Tier)] = []
  let rules: CompiledRules
  /// Whether the rules were named by who asks.
  let wereAskedFor: Bool

  /// How close a rule must come to be told of: half of its pattern's parts.
  private static let leastShare = 0.5
  /// How many that came close are told of.
  private static let mostNear = 8

  /// Asks the rules about a text; with `only`, about the rules of these ids, whatever they say.
  package init(
    of text: String, language: LanguageCode, _ library: RuleLibrary, _ rules: CompiledRules,
    only: Set<String> = []
  ) throws(PrefilterError) {
    self.language = language
    self.rules = rules
    wereAskedFor = !only.isEmpty
    var inquiry = try RuleInquiry(library, rules, about: text, language: language)
    readings = inquiry.readings
    let outcome = try Outcome(of: text, language: language, rules)
    let sources = library.rules.map(\.pack.source)

    var concerned = Set(inquiry.concerned)
    if language != .unknown {
      let elsewhere = try RuleInquiry(library, rules, about: text, language: .unknown)
      concerned.formUnion(elsewhere.holding)
    }
    concerned.formUnion(rules.rules.indices.filter { only.contains(rules.rules[$0].id) })
    let referred = outcome.referred(by: inquiry.holding, rules)
    var close: [(line: Line, closeness: Double)] = []
    for rule in concerned.sorted() {
      guard only.isEmpty || only.contains(rules.rules[rule].id) else { continue }
      var line = Line(
        rule: rules.rules[rule], source: sources[rule], standing: try inquiry.standing(of: rule))
      outcome.complete(&line, rule, rules)
      line.isTooStrict = line.standing.holds && line.rule.strictness > rules.options.strictness
      let isSignal = if case .signal = line.rule.role { true } else { false }
      if line.standing.holds, !line.isTooStrict, !isSignal || referred.contains(rule) {
        fired.append(line)
      } else if !only.isEmpty {
        close.append((line, 1))
      } else if !isSignal, let closeness = line.closeness, closeness >= Self.leastShare {
        close.append((line, closeness))
      }
    }
    let nearest = close.sorted {
      $0.closeness == $1.closeness
        ? $0.line.rule.id < $1.line.rule.id : $0.closeness > $1.closeness
    }
    near = nearest.prefix(only.isEmpty ? Self.mostNear : .max).map(\.line)
    verdict = outcome.verdict(rules)
  }
}

extension Explanation.Line {
  /// How close the rule came, in 0...1; nil where it is no near miss at all.
  fileprivate var closeness: Double? {
    if standing.match != nil || isTooStrict || standing.holds { return 1 }
    for case .undecided in standing.obstacles { return 1 }
    for case .pattern(let progress) in standing.obstacles { return progress?.share }
    return nil
  }
}

/// What a scan would find in the text.
private struct Outcome {
  private let results: BatchMatches

  init(
    of text: String, language: LanguageCode, _ rules: CompiledRules
  ) throws(PrefilterError) {
    var batch = TextBatch()
    var matcher = try RuleMatcher(rules)
    var results = BatchMatches()
    batch.append(text, language: language)
    try matcher.match(batch.batch, batch.folded, into: &results)
    self.results = results
  }

  /// Says of a line what became of its finding.
  func complete(_ line: inout Explanation.Line, _ rule: Int, _ rules: CompiledRules) {
    guard let match = results.matches.first(where: { $0.rule == rule && $0.droppedBy == nil })
    else { return }
    line.tier = match.tier
    line.needsReview = match.needsReview
    line.loweredBy = results.loweredBy(match, in: rules).map { rules.rules[$0].id }
  }

  /// The signals that rules which hold refer to, through others if need be.
  func referred(by holding: Set<Int>, _ rules: CompiledRules) -> Set<Int> {
    var referred: Set<Int> = []
    for rule in holding {
      let conditions = rules.conditions(of: rule)
      referred.formUnion(conditions.all + conditions.any + (conditions.near.map { [$0] } ?? []))
    }
    return referred.intersection(holding)
  }

  func verdict(_ rules: CompiledRules) -> [(category: CategoryID, tier: Tier)] {
    var worst: [CategoryID: Tier] = [:]
    for match in results.matches where match.droppedBy == nil {
      guard let tier = match.tier, let category = rules.rules[match.rule].category else { continue }
      worst[category] = max(worst[category] ?? tier, tier)
    }
    return worst.sorted { $0.key < $1.key }.map { (category: $0.key, tier: $0.value) }
  }
}
