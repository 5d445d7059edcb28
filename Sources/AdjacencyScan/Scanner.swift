import Diagnostics
import ExportReading
import Guarding
package import TimelineFormats
package import TimelineModel

/// Scans exports one after another, each with all workers.
package struct Scanner: Sendable {
  private let plan: ScanPlan
  private let jobs: Int
  private let format: (any TimelineFormat.Type)?
  private let isHashed: Bool
  private let progress: @Sendable (_ bytes: Int) -> Void

  /// Prepares a scan; `format` overrides detection, `progress` hears of unpacked bytes.
  package init(
    plan: ScanPlan, jobs: Int, format: (any TimelineFormat.Type)? = nil, isHashed: Bool = false,
    progress: @escaping @Sendable (_ bytes: Int) -> Void = { _ in }
  ) {
    self.plan = plan
    self.jobs = max(1, jobs)
    self.format = format
    self.isHashed = isHashed
    self.progress = progress
  }

  /// Scans the inputs in order; `output` takes the lines of `classify` in order.
  ///
  /// Throws what `output` throws; everything else that goes wrong with an input is told in its
  /// summary, and the next input is read.
  package func scan(
    _ paths: [String], output: @escaping @Sendable ([UInt8]) throws -> Void = { _ in }
  ) async throws -> ScanOutcome {
    var outcome = ScanOutcome()
    var nextCapture = 0
    for path in paths {
      try await scan(path, output, &outcome, &nextCapture)
    }
    return outcome
  }

  /// Scans what a path leads to: one export, or the members of an archive.
  private func scan(
    _ path: String, _ output: @escaping @Sendable ([UInt8]) throws -> Void,
    _ outcome: inout ScanOutcome, _ nextCapture: inout Int
  ) async throws {
    func refuse(_ fault: Diagnostic) {
      var summary = InputSummary(path: path)
      summary.diagnostics.append(fault)
      outcome.inputs.append(summary)
    }
    var members: InputMembers
    do throws(Diagnostic) {
      members = try InputMembers(of: path, isHashed: isHashed)
    } catch {
      return refuse(error)
    }
    while true {
      let member: InputMembers.Member?
      do throws(Diagnostic) {
        member = try members.next()
      } catch {
        return refuse(error)
      }
      guard let member else {
        if let note = members.note {
          outcome.inputs[outcome.inputs.count - 1].diagnostics.append(note)
        }
        return
      }
      try await scan(member, output, &outcome, &nextCapture)
    }
  }

  private func scan(
    _ member: InputMembers.Member, _ output: @escaping @Sendable ([UInt8]) throws -> Void,
    _ outcome: inout ScanOutcome, _ nextCapture: inout Int
  ) async throws {
    let index = outcome.inputs.count
    var summary = InputSummary(path: member.name)
    let opened: OpenedExport
    do throws(Diagnostic) {
      opened = try OpenedExport.open(member, as: format)
    } catch {
      summary.diagnostics.append(error)
      outcome.inputs.append(summary)
      return
    }
    summary.format = opened.format.id
    let state = Guarded(
      InputState(
        summary: summary, input: index,
        windows: InputWindows(input: index, firstCapture: nextCapture, plan: plan)))
    let failure = try await InputScan(export: opened, plan: plan, jobs: jobs).run { part in
      progress(opened.reader.bytesRead)
      if !part.output.isEmpty { try output(part.output) }
      try state.withLock { try $0.add(part) }
    }
    let tally: Tally
    (nextCapture, tally) = try state.withLock { state in
      (try state.finish(failure, opened.reader, into: &outcome), state.tally)
    }
    let last = outcome.inputs.count - 1
    outcome.inputs[last] = telling(outcome.inputs[last], tally, opened.format)
  }
}

extension Scanner {
  /// Tells why own posts could not be found, where nobody could have found them.
  private func telling(
    _ summary: InputSummary, _ tally: Tally, _ format: any TimelineFormat.Type
  ) -> InputSummary {
    guard plan.purpose == .windows, let organisation = plan.organisation,
      let diagnostic = InputDiagnostics.authors(
        tally, organisation, format.id, in: summary.path)
    else { return summary }
    var summary = summary
    summary.namesAuthors = false
    summary.diagnostics.append(diagnostic)
    return summary
  }
}

/// What one input has come to so far.
private struct InputState {
  private var summary: InputSummary
  private var windows: InputWindows
  private let input: Int
  private(set) var tally = Tally()
  private var sample = FindingSample()

  init(summary: InputSummary, input: Int, windows: InputWindows) {
    self.summary = summary
    self.input = input
    self.windows = windows
  }

  /// Problems told one by one; the rest are counted.
  private static let toldProblems = 20

  mutating func add(_ part: ScannedPart) throws {
    for problem in part.problems {
      summary.problems += 1
      guard summary.diagnostics.count < Self.toldProblems else { continue }
      summary.diagnostics.append(
        InputDiagnostics.badRecord(problem, after: summary.records, in: summary.path))
    }
    try windows.add(part, recordsBefore: summary.records)
    tally.add(part.tally)
    sample.add(part.sample, input: input, recordsBefore: summary.records)
    summary.records += part.records
  }

  /// Adds the input to the outcome and returns the number of the next capture.
  mutating func finish(
    _ failure: ReadError?, _ reader: ChunkReader, into outcome: inout ScanOutcome
  ) throws -> Int {
    summary.bytes = reader.bytesRead
    summary.sha256 = reader.digest
    summary.isComplete = failure == nil
    if let failure {
      summary.diagnostics.append(InputDiagnostics.unreadable(failure, summary.path))
    }
    if summary.problems > Self.toldProblems {
      summary.diagnostics.append(
        InputDiagnostics.moreProblems(summary.problems - Self.toldProblems, in: summary.path))
    }
    outcome.inputs.append(summary)
    outcome.tally.add(tally)
    outcome.sample.add(sample, input: input, recordsBefore: 0)
    return try windows.finish(into: &outcome)
  }
}
