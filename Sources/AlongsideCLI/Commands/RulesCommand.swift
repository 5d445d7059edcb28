import Alongside
import ArgumentParser
import Diagnostics

/// `alongside rules`: the rule author's tools.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tools for authors of rule packs.",
    subcommands: [Test.self, Lint.self])

  /// Where the packs are: what authors work on is usually `rules` in the folder they stand in.
  struct Folder: ParsableArguments {
    @Option(
      name: .customLong("rules"),
      help: ArgumentHelp(
        "The folder of rule packs; ./rules if there is one, else the installed packs.",
        valueName: "folder"))
    var folder: String?

    func open() throws -> RuleAuthoring {
      let here = FileKind.isFolder("rules") ? "rules" : nil
      return try RuleAuthoring(folder: try folder ?? here ?? LoadedRules.standardFolder())
    }
  }

  /// `alongside rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Holds every rule against its own examples.",
      discussion: "Exit status: 0 all pass; 1 some fail; 2 the packs cannot be used.")

    @OptionGroup var packs: Folder

    @Flag(help: "Try each match example in disguise too: capitals, emoji, look-alike letters.")
    var disguised = false

    func run() throws {
      let result = try packs.open().test(disguised: disguised)
      Console.tell(result.diagnostics)
      print(
        "\(counted(result.packs, "pack")), \(counted(result.rules, "rule")), "
          + "\(counted(result.examples, "example")): "
          + (result.passes ? "all pass" : "\(errors(result)) wrong"))
      if !result.passes {
        throw result.examples == 0 ? ExitStatus.nothingDone : ExitStatus.reached
      }
    }

    private func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private func errors(_ result: RuleAuthoring.TestResult) -> Int {
      result.diagnostics.count { $0.severity == .error }
    }
  }

  /// `alongside rules lint`.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with packs, or could be better.",
      discussion: "Exit status: 0 nothing is wrong; 1 warnings; 2 errors.")

    @OptionGroup var packs: Folder

    func run() throws {
      let diagnostics = try packs.open().lint()
      Console.tell(diagnostics)
      if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.nothingDone }
      if !diagnostics.isEmpty { throw ExitStatus.reached }
    }
  }
}
