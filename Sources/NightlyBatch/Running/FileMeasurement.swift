import AdjacencyScan
import Diagnostics
import Digests
import ScanHistory
import TimelineFormats
import TimelineModel

/// Measures one file: its own posts wait in a temporary file, so that memory does not grow.
struct FileMeasurement: Sendable {
  /// What is done with every file.
  let plan: ScanPlan
  /// The format that the user chose; nil tells it by the file.
  let format: (any TimelineFormat.Type)?
  /// Hashes authors.
  let authors: KeyedHash

  /// Scans a file with so many workers.
  func measure(_ path: String, jobs: Int) async throws -> MeasuredFile {
    let authors = authors
    let model = RiskModel(policy: plan.policy)
    let spool = try ExposureSpool([
      { exposure in ExposureRow(exposure, model.mark(of: exposure), authors: authors).bytes }
    ])
    var plan = plan
    plan.spool = spool
    let scanner = Scanner(plan: plan, jobs: jobs, format: format, isHashed: true)
    let outcome = try await scanner.scan([path])
    let ranges = outcome.spooledFeeds + outcome.spooledThreads
    return MeasuredFile(
      outcome: outcome, accounts: plan.organisation?.accounts ?? []
    ) { body in
      var cutter = ExposureRowCutter()
      try spool.read(ranges, part: 0) { try cutter.add($0, body) }
    }
  }
}

extension MeasuredFile {
  /// Why nothing of the file may be counted, or nil when all of it may.
  var refusal: (state: ArchiveFile.State, diagnostic: Diagnostic)? {
    for input in outcome.inputs where !input.isComplete && input.format != nil {
      return (.incomplete, input.fault)
    }
    guard outcome.inputs.contains(where: { $0.format != nil && $0.namesAuthors }) else {
      let fault =
        outcome.inputs.first?.fault ?? Diagnostic(.error, "F002", "there is nothing in it")
      // A damaged or empty file may be one that is still being written.
      return (["F001", "F002"].contains(fault.code) ? .incomplete : .foreign, fault)
    }
    return nil
  }
}

extension InputSummary {
  /// The fault that kept it from being read.
  fileprivate var fault: Diagnostic {
    diagnostics.last { $0.severity == .error }
      ?? Diagnostic(
        .error, "F001", "cannot be read", at: .file(path), help: "check that it is whole")
  }
}
