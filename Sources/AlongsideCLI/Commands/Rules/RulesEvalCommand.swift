import Alongside
import ArgumentParser
import RuleWorkbench

/// `alongside rules eval`.
struct RulesEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measures packs on labelled corpora.",
    discussion: """
      A corpus is a file of one JSON object a line: {"text":"...","labels":["racism"],"lang":"en"}; \
      no labels ([]) means harmless. A folder holds one as dev.ndjson, or several such folders, and \
      suites.json beside them says what to ask.
      Exit status: 0 measured; 2 nothing was done.
      """)

  @Argument(help: ArgumentHelp("Files or folders of labelled texts.", valueName: "corpus"))
  var corpora: [String]

  @OptionGroup var packs: RulesFolder
  @OptionGroup var output: PageOptions

  @Option(
    help: ArgumentHelp("The strictest level of rules that scores: 1, 2 or 3.", valueName: "level"))
  var strictness = 1

  @Flag(inversion: .prefixedNo, help: "Let stance rules lower findings.")
  var stance = true

  @Option(
    help: ArgumentHelp(
      "Compare, text by text, with the packs in a folder or a revision.", valueName: "rev|folder"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Set the figures of others beside, from a file such as docs/benchmarks.json.",
      valueName: "file"))
  var benchmarks: String?

  @Option(help: ArgumentHelp("Mistakes of each kind to list a corpus.", valueName: "n"))
  var worst = 5

  @Flag(help: "Quote the texts of mistakes and changes; they may be vile.")
  var texts = false

  func validate() throws {
    guard (1...3).contains(strictness) else {
      throw ValidationError("--strictness takes 1, 2 or 3")
    }
    guard worst >= 0 else { throw ValidationError("--worst takes a number from 0") }
  }

  func run() throws {
    let authoring = try packs.open()
    var evaluation = Evaluation(
      try authoring.compiled(strictness: strictness, appliesStance: stance))
    if let against {
      let other = try RuleAuthoring(revision: against, of: packs.path)
      evaluation.baseline = try other.compiled(strictness: strictness, appliesStance: stance)
    }
    if let benchmarks { evaluation.benchmarks = try Benchmark.read(benchmarks) }
    evaluation.mistakes = worst
    let isShown = Console.isTerminal
    let result = try evaluation.run(CorpusFolder(corpora)) { name in
      if isShown { Console.standardError("\r\u{1B}[K\(name)") }
    }
    if isShown { Console.standardError("\r\u{1B}[K") }
    try output.write(result.page(showsTexts: texts))
  }
}
