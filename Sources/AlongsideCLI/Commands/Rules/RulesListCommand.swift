import Alongside
import ArgumentParser
import RulePacks
import RuleWorkbench

/// `alongside rules list`.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the rules: what they find, how often and how well, and when they changed.",
    discussion: "Exit status: 0 listed; 2 the packs cannot be used.")

  @Argument(help: ArgumentHelp("The beginning of the ids wanted.", valueName: "id"))
  var prefix = ""

  @OptionGroup var packs: RulesFolder
  @OptionGroup var output: PageOptions

  @Option(
    help: ArgumentHelp("Count hits and precision on this corpus; repeatable.", valueName: "corpus"))
  var corpus: [String] = []

  func run() throws {
    let authoring = try packs.open()
    let library = try RuleLibrary(authoring.sources)
    var facts = RuleList.Facts(changes: RuleHistory.lastChanges(of: library))
    if !corpus.isEmpty {
      let evaluation = Evaluation(try authoring.compiled(strictness: 3))
      facts.figures = try evaluation.run(CorpusFolder(corpus)).byRule
    }
    try output.write(RuleList.page(of: library, prefix: prefix, facts))
  }
}
