import ArgumentParser
import ScanHistory

/// `alongside history`: the care of a history.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Checks, backs up and prunes a history.",
    subcommands: [Check.self, Backup.self, Prune.self])

  /// `alongside history check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Looks for damage, dangling rows and sums that do not add up.",
      discussion: "Exit status: 0 all is well; 2 there is no history; 3 something is wrong.")

    @OptionGroup var place: HistoryOption

    func run() throws {
      let faults = try History(try place.path(), for: .reading).check()
      Console.tell(faults)
      guard faults.isEmpty else { throw ExitStatus.incomplete }
      print("all is well")
    }
  }

  /// `alongside history backup`.
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies a history whole, also while a run is at work on it.")

    @OptionGroup var place: HistoryOption

    @Argument(help: ArgumentHelp("Where the copy goes.", valueName: "file"))
    var copy: String

    func run() throws {
      try History(try place.path(), for: .reading).backUp(to: copy)
    }
  }

  /// `alongside history prune`.
  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes the evidence of days gone by; the counts of those days stay.")

    @OptionGroup var place: HistoryOption

    @Option(help: ArgumentHelp("Keep this day and later ones.", valueName: "day"))
    var before: String?

    @Option(
      help: ArgumentHelp(
        "Keep so many days up to the last one in the history.", valueName: "n"))
    var keepDays: Int?

    func validate() throws {
      guard (before == nil) != (keepDays == nil), (keepDays ?? 1) >= 1 else {
        throw ValidationError("say what to keep with --before or with --keep-days")
      }
    }

    func run() throws {
      let history = try History(try place.path(), for: .recording)
      let removed =
        if let before {
          try history.prune(before: try Period(before).first)
        } else {
          try history.prune(keepingDays: keepDays ?? 1)
        }
      try history.compact()
      let posts = removed == 1 ? "1 own post with its" : "\(removed) own posts with their"
      print("\(posts) neighbours removed, counts kept")
    }
  }
}
