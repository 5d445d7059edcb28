import Alongside
import ArgumentParser
import RuleWorkbench

/// `alongside rules gate`.
struct RulesGateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Says whether packs may ship: proof, harmless posts, no regression.",
    discussion: """
      Every example and timeline must pass; nothing may be found in the harmless posts named with \
      --benign but the categories that a post lists under "may"; and on the corpora no more \
      harmless texts may be flagged, nor macro-F1 be lower, than with the packs named with --against.
      Exit status: 0 they may; 1 they may not; 2 nothing was done.
      """)

  @Argument(help: ArgumentHelp("Labelled corpora to look for regressions on.", valueName: "corpus"))
  var corpora: [String] = []

  @OptionGroup var packs: RulesFolder
  @OptionGroup var output: PageOptions

  @Option(
    help: ArgumentHelp("Harmless posts of our own, as NDJSON; repeatable.", valueName: "file"))
  var benign: [String] = []

  @Option(
    help: ArgumentHelp(
      "The packs that regressions are counted from: a folder or a revision.",
      valueName: "rev|folder"))
  var against: String?

  @Option(help: ArgumentHelp("Timelines, as for test.", valueName: "folder"))
  var timelines: String?

  func validate() throws {
    guard corpora.isEmpty == (against == nil) else {
      throw ValidationError("corpora and --against go together")
    }
  }

  func run() throws {
    let authoring = try packs.open()
    let gate = try PromotionGate(authoring.sources)
    var checks = [
      gate.proof(timelines: try TimelineFiles.sources(in: timelines, beside: packs.path))
    ]
    for file in InputOptions.files(of: benign) {
      for corpus in try CorpusFolder([file]).files { checks.append(try gate.benign(corpus)) }
    }
    if let against {
      let baseline = try RuleAuthoring(revision: against, of: packs.path)
      checks += try gate.regressions(on: CorpusFolder(corpora), against: baseline.sources)
    }
    try output.write(PromotionGate.page(checks))
    if checks.contains(where: { !$0.failures.isEmpty }) { throw ExitStatus.reached }
  }
}
