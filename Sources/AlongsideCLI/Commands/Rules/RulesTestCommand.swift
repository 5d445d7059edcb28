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
    let report = try test()
    guard watch else { return try end(report) }
    var stamp = try FolderStamp(of: folders)
    while true {
      try FolderStamp.waitForChange(from: &stamp, of: folders)
      print("")
      _ = try test()
    }
  }

  private var folders: [String] {
    get throws { [try packs.path] + (timelines.map { [$0] } ?? []) }
  }

  private func test() throws -> TestReport {
    let sources: [PackSource]
    do {
      sources = try packs.open().sources
    } catch let list as DiagnosticList where watch {
      Console.tell(list.diagnostics)
      return TestReport(of: [])
    }
    let report = TestReport(
      of: sources, timelines: try TimelineFiles.sources(in: timelines, beside: packs.path),
      disguised: disguised, isolated: isolated)
    Console.tell(report.diagnostics)
    if let junit { try OutputFile.write(to: junit) { try $0(Array(report.junit.utf8)) } }
    if let json { try OutputFile.write(to: json) { try $0(Array(report.json.utf8)) } }
    let posts = report.posts > 0 ? ", \(counted(report.posts, "post"))" : ""
    print(
      "\(counted(report.packs, "pack")), \(counted(report.rules, "rule")), "
        + "\(counted(report.examples, "example"))\(posts): "
        + (report.passes ? "all pass" : "\(report.errorCount) wrong"))
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
