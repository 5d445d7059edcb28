import Diagnostics
import ReviewFigures
package import ScanHistory
import TimelineModel

/// What the policy says about the last days of a history.
package enum CurrentPostures {
  /// States the postures of so many days up to the last one; none where there is nothing.
  package static func state(_ history: History, days: Int) throws -> [StatedPosture] {
    guard let last = try history.lastDay() else { return [] }
    let period = try Period(last).reaching(back: days)
    guard let method = try history.newestMethod(of: period) else { return [] }
    let terms = try MethodTerms(method)
    let report = terms.report(try history.contents(of: period, terms).outcome)
    return PostureStatement.all(of: report).compactMap { statement in
      guard let posture = statement.posture else { return nil }
      return StatedPosture(
        scope: statement.scope.name, day: last, posture: posture.rawValue,
        clause: statement.clause.map { terms.clause($0) } ?? "no clause holds")
    }
  }
}

extension PostureStatement.Scope {
  /// The scope as books have it: empty for all.
  fileprivate var name: String {
    switch self {
    case .all: ""
    case .platform(let name), .account(let name): name
    }
  }
}
