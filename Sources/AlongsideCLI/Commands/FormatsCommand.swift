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
    for (name, outcome) in InputOptions.files(of: exports).flatMap(ExportFormats.recognise) {
      switch outcome {
      case .success(let format):
        print("\(TerminalText.safe(name)): \(format.id)")
        print("  \(format.summary)")
        print("  order: \(format.order)")
        recognised += 1
      case .failure(let fault):
        refused += 1
        Console.tell([fault])
      }
    }
    if refused > 0 { throw recognised > 0 ? ExitStatus.incomplete : ExitStatus.nothingDone }
  }
}
