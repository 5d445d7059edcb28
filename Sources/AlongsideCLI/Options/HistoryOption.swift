import ArgumentParser
import NightlyBatch

/// Which history a command looks at.
struct HistoryOption: ParsableArguments {
  @Option(help: ArgumentHelp("The history.", valueName: "file"))
  var history: String?

  @Option(help: ArgumentHelp("The settings that name the history.", valueName: "batch.yaml"))
  var config: String?

  func validate() throws {
    guard history != nil || config != nil else {
      throw ValidationError("say which history with --history, or with --config")
    }
  }

  /// The history's path.
  func path() throws -> String {
    if let history { return history }
    return try config.map { try BatchFile.read($0).history } ?? ""
  }
}
