public import Diagnostics
import ScanHistory

/// What a run would do.
public struct BatchRehearsal: Sendable {
  /// Files that it would read: paths, and why.
  public let files: [(path: String, reason: String)]
  /// Known files that are not there.
  public let vanished: [String]
  /// Files that are as they were.
  public let unchanged: Int
  /// What to tell.
  public let diagnostics: [Diagnostic]

  init(_ plan: FilePlan, _ known: [String: KnownFile], _ diagnostics: [Diagnostic]) {
    files = plan.work.map { work in
      guard let file = known[work.path] else { return (work.path, "new") }
      return (work.path, file.file.stamp == work.stamp ? "unread so far" : "changed")
    }
    vanished = plan.vanished
    unchanged = plan.unchanged.count
    self.diagnostics = diagnostics
  }
}
