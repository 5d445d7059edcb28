import Alongside
import ArgumentParser
import Diagnostics

/// `alongside rules test`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Holds every rule against its own examples.",
    discussion: "Exit status: 0 all pass; 1 some fail; 2 the packs cannot be used.")

  @OptionGroup var packs: RulesFolder

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
