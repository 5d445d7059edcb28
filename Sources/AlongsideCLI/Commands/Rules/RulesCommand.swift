import ArgumentParser

/// `alongside rules`: the rule author's tools.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tools for authors of rule packs.",
    subcommands: [
      RulesTestCommand.self, RulesLintCommand.self, RulesExplainCommand.self,
      RulesEvalCommand.self, RulesProfileCommand.self, RulesListCommand.self,
      RulesNewCommand.self, RulesDiffCommand.self, RulesGateCommand.self,
    ])
}
