import Alongside
import ArgumentParser
import Diagnostics
import Foundation
import TimelineModel

/// `alongside policy`: what an organisation decided beforehand.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Writes or checks a policy: accounts, weights, clauses.",
    subcommands: [New.self, Check.self])

  /// `alongside policy new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a policy with every default, explained.")

    @Argument(
      help: ArgumentHelp("The file to write; standard output for -.", valueName: "file"))
    var file = "-"

    func run() throws {
      try NewFile.write(PolicyExample.text, to: file)
    }
  }

  /// `alongside policy check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with a policy, and which defaults hold.",
      discussion: "Exit status: 0 nothing is wrong; 2 it cannot be used.")

    @Argument(help: ArgumentHelp("The policy.", valueName: "org.yaml"))
    var file: String

    @Option(
      help: ArgumentHelp(
        "The folder of rule packs; the installed packs when absent.", valueName: "folder"))
    var rules: String?

    func run() throws {
      let loaded = try LoadedRules(folder: try rules ?? LoadedRules.standardFolder())
      let policy = try PolicyFile.read(file, vocabulary: loaded.vocabulary)
      let accounts = policy.organisation.accounts.count
      print(
        "\(TerminalText.safe(policy.organisation.name)): "
          + "\(accounts) account\(accounts == 1 ? "" : "s"), "
          + "\(policy.review.clauses.count) clauses, window \(policy.risk.window), "
          + "minimum \(policy.risk.minimumExposures) exposures")
      guard !policy.source.defaulted.isEmpty else { return }
      print("by default: \(policy.source.defaulted.joined(separator: ", "))")
    }
  }
}
