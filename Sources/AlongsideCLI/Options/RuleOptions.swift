import Alongside
import ArgumentParser
import TimelineModel

/// Which rules run, and how.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of rule packs; the installed packs when absent.", valueName: "folder"))
  var rules: String?

  @Option(
    help: ArgumentHelp("The strictest level of rules that scores: 1, 2 or 3.", valueName: "level"))
  var strictness = 1

  @Flag(inversion: .prefixedNo, help: "Let stance rules lower findings.")
  var stance = true

  @Flag(
    inversion: .prefixedNo, help: "Try only rules whose literals occur; the findings are the same.")
  var prefilter = true

  func validate() throws {
    guard (1...3).contains(strictness) else {
      throw ValidationError("--strictness takes 1, 2 or 3")
    }
  }

  /// Reads the packs.
  func load() throws -> LoadedRules {
    let folder = try rules ?? LoadedRules.standardFolder()
    return try LoadedRules(folder: folder, preparations: .ofUser)
  }
}
