import JSONText
import TimelineModel

/// The postures of the document, and the clauses that they come from.
enum JSONPostures {
  static func write(_ review: Review, _ json: inout JSONWriter) {
    let policy = review.scan.run.reviewPolicy
    json.key("policy")
    json.object { json in
      if let source = review.scan.run.policySource {
        json.member("sha256", source.sha256)
        json.member("defaults", source.defaulted)
      } else {
        json.member("sha256", String?.none)
        json.member("defaults", ["all"])
      }
      json.list("clauses", policy.clauses) { clause, json in
        json.member("posture", clause.posture.rawValue)
        json.member("clause", clause.text)
        json.member("when", clause.conditions.map(words))
      }
      json.member("otherwise", policy.otherwise.rawValue)
      json.member("amber", policy.bands.amber)
      json.member("red", policy.bands.red)
      json.member("review_interval_days", policy.intervalDays)
      json.member("alternatives", policy.alternatives.map(\.rawValue))
    }
    json.list("postures", review.postures) { statement, json in
      json.member("scope", name(of: statement.scope))
      json.member("posture", statement.posture?.rawValue)
      json.key("clause")
      if let clause = statement.clause { json.value(clause) } else { json.null() }
      json.member("band", statement.band.rawValue)
      json.member("sufficient", statement.isSufficient)
      json.list("evidence", statement.evidence) { evidence, json in
        json.member("when", words(evidence.condition))
        json.member("value", evidence.value)
      }
    }
  }

  private static func name(of scope: PostureStatement.Scope) -> String {
    switch scope {
    case .all: "all"
    case .platform(let name): "platform " + name
    case .account(let name): "account " + name
    }
  }

  private static func words(_ condition: PostureClause.Condition) -> String {
    let threshold =
      condition.figure.isCount ? String(Int(condition.threshold)) : "\(condition.threshold)"
    return "\(condition.figure.rawValue) \(condition.comparison.rawValue) \(threshold)"
  }
}
