import Spreadsheets
import TimelineModel

/// Own posts as CSV, one a row; of the neighbours the categories with their worst tiers.
struct ExportTable: ExportWriter {
  private static let columns = [
    "day", "time", "dated_by", "platform", "feed", "viewer", "order", "surface", "content", "slot",
    "account", "post", "url", "posted_at", "counted", "measured", "unsafe", "unsuitable",
    "contradiction", "unknown", "risk", "views", "likes", "reposts", "replies", "above", "below",
    "beside", "near", "rules", "fingerprints",
  ]

  private var csv = CSVText()

  private(set) var bytes: [UInt8]

  /// Begins with the names of the columns.
  init() {
    csv.row(Self.columns.map { .text($0) })
    bytes = CSVText.start + csv.take()
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  mutating func add(_ exposure: CaptureRows.Exposure, of capture: CaptureRows.Capture) {
    let row = exposure.row
    let beside = row.neighbours.filter { abs($0.place) <= 1 }
    let near = row.neighbours.filter { abs($0.place) > 1 }
    let findings = beside.flatMap(\.findings)
    csv.row([
      .text(capture.day), .text(capture.time), .text(capture.datedBy), .text(capture.platform),
      .text(capture.feed), .text(capture.viewer), .text(capture.orderClass),
      .text(capture.surface), .text(capture.content), .whole(row.slot), .text(row.account),
      // On its own, a spreadsheet would round the id as a number.
      .text(capture.platform + ":" + row.post), .text(row.url),
      .text(row.postedAt.map { Moment.text($0) }), .flag(exposure.isCounted),
      .flag(row.isMeasured), .flag(row.isUnsafe), .flag(row.isUnsuitable),
      .flag(row.isContradiction), .flag(row.hasUnknown), .number(row.risk),
      .whole(row.metrics.views.map(Int.init)), .whole(row.metrics.likes.map(Int.init)),
      .whole(row.metrics.reposts.map(Int.init)), .whole(row.metrics.replies.map(Int.init)),
      .whole(row.above), .whole(row.below), .text(Self.categories(beside)),
      .text(Self.categories(near)), .text(Self.list(findings.map(\.rule))),
      .text(Self.list(findings.map(\.fingerprint))),
    ])
    bytes += csv.take()
  }

  /// Such as `abuse:high racism:floor`.
  private static func categories(_ neighbours: [ExposureRow.Neighbour]) -> String {
    var worst: [String: Tier] = [:]
    for finding in neighbours.flatMap(\.findings) {
      guard let tier = finding.tier else { continue }
      worst[finding.category] = max(worst[finding.category] ?? tier, tier)
    }
    return worst.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.rawValue)" }
      .joined(separator: " ")
  }

  private static func list(_ names: [String]) -> String {
    Set(names).sorted().joined(separator: " ")
  }
}
