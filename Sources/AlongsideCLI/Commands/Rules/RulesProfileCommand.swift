import Alongside
import ArgumentParser
import RuleWorkbench

/// `alongside rules profile`.
struct RulesProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Says what each rule costs on a corpus, and on which text it costs most.",
    discussion: "Exit status: 0 measured; 2 nothing was done.")

  @Argument(help: ArgumentHelp("Files or folders of texts, as for eval.", valueName: "corpus"))
  var corpora: [String]

  @OptionGroup var packs: RulesFolder
  @OptionGroup var output: PageOptions

  @Option(help: ArgumentHelp("How many rules to show.", valueName: "n"))
  var top = 30

  func run() throws {
    let rules = try packs.open().compiled(strictness: 3)
    try output.write(try Profile.page(of: rules, on: CorpusFolder(corpora), limit: max(top, 0)))
  }
}
