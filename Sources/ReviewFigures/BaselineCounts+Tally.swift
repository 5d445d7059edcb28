import TimelineModel

extension BaselineCounts {
  /// How the baseline of a run was honoured; nil without one.
  init?(of scan: ScanReport) {
    guard let source = scan.run.baseline else { return nil }
    let audit = scan.outcome.tally.audit
    self.init(
      path: source.path, sha256: source.sha256, listed: source.listed, seen: audit.reviewed,
      unreviewed: audit.unreviewed, agreement: source.agreement)
  }
}
