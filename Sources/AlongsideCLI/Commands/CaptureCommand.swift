import Alongside
import ArgumentParser
import Diagnostics
import TimelineModel

/// `alongside capture`: how an export was taken, in its own file beside it.
struct CaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Writes or checks a capture manifest, which lies beside an export.",
    subcommands: [New.self, Check.self])

  /// `alongside capture new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a manifest to fill in.",
      discussion: "For home.ndjson name it home.ndjson.capture.yaml, for a folder capture.yaml.")

    @Argument(help: ArgumentHelp("The file to write; standard output for -.", valueName: "file"))
    var file = "-"

    func run() throws { try NewFile.write(CaptureFile.example, to: file) }
  }

  /// `alongside capture check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with manifests, or which one an export has.",
      discussion: "Exit status: 0 nothing is wrong; 1 an export has none; 2 one cannot be used.")

    @Argument(help: ArgumentHelp("Manifests or exports.", valueName: "file"))
    var files: [String]

    func run() throws {
      var isMissing = false
      for file in files {
        let path = file.hasSuffix(".yaml") ? file : CaptureFile.path(for: file)
        guard let path else {
          print("\(TerminalText.safe(file)): no manifest")
          isMissing = true
          continue
        }
        let manifest = try CaptureFile.read(path)
        print(
          TerminalText.safe(
            "\(path): taken by \(manifest.takenBy) at \(manifest.takenAt), \(manifest.page), "
              + "\(manifest.tool), \(manifest.attention.rawValue)"))
      }
      if isMissing { throw ExitStatus.reached }
    }
  }
}
