import TimelineModel

/// What the policy's clauses come to, by platform and account.
enum PostureSection: ReviewSection {
  static let id = "posture"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    guard !narration.review.postures.isEmpty else {
      return [.paragraph(words("posture.none"))]
    }
    let rows = narration.review.postures.map { row($0, narration) }
    let policy = narration.run.reviewPolicy
    let statements = Table(
      words("posture.caption"),
      columns: ["scope", "stated", "clause", "evidence", "band"].map {
        .text(words("posture." + $0))
      } + [.number(words("posture.measured"))],
      rows: rows)
    var blocks: [Block] = [
      .notice(words("posture.decides")), .table(statements), .heading(words("posture.clauses")),
      .paragraph(words("posture.order", words("posture." + policy.otherwise.rawValue))),
      clauses(policy, narration),
      .paragraph(words("posture.interval", words.counted("day", policy.intervalDays))),
    ]
    let source = narration.run.policySource
    if let source, source.setsClauses {
      blocks.append(.paragraph(words("posture.own", source.path)))
    } else {
      blocks.append(.notice(words("posture.defaults")))
    }
    if let source { blocks.append(.paragraph(words("posture.file", source.path))) }
    return blocks
  }

  private static func row(
    _ statement: PostureStatement, _ narration: Narration
  ) -> [Table.Cell] {
    let words = narration.words
    let posture = statement.posture.map { words("posture." + $0.rawValue) }
    return [
      .init(scope(statement.scope, narration)), .init(posture ?? words("posture.unmeasured")),
      .init(clause(of: statement, narration)), .init(evidence(of: statement, narration)),
      .init(words("band." + statement.band.rawValue)),
      .init(narration.numbers.whole(statement.cell.safety.trials)),
    ]
  }

  /// Why a posture is stated: the clause that holds, and the figures it was held against.
  static func reason(of statement: PostureStatement, _ narration: Narration) -> String {
    let evidence = evidence(of: statement, narration)
    return clause(of: statement, narration) + (evidence.isEmpty ? "" : " – " + evidence)
  }

  private static func clause(of statement: PostureStatement, _ narration: Narration) -> String {
    statement.clause.map { text(of: narration.run.reviewPolicy.clauses[$0], narration) }
      ?? narration.words("posture.otherwise")
  }

  private static func evidence(of statement: PostureStatement, _ narration: Narration) -> String {
    statement.evidence.map { item in
      name(item.condition.figure, narration) + " =\u{A0}"
        + value(item.value, item.condition.figure, narration)
    }.joined(separator: "; ")
  }

  private static func scope(_ scope: PostureStatement.Scope, _ narration: Narration) -> String {
    switch scope {
    case .all: narration.words("posture.all")
    case .platform(let platform): narration.name(of: Platform(rawValue: platform))
    case .account(let account): account
    }
  }

  private static func clauses(_ policy: ReviewPolicy, _ narration: Narration) -> Block {
    let words = narration.words
    let rows: [[Table.Cell]] = policy.clauses.enumerated().map { place, clause in
      [
        .init(String(place + 1)), .init(words("posture." + clause.posture.rawValue)),
        .init(text(of: clause, narration)),
      ]
    }
    return .table(
      Table(
        words("posture.clausesCaption"),
        columns: [
          .text(words("posture.number")), .text(words("posture.stated")),
          .text(words("posture.when")),
        ],
        rows: rows))
  }

  /// The clause in the organisation's words, and what it compares.
  private static func text(of clause: PostureClause, _ narration: Narration) -> String {
    let conditions = clause.conditions.map { condition in
      name(condition.figure, narration) + " " + condition.comparison.sign + "\u{A0}"
        + value(condition.threshold, condition.figure, narration)
    }
    let compared = conditions.joined(separator: "; ")
    return clause.text.map { $0 + " (" + compared + ")" } ?? compared
  }

  private static func name(_ figure: PostureClause.Figure, _ narration: Narration) -> String {
    narration.words("figure." + figure.rawValue)
  }

  private static func value(
    _ value: Double, _ figure: PostureClause.Figure, _ narration: Narration
  ) -> String {
    if figure.isCount { return narration.numbers.whole(Int(value)) }
    return figure == .meanRisk
      ? narration.numbers.decimal(value) : narration.numbers.percent(value)
  }
}

extension PostureClause.Comparison {
  /// As mathematics writes it.
  fileprivate var sign: String {
    switch self {
    case .atLeast: "\u{2265}"
    case .above: ">"
    case .atMost: "\u{2264}"
    case .below: "<"
    }
  }
}
