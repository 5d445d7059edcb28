public import Diagnostics
import ScanHistory

/// What a nightly run is told to do.
public struct BatchSettings: Hashable, Sendable {
  /// Folders, globs or files that hold exports.
  public var archives: [String] = []
  /// Globs of what is left out, held against the name and the whole path.
  public var exclude: [String] = []
  /// The history's file.
  public var history = ""
  /// The organisation's file.
  public var organisation = ""
  /// The folder of rule packs; nil for those that came with the program.
  public var rules: String?
  /// How file names say what is in them; the first pattern that fits is taken.
  public var names: [NamePattern] = []
  /// Leaves out files of days before this one.
  public var since: String?
  /// Reads every export as this format, by id.
  public var format: String?
  /// The strictest level of rules that scores, 1 to 3.
  public var strictness = 1
  /// Whether stance rules lower findings.
  public var appliesStance = true
  /// Take every order for a feed's.
  public var assumesFeedOrder = false
  /// Workers; nil for one a processor.
  public var jobs: Int?
  /// Where figures are written for Prometheus after each run.
  public var metrics: String?
  /// A program and its arguments, started without a shell when a posture changes.
  public var onPostureChange: [String] = []
  /// How many days, up to the last one, postures are stated of.
  public var postureDays = 28
  /// How many days of evidence are kept, counted back from the last day; nil keeps all.
  public var keepDays: Int?

  /// Says nothing yet.
  public init() {}
}

extension BatchSettings {
  /// Throws what a run cannot do without and was not told.
  public func check(needsArchives: Bool = true) throws(DiagnosticList) {
    let missing = [
      (needsArchives && archives.isEmpty, "archives", "--archive"),
      (history.isEmpty, "history", "--history"),
      (organisation.isEmpty, "organisation", "--org"),
    ].filter(\.0)
    guard missing.isEmpty else {
      throw DiagnosticList(
        missing.map { _, key, option in
          Diagnostic(
            .error, "B009", "nobody said what `\(key)` is",
            help: "use \(option), or write `\(key):` in a file and name that with --config")
        })
    }
  }

  /// Whether a text is a day such as `2026-01-23`.
  public static func isDay(_ text: String) -> Bool {
    CaptureName.moment(in: text)?.day == text
  }
}
