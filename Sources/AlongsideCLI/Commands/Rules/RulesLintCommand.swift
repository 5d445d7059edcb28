import Alongside
import ArgumentParser
import Diagnostics
import RuleWorkbench

/// `alongside rules lint`.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Says what is wrong with packs, or could be better.",
    discussion: """
      Each code has a section in docs/lints.md.
      Exit status: 0 nothing is wrong; 1 warnings; 2 errors.
      """)

  @Argument(help: ArgumentHelp("The beginning of the ids to look into; all.", valueName: "id"))
  var prefix = ""

  @OptionGroup var packs: RulesFolder

  @Option(help: ArgumentHelp("How to tell it: text, json or sarif.", valueName: "format"))
  var format = "text"

  @Flag(help: "Correct in the files what can be corrected safely, and tell the rest.")
  var fix = false

  func validate() throws {
    let formats = DiagnosticWriters.all.map { $0.id }
    guard formats.contains(format) else {
      throw ValidationError("--format takes \(formats.joined(separator: ", "))")
    }
  }

  func run() throws {
    let diagnostics = try fix ? fixed() : packs.open().lint(about: prefix)
    if format == "text" {
      Console.tell(diagnostics)
    } else if let writer = DiagnosticWriters.all.first(where: { $0.id == format }) {
      let text = writer.write(diagnostics, toolVersion: ToolVersion.current)
      try OutputFile.writeToStandardOutput(Array(text.utf8))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.nothingDone }
    if !diagnostics.isEmpty { throw ExitStatus.reached }
  }

  /// Corrects until nothing more can be, and returns what is left.
  private func fixed() throws -> [Diagnostic] {
    var total = 0
    while true {
      let authoring = try packs.open()
      let diagnostics = authoring.lint(about: prefix)
      let (files, count) = Fixes.apply(diagnostics, to: authoring.sources)
      // A correction that leads back to where it began would never end.
      guard count > 0, total < 10_000 else {
        print("\(total) \(total == 1 ? "place" : "places") corrected")
        return diagnostics
      }
      total += count
      for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
        try OutputFile.write(to: path) { try $0(bytes) }
      }
    }
  }
}
