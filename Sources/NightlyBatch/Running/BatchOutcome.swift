public import Diagnostics
package import ScanHistory
import TimelineModel

/// What a run did and what it could not do.
public struct BatchOutcome: Sendable {
  /// The run's number.
  public let run: Int64
  /// What to tell.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Own posts that were found in what was read.
  public internal(set) var exposures = 0
  /// Postures that are not what they were.
  package internal(set) var postures: [StatedPosture] = []
  package internal(set) var figures = RunFigures()
  private var isUndecided = false

  init(run: Int64) {
    self.run = run
  }

  /// Whether everything in the archives is counted.
  public var isComplete: Bool {
    figures.unread == 0 && figures.flawed == 0 && !isUndecided
      && !diagnostics.contains { $0.severity == .error }
  }

  /// The run in one line, for a log.
  public var summary: String {
    let parts = [
      (figures.found, "found"), (figures.read - figures.changed - figures.again, "new"),
      (figures.changed, "changed"), (figures.again, "measured again"), (figures.renamed, "renamed"),
      (figures.copies, "copied"),
      (figures.vanished, "vanished"), (figures.unread, "not read"),
    ]
    let files = parts.filter { $0.0 > 0 || $0.1 == "found" || $0.1 == "new" }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "run \(run): files: \(files); own posts found: \(exposures)"
      + (isComplete ? "" : "; incomplete")
      + postures.map { posture in
        "; posture of \(posture.scope.isEmpty ? "all" : posture.scope): \(posture.posture)"
          + ", was \(posture.before ?? "")"
      }.joined()
  }

  mutating func add(_ recorded: History.Recorded, _ measured: MeasuredFile) {
    switch recorded {
    case .known:
      // Whether a copy was measured depends on what was at work beside it; what it holds was told.
      figures.copies += 1
      return
    case .new, .changed, .again: figures.read += 1
    }
    figures.changed += recorded == .changed ? 1 : 0
    figures.again += recorded == .again ? 1 : 0
    exposures += measured.outcome.feeds.all.exposures + measured.outcome.threads.all.exposures
    let diagnostics = measured.outcome.diagnostics
    figures.flawed += measured.outcome.inputs.contains { $0.problems > 0 } ? 1 : 0
    isUndecided = isUndecided || measured.outcome.tally.undecided > 0
    self.diagnostics += diagnostics
  }

  /// Tells of a file that could not be read before and is still as it was.
  mutating func tellUnread(_ known: KnownFile) {
    figures.unread += 1
    diagnostics.append(
      Diagnostic(
        .warning, "B007",
        "is still as it was when it could not be read (\(known.file.message ?? ""))",
        at: .file(known.file.path), help: "replace it, or leave it out with --exclude"))
  }
}

extension Headline.Cell {
  /// All own posts, measured or not.
  fileprivate var exposures: Int { safety.trials + unmeasured }
}
