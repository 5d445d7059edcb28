import AdjacencyScan
public import Alongside
public import Diagnostics
import Foundation
import PeriodReview
import RulePacks
public import ScanHistory
import TimelineFormats
import TimelineModel

/// One run over the archives: everything that is new or changed goes into the history, each file in
/// one transaction.
///
/// Killed at any moment and run again, it ends in the same state as if it had never been killed.
public struct BatchRun: Sendable {
  private let settings: BatchSettings
  private let jobs: Int
  private let method: Method
  private let plan: ScanPlan
  private let format: (any TimelineFormat.Type)?

  /// Prepares a run; throws all that is wrong with packs, organisation and settings.
  public init(_ settings: BatchSettings, rules: LoadedRules, jobs: Int) throws(DiagnosticList) {
    self.settings = settings
    self.jobs = max(1, jobs)
    let source = try PolicyFile.source(settings.organisation)
    let policy = try PolicyFile.read(source, vocabulary: rules.vocabulary)
    method = Method(
      tool: ToolVersion.current, packs: rules.packs, strictness: settings.strictness,
      appliesStance: settings.appliesStance, assumesFeedOrder: settings.assumesFeedOrder,
      policy: String(decoding: source.bytes, as: UTF8.self))
    let compiled = try rules.compiled(
      .review(strictness: settings.strictness, appliesStance: settings.appliesStance))
    plan = ScanPlan(
      rules: compiled, organisation: policy.organisation, policy: policy.risk,
      purpose: .windows, assumesFeedOrder: settings.assumesFeedOrder,
      themes: policy.review.themes.isEmpty ? nil : Set(policy.review.themes))
    format = try ExportFormats.chosen(settings.format)
  }

  /// Does the run; `clock` is told in the books, and nothing depends on it.
  ///
  /// Throws what keeps it from beginning; what stops it later is in the outcome.
  public func run(
    clock: @escaping @Sendable () -> String,
    progress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) async throws(Diagnostic) -> BatchOutcome {
    let lock = try HistoryLock(history: settings.history)
    defer { _ = lock }
    let history = try History(settings.history, for: .recording)
    let found = ArchiveFolders(archives: settings.archives, exclude: settings.exclude).find()
    let files = filePlan(found.files, try history.knownFiles())
    var outcome = BatchOutcome(run: try history.beginRun("run", method, started: clock()))
    outcome.diagnostics = found.diagnostics + files.faults
    outcome.figures.found = found.files.count
    outcome.figures.unchanged = files.unchanged.count
    outcome.figures.vanished = files.vanished.count
    for file in files.stillUnread { outcome.tellUnread(file) }
    do throws(Diagnostic) {
      try history.noteVanished(files.vanished, run: outcome.run)
      try history.noteReturned(files.returned)
      try await perform(files.work, history, &outcome, isAnew: false, progress)
      try end(history, &outcome, clock)
    } catch {
      outcome.diagnostics.append(error)
    }
    return outcome
  }

  /// Measures a period again, as far as it was measured by other packs or another policy.
  public func rescan(
    _ period: Period, clock: @escaping @Sendable () -> String,
    progress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) async throws(Diagnostic) -> BatchOutcome {
    let lock = try HistoryLock(history: settings.history)
    defer { _ = lock }
    let history = try History(settings.history, for: .recording)
    let stale = try history.staleFiles(of: period, method)
    var outcome = BatchOutcome(run: try history.beginRun("rescan", method, started: clock()))
    var work: [FileWork] = []
    for file in stale {
      guard let stamp = try? FileStamp.read(file.path) else {
        outcome.diagnostics.append(
          Diagnostic(
            .warning, "B010", "is gone, so it stays as other packs or another policy measured it",
            at: .file(file.path), help: "bring the file back and rescan; reports tell the mixture"))
        outcome.figures.unread += 1
        continue
      }
      work.append(FileWork(path: file.path, name: file.name, stamp: stamp))
    }
    outcome.figures.found = work.count
    do throws(Diagnostic) {
      try await perform(work, history, &outcome, isAnew: true, progress)
      try end(history, &outcome, clock)
    } catch {
      outcome.diagnostics.append(error)
    }
    return outcome
  }

  /// Ends a run: states postures, tells of changes, prunes, writes the books and the metrics.
  private func end(
    _ history: History, _ outcome: inout BatchOutcome, _ clock: () -> String
  ) throws(Diagnostic) {
    do {
      let postures = try CurrentPostures.state(history, days: settings.postureDays)
      try history.state(postures, run: outcome.run)
    } catch {
      throw error as? Diagnostic ?? Diagnostic(.error, "B006", "failed: \(error)")
    }
    for posture in try history.untoldPostures() {
      outcome.postures.append(posture)
      if !settings.onPostureChange.isEmpty {
        try PostureCommand.tell(posture, by: settings.onPostureChange)
      }
      try history.noteTold(posture)
    }
    if let days = settings.keepDays { _ = try history.prune(keepingDays: days) }
    try history.endRun(outcome.run, outcome.figures, ended: clock())
    if let metrics = settings.metrics {
      try MetricsFile.write(try history.status(), outcome, at: .now, to: metrics)
    }
  }

  /// Says what a run would look at, and changes nothing.
  public func rehearse() throws(Diagnostic) -> BatchRehearsal {
    let isBegun = FileKind.exists(settings.history)
    let known = isBegun ? try History(settings.history, for: .reading).knownFiles() : [:]
    let found = ArchiveFolders(archives: settings.archives, exclude: settings.exclude).find()
    let files = filePlan(found.files, known)
    return BatchRehearsal(files, known, found.diagnostics + files.faults)
  }

  private func filePlan(_ found: [String], _ known: [String: KnownFile]) -> FilePlan {
    FilePlan(
      found, known: known, names: CaptureNames(patterns: settings.names), since: settings.since,
      tool: method.tool)
  }

  /// Looks at files, several at a time, and records each in the order of the work.
  private func perform(
    _ work: [FileWork], _ history: History, _ outcome: inout BatchOutcome, isAnew: Bool,
    _ progress: @escaping @Sendable (BatchProgress) -> Void
  ) async throws(Diagnostic) {
    let measurement = FileMeasurement(
      plan: plan, format: format, authors: try history.authorHashes())
    var waiting = work[...]
    var atWork: [(work: FileWork, task: Task<FileWork.Result, any Error>)] = []
    defer { for file in atWork { file.task.cancel() } }
    var done = BatchProgress(files: work.count)
    while true {
      while let next = waiting.first, atWork.isEmpty || canJoin(next, atWork.map(\.work)) {
        let jobs = next.isLarge ? jobs : 1
        let task = Task {
          try await next.perform(measurement, history, jobs: jobs, isAnew: isAnew)
        }
        atWork.append((next, task))
        waiting.removeFirst()
      }
      guard let first = atWork.first else { return }
      let result: FileWork.Result
      do {
        result = try await first.task.value
      } catch {
        throw error as? Diagnostic ?? Diagnostic(.error, "B006", "failed: \(error)")
      }
      atWork.removeFirst()
      try record(result, history, &outcome, isAnew: isAnew)
      done.add(first.work.stamp.size)
      progress(done)
    }
  }

  /// Whether a file may be looked at beside others: a large one takes all workers.
  private func canJoin(_ file: FileWork, _ others: [FileWork]) -> Bool {
    !file.isLarge && others.count < jobs && !others.contains(where: \.isLarge)
  }

  private func record(
    _ result: FileWork.Result, _ history: History, _ outcome: inout BatchOutcome, isAnew: Bool
  ) throws(Diagnostic) {
    switch result {
    case .linked(let file, let input):
      let isRenamed = try history.link(file, to: input, tool: method.tool, run: outcome.run)
      outcome.figures.renamed += isRenamed ? 1 : 0
      outcome.figures.copies += isRenamed ? 0 : 1
    case .measured(let file, let measured):
      let recorded = try history.record(
        measured, of: file, by: method, run: outcome.run, anew: isAnew)
      outcome.add(recorded, measured)
    case .refused(let file, let diagnostic):
      try history.note(file, tool: method.tool, run: outcome.run)
      outcome.figures.unread += 1
      outcome.diagnostics.append(diagnostic)
    }
  }
}
