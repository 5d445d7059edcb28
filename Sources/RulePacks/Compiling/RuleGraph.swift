internal import Diagnostics

/// The conditions of all rules with their references resolved to rule numbers.
struct RuleGraph {
  /// The conditions of one rule.
  struct Conditions: Sendable {
    /// Every one of these must match.
    var all: [Int] = []
    /// Unless empty, one of these must match.
    var any: [Int] = []
    /// None of these may match.
    var unless: [Int] = []
    /// This one must match close by.
    var near: (rule: Int, words: Int)?

    /// Every rule that the conditions need.
    var needed: [Int] { positive + unless }
    /// Every rule of which a match is needed, not an absence.
    var positive: [Int] { all + any + (near.map { [$0.rule] } ?? []) }
    /// Whether there are none.
    var isEmpty: Bool { all.isEmpty && any.isEmpty && unless.isEmpty && near == nil }
  }

  /// How many rules deep conditions may lead.
  static let deepestConditions = 16

  /// One element a rule, in the order of `RuleLibrary.rules`.
  private(set) var conditions: [Conditions] = []
  private(set) var faults: [Diagnostic] = []

  private let rules: [(pack: RulePack, rule: Rule)]
  private let sortedIDs: [(id: String, number: Int)]

  init(_ rules: [(pack: RulePack, rule: Rule)]) {
    self.rules = rules
    sortedIDs = rules.enumerated().map { ($1.rule.id, $0) }.sorted { $0.0 < $1.0 }
    for (pack, rule) in rules {
      conditions.append(resolve(rule, pack.source))
    }
    findCircles()
  }

  /// Some rules, and all that `needs` names for any of them, directly or not; one element a rule.
  static func closure(
    of rules: some Sequence<Int>, in conditions: [Conditions], _ needs: (Conditions) -> [Int]
  ) -> [Bool] {
    var isMember = [Bool](repeating: false, count: conditions.count)
    var pending = Array(rules)
    while let rule = pending.popLast() {
      if isMember[rule] { continue }
      isMember[rule] = true
      pending += needs(conditions[rule])
    }
    return isMember
  }

  private mutating func resolve(_ rule: Rule, _ source: PackSource) -> Conditions {
    var resolved = Conditions()
    resolved.all = rule.all.flatMap { numbers($0, source) }
    resolved.any = rule.any.flatMap { numbers($0, source) }
    resolved.unless = rule.unless.flatMap { numbers($0, source) }
    if let near = rule.near, let other = numbers(near.rule, source).first {
      if let problem = problem(with: rules[other].rule, near: rule) {
        faults.append(fault("`\(near.rule.text)` \(problem)", near.rule, source, help: nearHelp))
      }
      resolved.near = (other, near.words)
    }
    // Proof is no condition, but what it names is there or not all the same.
    for name in rule.examples.compactMap(\.fires).joined() { _ = numbers(name, source) }
    return resolved
  }

  private var nearHelp: String {
    "near takes a signal with a pattern alone, that reads what this rule reads"
  }

  /// Why a rule's matches cannot be set against another's in one reading of one field.
  private func problem(with other: Rule, near rule: Rule) -> String? {
    if other.pattern == nil { return "has no pattern" }
    if !other.all.isEmpty || !other.any.isEmpty || !other.unless.isEmpty || other.near != nil {
      return "has conditions of its own"
    }
    if other.view != .both, other.view != rule.view { return "reads another view" }
    if other.fields.isDisjoint(with: rule.fields) { return "reads other fields" }
    return nil
  }

  /// The rules that an id, or the beginning of ids before a `*`, refers to.
  private mutating func numbers(_ reference: PlacedText, _ source: PackSource) -> [Int] {
    let isPrefix = reference.text.hasSuffix("*")
    let wanted = isPrefix ? String(reference.text.dropLast()) : reference.text
    var low = 0
    var high = sortedIDs.count
    while low < high {
      let middle = (low + high) / 2
      if sortedIDs[middle].id < wanted { low = middle + 1 } else { high = middle }
    }
    let found = sortedIDs[low...].prefix { isPrefix ? $0.id.hasPrefix(wanted) : $0.id == wanted }
    if found.isEmpty {
      let nearest = Suggestion.nearest(to: wanted, among: sortedIDs.map(\.id))
      faults.append(
        fault(
          isPrefix ? "no rule's id begins with `\(wanted)`" : "there is no rule `\(wanted)`",
          reference, source,
          help: nearest.map { "did you mean `\($0)`?" }
            ?? "write a rule's whole id, or the beginning of some ids and `*`"))
    }
    return found.map(\.number).sorted()
  }

  private func fault(
    _ message: String, _ reference: PlacedText, _ source: PackSource, help: String
  ) -> Diagnostic {
    source.diagnostic(
      PackCode.badReference, message, at: reference.place,
      length: reference.text.unicodeScalars.count, help: help)
  }

  /// Notes each circle once, at its first rule.
  private mutating func findCircles() {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: rules.count)
    var depths = [Int](repeating: 0, count: rules.count)
    for start in rules.indices where marks[start] == .new {
      var path: [(rule: Int, needed: [Int])] = [(start, conditions[start].needed)]
      marks[start] = .open
      while let (rule, needed) = path.last {
        guard let next = needed.first else {
          marks[rule] = .done
          depths[rule] = (conditions[rule].needed.map { depths[$0] }.max() ?? 0) + 1
          if depths[rule] == Self.deepestConditions + 1 { reportDepth(of: rule) }
          path.removeLast()
          continue
        }
        path[path.count - 1].needed.removeFirst()
        switch marks[next] {
        case .new:
          marks[next] = .open
          path.append((next, conditions[next].needed))
        case .open:
          report(circle: path.map(\.rule).drop { $0 != next } + [next])
        case .done: break
        }
      }
    }
  }

  private mutating func reportDepth(of number: Int) {
    let (pack, rule) = rules[number]
    faults.append(
      pack.source.diagnostic(
        PackCode.bounds, "conditions lead through more than \(Self.deepestConditions) rules",
        at: rule.place, length: rule.id.count, help: "refer to the last of them directly"))
  }

  private mutating func report(circle: [Int]) {
    guard let first = circle.first else { return }
    let (pack, rule) = rules[first]
    let names = circle.map { rules[$0].rule.id }
    faults.append(
      pack.source.diagnostic(
        PackCode.circularRules, "conditions lead in a circle: \(names.joined(separator: " → "))",
        at: rule.place, length: rule.id.count, help: "take one of these references out"))
  }
}
