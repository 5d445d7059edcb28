import Alongside
import ArgumentParser
import Diagnostics

/// `alongside rules lint`.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Says what is wrong with packs, or could be better.",
    discussion: "Exit status: 0 nothing is wrong; 1 warnings; 2 errors.")

  @OptionGroup var packs: RulesFolder

  func run() throws {
    let diagnostics = try packs.open().lint()
    Console.tell(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.nothingDone }
    if !diagnostics.isEmpty { throw ExitStatus.reached }
  }
}
