import Alongside
import ArgumentParser

/// `alongside rules`: the rule author's tools.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tests rule packs.",
    subcommands: [])
}
