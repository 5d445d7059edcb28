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
    var isComplete = true
    for path in InputOptions.files(of: exports) {
      do throws(Diagnostic) {
        let format = try ExportFormats.recognise(path)
        print("\(TerminalText.safe(path)): \(format.id)")
        print("  \(format.summary)")
        print("  order: \(format.order)")
      } catch {
        isComplete = false
        Console.tell([error])
      }
    }
    if !isComplete { throw ExitStatus.incomplete }
  }
}
