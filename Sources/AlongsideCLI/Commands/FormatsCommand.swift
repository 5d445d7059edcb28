import Alongside
import ArgumentParser
import Diagnostics

/// `alongside formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the exports that can be read, or tells what a file is read as.")

  @Argument(help: ArgumentHelp("Files to recognise.", valueName: "export"))
  var exports: [String] = []

  func run() throws {
    guard exports.isEmpty else { return try recognise() }
    for format in ExportFormats.all {
      print(format.id)
      print("  \(format.summary)")
      print("  order: \(format.order)")
    }
  }

  private func recognise() throws {
    var recognised = 0
    var refused = 0
    for path in InputOptions.files(of: exports) {
      do throws(Diagnostic) {
        let format = try ExportFormats.recognise(path)
        print("\(TerminalText.safe(path)): \(format.id)")
        print("  \(format.summary)")
        print("  order: \(format.order)")
        recognised += 1
      } catch {
        refused += 1
        Console.tell([error])
      }
    }
    if refused > 0 { throw recognised > 0 ? ExitStatus.incomplete : ExitStatus.nothingDone }
  }
}
