import Alongside
import ArgumentParser
import RulePacks
import RuleWorkbench
import TimelineModel

/// `alongside rules new`.
struct RulesNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Prints the beginning of a rule, with the next free number of its family.",
    discussion: """
      Append it to the pack: `alongside rules new racism.go-home >> rules/racism.yaml`. For a pack \
      that is not there yet, a whole file is printed.
      Exit status: 0 printed; 2 the packs cannot be used.
      """)

  @Argument(help: ArgumentHelp("Such as racism.go-home.", valueName: "pack.family"))
  var family: String

  @OptionGroup var packs: RulesFolder

  @Option(help: ArgumentHelp("The category of what it finds.", valueName: "id"))
  var category = "abuse"

  func run() throws {
    // A shell has made the file that is written to before the packs are read.
    let library = try RuleLibrary(packs.open().sources.filter { !$0.bytes.isEmpty })
    let categories = library.categories.map(\.id.rawValue)
    guard categories.contains(category) else {
      throw ValidationError("--category takes one of \(categories.joined(separator: ", "))")
    }
    guard let draft = NewRule.draft(family: family, category: category, in: library) else {
      throw ValidationError("write pack.family, such as racism.go-home, not '\(family)'")
    }
    try OutputFile.writeToStandardOutput(Array(draft.text.utf8))
    if let pack = draft.pack {
      Console.standardError("append this to \(pack.source.name), under `rules:`\n")
    } else {
      Console.standardError("save this as a file of its own in \(try packs.path)\n")
    }
  }
}
