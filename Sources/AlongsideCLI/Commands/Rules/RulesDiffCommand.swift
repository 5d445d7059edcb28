import Alongside
import ArgumentParser
import RulePacks
import RuleWorkbench

/// `alongside rules diff`.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says which rules differ between two folders or revisions, and in what.",
    discussion: """
      `rules eval --against` says what a difference means for texts.
      Exit status: 0 compared; 2 the packs cannot be used.
      """)

  @Argument(help: ArgumentHelp("A folder of packs, or a revision.", valueName: "old"))
  var old: String

  @Argument(
    help: ArgumentHelp("Another; the packs as they are when absent.", valueName: "new"))
  var new: String?

  @OptionGroup var packs: RulesFolder
  @OptionGroup var output: PageOptions

  func run() throws {
    let path = try packs.path
    let before = try RuleAuthoring(revision: old, of: path)
    let after = try RuleAuthoring(revision: new ?? path, of: path)
    try output.write(
      RuleDifference.page(
        from: (RuleLibrary(before.sources), before.compiled()),
        to: (RuleLibrary(after.sources), after.compiled())))
  }
}
