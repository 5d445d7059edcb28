import Alongside
import ArgumentParser

/// Where the packs are: what authors work on is usually `rules` in the folder they stand in.
struct RulesFolder: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "The folder of rule packs; ./rules if there is one, else the installed packs.",
      valueName: "folder"))
  private var folder: String?

  /// The folder.
  var path: String {
    get throws {
      let here = FileKind.isFolder("rules") ? "rules" : nil
      return try folder ?? here ?? LoadedRules.standardFolder()
    }
  }

  func open() throws -> RuleAuthoring {
    try RuleAuthoring(folder: path, preparations: .ofUser)
  }
}
