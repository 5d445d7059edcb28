import ArgumentParser
import Diagnostics
import Foundation
import ScanHistory

/// `alongside batch status`.
struct BatchStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Tells how the last runs went, what could not be read, and how far the history reaches.",
    discussion: "Exit status: 0 all is read; 2 there is no history; 3 something could not be read.")

  @OptionGroup var place: HistoryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let status = try History(try place.path(), for: .reading).status()
    let today = String(Date.now.formatted(.iso8601).prefix(10))
    let text =
      json
      ? BatchStatusText.json(status, today: today) : BatchStatusText.words(status, today: today)
    try OutputFile.writeToStandardOutput(Array(text.utf8))
    if !status.failures.isEmpty { throw ExitStatus.incomplete }
  }
}
