import Alongside
import ArgumentParser
import Diagnostics
import RulePacks
import RuleWorkbench

/// `alongside rules test`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Holds every rule against its own examples, and the packs against timelines.",
    discussion: "Exit status: 0 all pass; 1 some fail; 2 the packs cannot be used.")

  @OptionGroup var packs: RulesFolder

  @Flag(help: "Try each match example in disguise too: capitals, emoji, look-alike letters.")
  var disguised = false

  @Flag(help: "Let nothing but its own rule fire on an example that does not name others.")
  var isolated = false

  @Option(
    help: ArgumentHelp(
      "Timelines that say which rules fire; fixtures/packs/timelines beside the packs when absent.",
      valueName: "folder"))
  var timelines: String?

  @Option(help: ArgumentHelp("Write the results as JUnit XML too.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Write the results as JSON too.", valueName: "file"))
  var json: String?

  @Flag(help: "Test again whenever a pack or timeline changes, until interrupted.")
  var watch = false

  func run() throws {
    guard watch else { return try end(test()) }
    let folders = try folders
    var stamp = FolderStamp(of: folders)
    try testAgain()
    Console.standardError("watching \(folders.joined(separator: " and ")); Ctrl-C ends\n")
    while true {
      FolderStamp.waitForChange(from: &stamp, of: folders)
      Console.standardError("\n")
      try testAgain()
    }
  }

  private var folders: [String] {
    get throws {
      let path = try packs.path
      return [path] + (TimelineFiles.folder(timelines, beside: path).map { [$0] } ?? [])
    }
  }

  /// Packs that cannot be read are told of like other mistakes: the author is at work on them.
  private func testAgain() throws {
    do {
      _ = try test()
    } catch let list as DiagnosticList {
      Console.tell(list.diagnostics)
    }
  }

  private func test() throws -> TestReport {
    let report = TestReport(
      of: try packs.open().sources,
      timelines: try TimelineFiles.sources(in: timelines, beside: packs.path),
      disguised: disguised, isolated: isolated)
    Console.tell(report.diagnostics)
    if let junit { try OutputFile.write(to: junit) { try $0(Array(report.junit.utf8)) } }
    if let json { try OutputFile.write(to: json) { try $0(Array(report.json.utf8)) } }
    let posts = report.posts > 0 ? ", \(counted(report.posts, "post"))" : ""
    let summary =
      "\(counted(report.packs, "pack")), \(counted(report.rules, "rule")), "
      + "\(counted(report.examples, "example"))\(posts): "
      + (report.passes ? "all pass" : "\(report.errorCount) wrong")
    // A pipe should see it at once, too.
    try OutputFile.writeToStandardOutput(Array((summary + "\n").utf8))
    return report
  }

  private func end(_ report: TestReport) throws {
    if report.passes { return }
    throw report.faults.isEmpty ? ExitStatus.reached : ExitStatus.nothingDone
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
