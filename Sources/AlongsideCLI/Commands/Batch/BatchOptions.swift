import ArgumentParser
import Diagnostics
import NightlyBatch

/// The settings of a run: the file's, then what was typed in its place.
struct BatchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The settings, as YAML.", valueName: "batch.yaml"))
  var config: String?

  @Option(
    help: ArgumentHelp("A folder, glob or file of exports; repeatable.", valueName: "folder"))
  var archive: [String] = []

  @Option(help: ArgumentHelp("A glob of names or paths to leave out; repeatable."))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("The history.", valueName: "file"))
  var history: String?

  @Option(help: ArgumentHelp("The organisation and its accounts, as YAML.", valueName: "org.yaml"))
  var org: String?

  @Option(
    help: ArgumentHelp(
      "The folder of rule packs; the installed packs when absent.", valueName: "folder"))
  var rules: String?

  @Option(
    help: ArgumentHelp(
      "How files are named, such as {platform}/{account}/{date}.ndjson; repeatable.",
      valueName: "pattern"))
  var name: [String] = []

  @Option(help: ArgumentHelp("Leave out files of days before this one.", valueName: "day"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Read every export as this format (see `alongside formats`).", valueName: "id"))
  var format: String?

  @Option(
    help: ArgumentHelp("The strictest level of rules that scores: 1, 2 or 3.", valueName: "level"))
  var strictness: Int?

  @Flag(inversion: .prefixedNo, help: "Let stance rules lower findings.")
  var stance: Bool?

  @Flag(
    inversion: .prefixedNo, help: "Take every order for a feed's; the history keeps that in mind.")
  var assumeFeedOrder: Bool?

  @Option(
    help: ArgumentHelp(
      "Workers, one a processor when absent; the result does not depend on it.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Write figures for Prometheus here after the run.", valueName: "file"))
  var metrics: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A program to start when a posture changes, then its arguments; repeatable.",
      valueName: "word"))
  var onPostureChange: [String] = []

  @Option(
    help: ArgumentHelp(
      "State postures of so many days, up to the last one; 28 when absent.", valueName: "n"))
  var postureDays: Int?

  @Option(
    help: ArgumentHelp("Days of evidence to keep; counts are kept for ever.", valueName: "n"))
  var keepDays: Int?

  func validate() throws {
    if let strictness, !(1...3).contains(strictness) {
      throw ValidationError("--strictness takes 1, 2 or 3")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
    if let keepDays, keepDays < 1 { throw ValidationError("--keep-days takes a number from 1 on") }
    if let postureDays, postureDays < 1 {
      throw ValidationError("--posture-days takes a number from 1 on")
    }
    if let since, !BatchSettings.isDay(since) {
      throw ValidationError("--since takes a day such as 2026-01-23")
    }
  }

  /// The settings; throws what is wrong with the file, and what is missing.
  func settings(needsArchives: Bool = true) throws -> BatchSettings {
    var settings = try config.map { try BatchFile.read($0) } ?? BatchSettings()
    if !archive.isEmpty { settings.archives = archive }
    if !exclude.isEmpty { settings.exclude = exclude }
    if !name.isEmpty { settings.names = try name.map { try NamePattern($0) } }
    if !onPostureChange.isEmpty { settings.onPostureChange = onPostureChange }
    settings.history = history ?? settings.history
    settings.organisation = org ?? settings.organisation
    settings.rules = rules ?? settings.rules
    settings.since = since ?? settings.since
    settings.format = format ?? settings.format
    settings.strictness = strictness ?? settings.strictness
    settings.appliesStance = stance ?? settings.appliesStance
    settings.assumesFeedOrder = assumeFeedOrder ?? settings.assumesFeedOrder
    settings.jobs = jobs ?? settings.jobs
    settings.metrics = metrics ?? settings.metrics
    settings.postureDays = postureDays ?? settings.postureDays
    settings.keepDays = keepDays ?? settings.keepDays
    try settings.check(needsArchives: needsArchives)
    return settings
  }
}
