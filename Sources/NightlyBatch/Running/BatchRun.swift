import AdjacencyScan
public import Alongside
public import Diagnostics
import RulePacks
import ScanHistory
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
    let compiled = try CompiledRules(
      rules.library,
      options: .review(strictness: settings.strictness, appliesStance: settings.appliesStance))
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
    outcome.diagnostics = found.diagnostics
    outcome.figures.found = found.files.count
    outcome.figures.unchanged = files.unchanged.count
    outcome.figures.vanished = files.vanished.count
    for file in files.stillUnread { outcome.tellUnread(file) }
    do throws(Diagnostic) {
      try history.noteVanished(files.vanished, run: outcome.run)
      try history.noteReturned(files.returned)
      try await perform(files.work, history, &outcome, isAnew: false, progress)
      try history.endRun(outcome.run, outcome.figures, ended: clock())
    } catch {
      outcome.diagnostics.append(error)
    }
    return outcome
  }

  /// Says what a run would look at, and changes nothing.
  public func rehearse() throws(Diagnostic) -> BatchRehearsal {
    let isBegun = FileKind.exists(settings.history)
    let known = isBegun ? try History(settings.history, for: .reading).knownFiles() : [:]
    let found = ArchiveFolders(archives: settings.archives, exclude: settings.exclude).find()
    let files = filePlan(found.files, known)
    return BatchRehearsal(files, known, found.diagnostics)
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
