import Alongside
import ArgumentParser
import Diagnostics
import Foundation
import RulePacks
import RuleWorkbench
import TimelineModel

/// `alongside rules explain`.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why the rules find what they find in a text, and what nearly fired.",
    discussion: "Exit status: 0 explained, whatever was found; 2 the packs cannot be used.")

  @Argument(help: ArgumentHelp("The text; - reads standard input.", valueName: "text"))
  var text: String

  @OptionGroup var packs: RulesFolder

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Explain this rule, match or not; repeatable.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("The text's language, such as en; unknown when absent."))
  var lang: String?

  @Option(
    help: ArgumentHelp("The strictest level of rules that scores: 1, 2 or 3.", valueName: "level"))
  var strictness = 1

  @Flag(inversion: .prefixedNo, help: "Let stance rules lower findings.")
  var stance = true

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard (1...3).contains(strictness) else {
      throw ValidationError("--strictness takes 1, 2 or 3")
    }
  }

  func run() throws {
    let authoring = try packs.open()
    let library = try RuleLibrary(authoring.sources)
    let rules = try authoring.compiled(strictness: strictness, appliesStance: stance)
    let known = rules.rules.map(\.id)
    for id in ids where !known.contains(id) {
      throw DiagnosticList([
        Diagnostic(
          .error, PackCode.badReference, "there is no rule `\(id)` in these packs",
          help: Suggestion.help(forRule: id, among: known))
      ])
    }
    let explanation = try Explanation(
      of: try textToExplain(), language: LanguageCode(lang ?? ""), library, rules,
      only: Set(ids))
    try OutputFile.writeToStandardOutput(Array((json ? explanation.json : explanation.text).utf8))
  }

  private func textToExplain() throws -> String {
    guard text == "-" else { return text }
    let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
    guard var text = String(validating: bytes, as: UTF8.self) else {
      let source = PackSource(name: "standard input", bytes: bytes)
      throw DiagnosticList([
        source.diagnostic(
          PackCode.syntax, "the text is not UTF-8 here",
          at: source.firstInvalidUTF8() ?? TextPlace(line: 1, column: 1),
          help: "convert it to UTF-8 first, with iconv for instance")
      ])
    }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
