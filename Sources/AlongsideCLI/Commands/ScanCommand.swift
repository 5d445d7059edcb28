import Alongside
public import ArgumentParser
public import Reports
public import TimelineModel

/// `alongside scan`.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Reports what own posts appear alongside in exported timelines.",
    discussion: """
      For example: alongside scan home.json --own x:@council

      Prints a summary. Without --org and --own it only says what the entries hold.

      Exit status: 0 complete; 1 complete and --fail-on reached; 2 nothing was done; 3 incomplete, \
      and the report says what is missing.
      """)

  @Argument(
    help: ArgumentHelp(
      "Exports; a folder stands for the JSON files in it, - for standard input.",
      valueName: "export"))
  var exports: [String]

  @OptionGroup var own: OwnOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var files: ReportFiles

  @Option(
    help: ArgumentHelp("How strangers' words appear: full, masked or none.", valueName: "how"))
  var showText = ReportOptions.Text.masked

  @Flag(help: "Name strangers instead of showing a short hash of each.")
  var showAuthors = false

  @Flag(help: "Take every order for a feed's; the report says so.")
  var assumeFeedOrder = false

  @Option(
    help: ArgumentHelp(
      "Findings that people have reviewed; `alongside baseline new` begins one.",
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 when a direct neighbour is of this tier or worse.", valueName: "tier"))
  var failOn: Tier?

  func run() async throws {
    let loaded = try rules.load()
    var request = ScanRequest(exports: InputOptions.files(of: exports))
    try own.apply(to: &request, loaded)
    request.baseline = try baseline.map { try BaselineFile.read($0) }
    request.rulesFolder = rules.rules
    request.strictness = rules.strictness
    request.appliesStance = rules.stance
    request.usesPrefilter = rules.prefilter
    request.format = inputs.format
    request.jobs = inputs.jobs
    request.isHashed = files.json != nil || files.report != nil || files.md != nil
    request.assumesFeedOrder = assumeFeedOrder
    var options = ReportOptions()
    options.text = showText
    options.showsAuthors = showAuthors
    options.language = files.language
    let progress = ProgressLine(isWanted: inputs.progress)
    var parts: Set<ScanDocument.Part> = []
    if files.json != nil { parts.insert(.json) }
    if files.csv != nil { parts.insert(.tables) }
    let document = try await request.document(with: loaded, options: options, parts: parts) {
      progress.update($0)
    }
    progress.clear()
    let outcome = document.report.outcome
    Console.tell(outcome.diagnostics)
    let isScanned = outcome.inputs.contains { $0.format != nil && $0.namesAuthors }
    guard isScanned else { throw ExitStatus.nothingDone }
    if let json = files.json { try OutputFile.write(to: json) { try document.write(to: $0) } }
    try files.writePages(of: document.review, options)
    if let folder = files.csv {
      try document.writeTables(of: document.review) { name, body in
        try ReportFiles.writeTable(name, into: folder, body)
      }
    }
    try files.summarise(document.review, options)
    throw status(of: document.report)
  }

  private func status(of report: ScanReport) -> ExitStatus {
    let outcome = report.outcome
    guard outcome.isComplete else { return .incomplete }
    let worst = [outcome.feeds.worstTier, outcome.threads.worstTier].compactMap { $0 }.max()
    guard let failOn, let worst else { return .complete }
    return worst >= failOn ? .reached : .complete
  }
}

extension Tier: ExpressibleByArgument {}
extension ReportOptions.Text: ExpressibleByArgument {}
