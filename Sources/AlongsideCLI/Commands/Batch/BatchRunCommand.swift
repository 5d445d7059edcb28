import Alongside
import ArgumentParser
import Diagnostics
import Foundation
import NightlyBatch

/// `alongside batch run`.
struct BatchRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Adds everything that is new or changed in the archives to the history.",
    discussion: """
      Prints one line. Every file is counted in one transaction, so the run may be stopped or killed \
      at any moment; the next one goes on from there. A file that cannot be read, or not to its end, \
      is not counted at all, and is tried again when it changes.

      Exit status: 0 everything is counted; 2 nothing was done; 3 something could not be read.
      """)

  @OptionGroup var options: BatchOptions

  @Flag(help: "Only say which files would be read.")
  var dryRun = false

  @Flag(
    inversion: .prefixedNo, help: "Show progress; on by itself where standard error is a terminal.")
  var progress: Bool?

  func run() async throws {
    let settings = try options.settings()
    let run = try Self.prepare(settings)
    if dryRun { return try rehearse(run) }
    let line = StatusLine(isWanted: progress)
    let outcome = try await run.run(clock: { Self.now }) { progress in
      line.show("\(progress.done) of \(progress.files) files, \(progress.bytes / 1_000_000) MB")
    }
    line.clear()
    try Self.tell(outcome)
  }

  /// Loads the packs for a run.
  static func prepare(_ settings: BatchSettings) throws -> BatchRun {
    let rules = try LoadedRules(
      folder: settings.rules ?? LoadedRules.standardFolder(), preparations: .ofUser)
    return try BatchRun(settings, rules: rules, jobs: settings.jobs ?? processors)
  }

  /// Tells what a run did, and ends with its status.
  static func tell(_ outcome: BatchOutcome) throws {
    Console.tell(outcome.diagnostics)
    try OutputFile.writeToStandardOutput(
      Array("alongside: \(TerminalText.safe(outcome.summary))\n".utf8))
    throw outcome.isComplete ? ExitStatus.complete : ExitStatus.incomplete
  }

  private func rehearse(_ run: BatchRun) throws {
    let rehearsal = try run.rehearse()
    Console.tell(rehearsal.diagnostics)
    var text = ""
    for file in rehearsal.files { text += "\(file.reason)\t\(TerminalText.safe(file.path))\n" }
    for path in rehearsal.vanished { text += "vanished\t\(TerminalText.safe(path))\n" }
    text += "\(rehearsal.files.count) files would be read, "
    text += "\(rehearsal.unchanged) are as they were\n"
    try OutputFile.writeToStandardOutput(Array(text.utf8))
  }

  private static var processors: Int { min(ProcessInfo.processInfo.activeProcessorCount, 256) }

  /// The wall clock, which the books tell.
  static var now: String { Date.now.formatted(.iso8601) }
}
