import Alongside
import ArgumentParser

/// The `alongside` command.
@main
struct AlongsideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alongside",
    abstract: "Measures what an organisation's posts appear alongside.",
    discussion: """
      Reads exported social timelines, classifies the posts around the organisation's own posts by \
      rule packs, and reports the risk of guilt by association.

      Exit status: 0 complete; 1 complete and --fail-on reached; 2 nothing was done; 3 incomplete.
      """,
    version: VersionText.current,
    subcommands: [
      ScanCommand.self, ClassifyCommand.self, BatchCommand.self, ReportCommand.self,
      HistoryCommand.self, FormatsCommand.self, RulesCommand.self, PolicyCommand.self,
      CaptureCommand.self, PlanCommand.self, ExplainCommand.self, BaselineCommand.self,
    ])

  static func main() async {
    LargeBlocks.returnAtOnce()
    ClosedPipe.ignoreSignal()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      ExitStatus.end(with: error)
    }
  }
}
