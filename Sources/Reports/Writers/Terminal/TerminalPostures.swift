import Diagnostics
import TimelineModel

/// What the policy's clauses come to in the terminal summary, by platform and account.
enum TerminalPostures {
  private static let shown = 6
  private static let nameWidth = 28

  static func write(_ review: Review, _ page: inout TerminalPage) {
    let statements = distinct(review.postures)
    guard statements.count > 1 else { return }
    page.line()
    var rows = [["posture", "posts", "floor", "unsuitable", ""]]
    for statement in statements.prefix(shown) {
      rows.append([
        cut(page.safe(name(statement.scope))),
        TerminalReport.grouped(statement.cell.safety.trials),
        TerminalReport.grouped(statement.cell.safety.count),
        TerminalReport.grouped(statement.cell.suitability.count),
        statement.posture?.rawValue ?? "not measured",
      ])
    }
    page.table(rows, right: [1, 2, 3])
    if statements.count > shown {
      page.paragraph("and \(statements.count - shown) more in the report.")
    }
  }

  /// Overall, then by platform and account; a platform with one account says the same as that.
  private static func distinct(_ postures: [PostureStatement]) -> [PostureStatement] {
    let accounts = postures.filter { if case .account = $0.scope { true } else { false } }
    return postures.filter { statement in
      switch statement.scope {
      case .all: postures.count > 1
      case .account: accounts.count > 1
      case .platform(let platform):
        accounts.count { name($0.scope).hasPrefix(platform + ":") } > 1
          && accounts.contains { !name($0.scope).hasPrefix(platform + ":") }
      }
    }
  }

  private static func name(_ scope: PostureStatement.Scope) -> String {
    switch scope {
    case .all: "all"
    case .platform(let name), .account(let name): name
    }
  }

  private static func cut(_ name: String) -> String {
    name.columns <= nameWidth ? name : name.prefix(nameWidth - 1) + "…"
  }
}
