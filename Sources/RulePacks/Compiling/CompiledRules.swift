package import Diagnostics
package import PatternEngine

/// All rules of a run, compiled: shared by every worker, never changed.
package final class CompiledRules: Sendable {
  /// What a run asks of the rules.
  package struct Options: Hashable, Sendable {
    /// The strictest level that scores, 1 to 3.
    package var strictness: Int
    /// Whether stance rules lower findings.
    package var appliesStance: Bool
    /// Whether only rules whose literals are there are tried; without, every rule is.
    package var usesPrefilter: Bool

    /// Matches of finding rules up to this level are reported too, for the caller to set apart.
    package var loggedStrictness = 0
    /// Whether rules for themes are tried.
    package var findsThemes = false

    /// Whether matches of signals, of stance rules and of stricter levels are reported too.
    package var reportsEverything: Bool

    /// What a review asks for: themes too, and on record what the strictest rules would find.
    package static func review(
      strictness: Int, appliesStance: Bool, usesPrefilter: Bool = true
    ) -> Options {
      var options = Options(
        strictness: strictness, appliesStance: appliesStance, usesPrefilter: usesPrefilter)
      options.findsThemes = true
      options.loggedStrictness = Options.strictest
      return options
    }

    /// The strictest level that rules have.
    package static let strictest = 3

    /// Chooses options.
    package init(
      strictness: Int = 1, appliesStance: Bool = true, usesPrefilter: Bool = true,
      reportsEverything: Bool = false
    ) {
      self.strictness = strictness
      self.appliesStance = appliesStance
      self.usesPrefilter = usesPrefilter
      self.reportsEverything = reportsEverything
    }
  }

  /// What was asked for.
  package let options: Options
  /// The rules; findings name them by their place in this list.
  package let rules: [Rule]
  /// The categories.
  package let categories: [Category]
  /// The rules that run on every text, because nothing is known to be in all their matches.
  package var alwaysRun: [Rule] { literals.alwaysRun.map { rules[Int($0)] } }

  /// The literals that are looked for, and the patterns as PCRE2 has them: for measuring.
  package var prefilter: LiteralPrefilter { literals.prefilter }
  package var meaning: LiteralMarks { literals.meaning }
  package var noMarks: [UInt64] { literals.noMarks }
  package var patternSources: [String] { plans.compactMap(\.pattern?.source) }

  let plans: [RulePlan]
  let gates: [RuleGate]
  let languages: LanguageTable
  let literals: LiteralTable
  /// Rules with a pattern whose literals are not looked for, by number: they are tried when asked about.
  let unsought: [Int32]
  /// Whether nothing is known of literals, so that rules run without the prefilter only.
  private let areForProving: Bool
  /// Rules that lower findings, by number.
  let stanceRules: [Int]
  /// Rules that look for labels, by number.
  let labelRules: [Int]
  /// Rules of conditions alone that somebody wants to know of without asking, by number.
  let combinations: [Int]

  /// Compiles a library; throws every fault of every pattern and condition.
  package convenience init(
    _ library: RuleLibrary, options: Options = Options()
  ) throws(DiagnosticList) {
    try self.init(library, RuleDraft(library, buildsTable: true), options: options)
  }

  /// Compiles a library for proofs, which try few rules on a text: in half the time, as nothing is
  /// found out about literals.
  package convenience init(proving library: RuleLibrary) throws(DiagnosticList) {
    let draft = RuleDraft(library)
    let nothing = Result { () throws(PrefilterError) in
      try LiteralTable(Array(repeating: nil, count: library.rules.count))
    }
    try self.init(
      library, draft, nothing, options: Options(usesPrefilter: false), areForProving: true)
  }

  /// The same, of a draft that has a table.
  convenience init(
    _ library: RuleLibrary, _ draft: RuleDraft, options: Options
  ) throws(DiagnosticList) {
    try self.init(library, draft, draft.table, options: options)
  }

  private convenience init(
    _ library: RuleLibrary, _ draft: RuleDraft, _ table: Result<LiteralTable, PrefilterError>?,
    options: Options, areForProving: Bool = false
  ) throws(DiagnosticList) {
    guard draft.faults.isEmpty, let table else {
      throw DiagnosticList(draft.faults.inReadingOrder)
    }
    switch table {
    case .success(let literals):
      let rules = library.rules.map(\.rule)
      let plans = rules.enumerated().map { number, rule in
        RulePlan(
          rule, pattern: draft.patterns[number], conditions: draft.conditions[number],
          categories: library.categories, options: options)
      }
      let unsought = rules.indices.filter { plans[$0].pattern != nil && !draft.isSought[$0] }
      self.init(
        rules, library.categories, plans, Self.gates(of: rules), literals,
        unsought: unsought.map { Int32($0) }, options, areForProving: areForProving)
    case .failure(let error):
      throw DiagnosticList([
        Diagnostic(
          .error, PackCode.unusablePattern,
          "the literal prefilter cannot be built: \(error.message)",
          help: "run without the prefilter, and report this with the packs")
      ])
    }
  }

  /// Everything that keeps a library from being compiled.
  package static func faults(of library: RuleLibrary) -> [Diagnostic] {
    RuleDraft(library).faults.inReadingOrder
  }

  /// The same rules for other options, without compiling anything again.
  package func with(_ options: Options) -> CompiledRules {
    let plans = rules.enumerated().map { number, rule in
      RulePlan(
        rule, pattern: self.plans[number].pattern, conditions: self.plans[number].conditions,
        categories: categories, options: options)
    }
    return CompiledRules(
      rules, categories, plans, gates, literals, unsought: unsought, options,
      areForProving: areForProving)
  }

  init(
    _ rules: [Rule], _ categories: [Category], _ plans: [RulePlan], _ gates: [RuleGate],
    _ literals: LiteralTable, unsought: [Int32], _ options: Options,
    areForProving: Bool = false
  ) {
    precondition(
      !(areForProving && options.usesPrefilter), "BUG: nothing is known of these rules' literals")
    self.areForProving = areForProving
    self.options = options
    self.rules = rules
    self.categories = categories
    self.plans = plans
    let isWanted = RuleGraph.closure(
      of: plans.indices.filter { plans[$0].scores || plans[$0].lowersFindings },
      in: plans.map(\.conditions), \.needed)
    self.gates = zip(gates, isWanted).map { gate, isWanted in
      var gate = gate
      gate.isWanted = isWanted
      return gate
    }
    self.literals = literals
    self.unsought = unsought
    stanceRules = rules.indices.filter { plans[$0].lowersFindings }
    languages = LanguageTable(rules)
    combinations = rules.indices.filter {
      plans[$0].isCombination && (plans[$0].scores || plans[$0].lowersFindings)
    }
    labelRules = rules.indices.filter { !plans[$0].labels.isEmpty }
  }

  static func gates(of rules: [Rule]) -> [RuleGate] {
    let languages = LanguageTable(rules)
    return rules.map { rule in
      RuleGate(
        fields: rule.fields, languages: languages.bits(of: rule),
        readsPlain: rule.view != .folded, readsFolded: rule.view != .plain)
    }
  }
}
