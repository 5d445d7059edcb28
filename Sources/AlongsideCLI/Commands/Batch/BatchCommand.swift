import ArgumentParser

/// `alongside batch`: the nightly job.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Measures archive folders night after night into a history.",
    discussion: """
      For example: alongside batch run --archive /data/timelines --org org.yaml --history h.db

      Killed at any moment and run again, a run loses nothing and counts nothing twice.
      """,
    subcommands: [
      BatchRunCommand.self, BatchStatusCommand.self, BatchExportCommand.self,
      BatchRescanCommand.self,
    ])
}
