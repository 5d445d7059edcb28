import Alongside
import ArgumentParser
import Diagnostics

/// `alongside explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells in words how one score of a report came about, factor by factor.")

  @Argument(help: ArgumentHelp("What `scan --json` wrote.", valueName: "report.json"))
  var report: String

  @Argument(
    help: ArgumentHelp("The exposure, by capture and slot, such as c0s17.", valueName: "exposure"))
  var exposure: String

  func run() throws {
    let document = try SavedReport.read(report)
    do throws(Diagnostic) {
      let explanation = try ExposureExplanation(of: exposure, in: document)
      print(
        explanation.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { TerminalText.safe(String($0)) }.joined(separator: "\n"), terminator: "")
    } catch {
      throw DiagnosticList([error])
    }
  }
}
