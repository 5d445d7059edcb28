import Alongside
import ArgumentParser

/// `alongside formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the exports that can be read, or tells what a file is read as.")

  @Argument(help: ArgumentHelp("Files to recognise.", valueName: "export"))
  var exports: [String] = []

  func run() throws {
    for format in ExportFormats.all {
      print(format.id)
      print("  \(format.summary)")
      print("  order: \(format.order)")
    }
  }
}
