import Alongside
import ArgumentParser
import TimelineModel

/// `alongside classify`.
struct ClassifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Prints one verdict a post, as NDJSON and in order: a filter for pipes.",
    discussion: """
      Reads what `scan` reads. The shortest input is one object a line: {"id":"1","text":"..."}. \
      An empty "verdict" is clean; "undecided" names rules that could not be decided; "unscreened" \
      says that text is missing or truncated.
      """)

  @Argument(
    help: ArgumentHelp(
      "Exports; standard input when there are none, or for -.", valueName: "export"))
  var exports: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let loaded = try rules.load()
    var request = ScanRequest(
      exports: exports.isEmpty ? ["-"] : InputOptions.files(of: exports))
    request.strictness = rules.strictness
    request.appliesStance = rules.stance
    request.usesPrefilter = rules.prefilter
    request.format = inputs.format
    request.jobs = inputs.jobs
    let progress = ProgressLine(isWanted: inputs.progress ?? false)
    let outcome = try await request.classify(with: loaded) {
      progress.update($0)
    } output: {
      try OutputFile.writeToStandardOutput($0)
    }
    progress.clear()
    Console.tell(outcome.diagnostics)
    guard outcome.inputs.contains(where: { $0.format != nil }) else {
      throw ExitStatus.nothingDone
    }
    throw outcome.isComplete ? ExitStatus.complete : ExitStatus.incomplete
  }
}
