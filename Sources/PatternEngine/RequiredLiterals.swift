/// What a text must contain for a pattern to match anywhere in it.
///
/// A text without one literal of every clause has no match, so the pattern need not be tried on it.
/// Where a text holds one of `exoticCase`, and the pattern `assumesNoExoticCase`, this does not hold,
/// and the pattern must be tried.
package struct RequiredLiterals: Hashable, Sendable {
  /// The clauses, the most telling first, each its literals in order; without clauses, any text will do.
  package let clauses: [[Literal]]

  /// Whether a literal has a `k` or an `s` whose case does not matter.
  ///
  /// Unicode holds `k` to be U+212A (the Kelvin sign) but for case, and `s` U+017F (the long s). The
  /// literals leave both out: ordinary text has neither, and letters between them would be few.
  package let assumesNoExoticCase: Bool

  /// The two characters that `assumesNoExoticCase` speaks of, to be looked for along with the rest.
  package static let exoticCase = [Literal("\u{17F}"), Literal("\u{212A}")]

  /// Finds out in time proportional to the source; what it does not understand requires nothing.
  ///
  /// - Parameters:
  ///   - pattern: what is searched for; only its source is read.
  ///   - memory: what the patterns before have in common with this one, for one after the other.
  package init(of pattern: Pattern, memory: inout RequirementMemory) {
    self.init(of: pattern.source, options: pattern.options, memory: &memory)
  }

  /// The same for a pattern on its own.
  package init(of pattern: Pattern) {
    var memory = RequirementMemory()
    self.init(of: pattern, memory: &memory)
  }

  /// The same for a source that is known to compile as `Pattern`.
  package init(of source: String, options: Pattern.Options, memory: inout RequirementMemory) {
    guard let node = try? SyntaxParser.parse(source, options: options, memory: &memory) else {
      self.init(clauses: [])
      return
    }
    let chosen = Clause.chosen(from: Requirement(of: node).allClauses)
    self.init(
      clauses: chosen.map { clause in
        clause.runs.map { Literal(bytes: $0.bytes, caseless: $0.isCaseless) }
      })
  }

  package init(of source: String, options: Pattern.Options = .caseless) {
    var memory = RequirementMemory()
    self.init(of: source, options: options, memory: &memory)
  }

  private init(clauses: [[Literal]]) {
    // A clause of no literals would say that nothing can match, which is not worth a mistake.
    self.clauses = clauses.contains([]) ? [] : clauses
    assumesNoExoticCase = clauses.joined().contains { literal in
      literal.isCaseless && literal.bytes.contains { $0 == 0x6B || $0 == 0x73 }
    }
  }
}

extension RequiredLiterals: CustomStringConvertible {
  /// One line a clause, as `one of "cats", "dogs"`, for people who write rules.
  package var description: String {
    if clauses.isEmpty { return "nothing: the pattern is tried on every text" }
    return clauses.map { clause in
      (clause.count == 1 ? "" : "one of ") + clause.map(\.description).joined(separator: ", ")
    }.joined(separator: "\n")
  }
}
