import Alongside
import ArgumentParser
import NightlyBatch
import ScanHistory

/// `alongside batch rescan`.
struct BatchRescanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescan",
    abstract: "Measures a period again with the packs and the policy of today.",
    discussion: """
      Only what was measured by other packs or another policy is read. Until then reports of the \
      period say that it is a mixture.

      Exit status: 0 the whole period is measured alike; 2 nothing was done; 3 a file is gone or \
      could not be read.
      """)

  @OptionGroup var options: BatchOptions

  @Option(help: ArgumentHelp("The days, such as 2026-10 or 2026-W41.", valueName: "period"))
  var period: String

  @Flag(
    inversion: .prefixedNo, help: "Show progress; on by itself where standard error is a terminal.")
  var progress: Bool?

  func run() async throws {
    let settings = try options.settings(needsArchives: false)
    let period = try Period(period)
    let run = try BatchRunCommand.prepare(settings)
    let line = StatusLine(isWanted: progress)
    let outcome = try await run.rescan(period, clock: { BatchRunCommand.now }) { progress in
      line.show("\(progress.done) of \(progress.files) files, \(progress.bytes / 1_000_000) MB")
    }
    line.clear()
    try BatchRunCommand.tell(outcome)
  }
}
