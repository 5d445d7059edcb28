import Alongside
import ArgumentParser
import Diagnostics
import TimelineModel

/// `alongside baseline`: findings that people have looked at.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Begins or checks a baseline of reviewed findings.",
    subcommands: [New.self, Check.self])

  /// `alongside baseline new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the findings of a report that people should look at.")

    @Argument(help: ArgumentHelp("What `scan --json` wrote.", valueName: "report.json"))
    var report: String

    @Argument(help: ArgumentHelp("The file to write; standard output for -.", valueName: "file"))
    var file = "-"

    func run() throws {
      try NewFile.write(BaselineFile.new(from: try SavedReport.read(report)), to: file)
    }
  }

  /// `alongside baseline check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with a baseline, or what it decides.")

    @Argument(help: ArgumentHelp("The baseline.", valueName: "file"))
    var file: String

    func run() throws {
      let baseline = try BaselineFile.read(file)
      let count = baseline.items.count
      print("\(count) reviewed finding\(count == 1 ? "" : "s")")
      for verdict in ReviewVerdict.allCases {
        print("  \(verdict.rawValue): \(baseline.items.count { $0.verdict == verdict })")
      }
      if let agreement = baseline.source.agreement { print(agreement.told) }
    }
  }
}
