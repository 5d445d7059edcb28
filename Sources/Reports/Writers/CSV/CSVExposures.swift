import Spreadsheets
import TimelineModel

/// The rows of one exposure in the tables of exposures, neighbours and findings.
struct CSVExposures: Sendable {
  let options: ReportOptions

  private var evidence: Evidence { Evidence(options: options) }

  static let exposureColumns = [
    "exposure", "account", "platform", "capture", "slot", "order", "time", "themes", "risk",
    "measured", "safety", "suitability", "contradiction", "unknown", "post", "permalink", "text",
  ]

  func exposures(_ exposure: Exposure) -> [UInt8] {
    let own = exposure.own.own
    let isContradiction = exposure.factors.contains {
      $0.isContradiction && exposure.neighbours[$0.neighbour].distance <= 1
    }
    var csv = CSVText(options.language)
    csv.row([
      .text(Self.name(of: exposure)), .text(exposure.account), .text(own.platform.rawValue),
      .whole(exposure.capture), .whole(exposure.slot), .text(exposure.order.rawValue),
      .text(own.createdAt?.description),
      .text(exposure.own.verdict.themes.map(\.rawValue).joined(separator: " ")),
      .number(exposure.risk), .flag(exposure.isMeasured), .flag(exposure.isUnsafe),
      .flag(exposure.isUnsuitable), .flag(isContradiction), .flag(exposure.hasUnknown),
      .text(id(of: own)), .text(evidence.permalink(of: own)), .text(text(of: exposure.own, 0)),
    ])
    return csv.bytes
  }

  static let neighbourColumns = [
    "exposure", "side", "distance", "own", "kind", "promoted", "pinned", "worst_tier", "unknown",
    "author", "post", "permalink", "time", "language", "record", "text",
  ]

  func neighbours(_ exposure: Exposure) -> [UInt8] {
    var csv = CSVText(options.language)
    for neighbour in exposure.neighbours where neighbour.side != .embedded {
      let entry = neighbour.entry
      let post = entry.own
      csv.row([
        .text(Self.name(of: exposure)), .text(neighbour.side.rawValue),
        .whole(neighbour.distance), .flag(neighbour.isOwn), .text(entry.kind.name),
        .flag(entry.isPromoted), .flag(entry.isPinned), .text(entry.verdict.worst?.rawValue),
        .flag(entry.isUnknown), .text(evidence.author(of: post)), .text(id(of: post)),
        .text(evidence.permalink(of: post)), .text(post.createdAt?.description),
        .text(post.language.description), .whole(entry.record), .text(text(of: entry, 0)),
      ])
    }
    return csv.bytes
  }

  static let findingColumns = [
    "exposure", "side", "distance", "role", "field", "category", "tier", "rule_tier", "confidence",
    "target", "rule", "lowered_by", "needs_review", "review", "fingerprint",
  ]

  func findings(_ exposure: Exposure) -> [UInt8] {
    var csv = CSVText(options.language)
    for neighbour in exposure.neighbours where !neighbour.isOwn {
      let posts = neighbour.entry.posts
      for finding in neighbour.entry.verdict.findings where !posts[finding.post].isOwn {
        csv.row([
          .text(Self.name(of: exposure)), .text(neighbour.side.rawValue),
          .whole(neighbour.distance), .text(posts[finding.post].role.name),
          .text(finding.field.name), .text(finding.category.rawValue),
          .text(finding.tier?.rawValue), .text(finding.ruleTier.rawValue),
          .number(finding.confidence), .text(finding.target), .text(finding.rule),
          .text(finding.loweredBy.joined(separator: " ")), .flag(finding.needsReview),
          .text(finding.review?.rawValue), .text(finding.fingerprint),
        ])
      }
    }
    return csv.bytes
  }

  /// The exposure's name in all tables; no spreadsheet takes it for a date.
  private static func name(of exposure: Exposure) -> String {
    "c\(exposure.capture)s\(exposure.slot)"
  }

  /// The post's id behind its platform: on its own, a spreadsheet would round it as a number.
  private func id(of post: Post) -> String? {
    post.id.isEmpty ? nil : post.platform.rawValue + ":" + post.id
  }

  /// A post's own words, as far as they may be shown.
  private func text(of entry: Entry, _ index: Int) -> String? {
    let pieces = EvidencePieces(evidence: evidence)
    let texts = entry.posts[index].fields.indices.filter {
      entry.posts[index].fields[$0].kind == .text
    }.compactMap { field in
      options.text == .full && !entry.posts[index].isOwn
        ? entry.posts[index].fields[field].text
        : pieces.shown(field, index, of: entry)?.map(\.text).joined()
    }
    return texts.isEmpty ? nil : texts.joined(separator: " / ")
  }
}
