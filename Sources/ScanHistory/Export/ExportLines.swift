import JSONText
import TimelineModel

/// Own posts as NDJSON (`alongside.exposure/1`), one a line with its neighbours and findings.
struct ExportLines: ExportWriter {
  private var json = JSONWriter()

  var bytes: [UInt8] { json.bytes }

  mutating func take() -> [UInt8] { json.take() }

  mutating func add(_ exposure: CaptureRows.Exposure, of capture: CaptureRows.Capture) {
    let row = exposure.row
    json.object { json in
      json.member("schema", "alongside.exposure/1")
      json.member("day", capture.day)
      json.member("time", capture.time)
      json.member("dated_by", capture.datedBy)
      json.member("platform", capture.platform)
      json.member("feed", capture.feed)
      json.member("viewer", capture.viewer)
      json.member("order", capture.orderClass)
      json.member("surface", capture.surface)
      json.member("content", capture.content)
      json.member("slot", row.slot)
      json.member("account", row.account)
      json.member("post", row.post)
      json.member("url", row.url)
      json.member("posted_at", row.postedAt.map { Moment.text($0) })
      json.member("counted", exposure.isCounted)
      json.member("measured", row.isMeasured)
      json.member("unsafe", row.isUnsafe)
      json.member("unsuitable", row.isUnsuitable)
      json.member("contradiction", row.isContradiction)
      json.member("unknown", row.hasUnknown)
      json.key("risk")
      json.value(row.risk)
      json.member("views", row.metrics.views)
      json.member("likes", row.metrics.likes)
      json.member("reposts", row.metrics.reposts)
      json.member("replies", row.metrics.replies)
      json.member("above", row.above)
      json.member("below", row.below)
      json.key("neighbours")
      json.array { json in
        for neighbour in row.neighbours { Self.write(neighbour, &json) }
      }
    }
    json.endLine()
  }

  private static func write(_ neighbour: ExposureRow.Neighbour, _ json: inout JSONWriter) {
    json.object { json in
      json.member("place", neighbour.place)
      json.member("kind", neighbour.kind.name)
      json.member("promoted", neighbour.isPromoted)
      json.member("own", neighbour.isOwn)
      json.member("unknown", neighbour.isUnknown)
      json.member("post", neighbour.post)
      json.key("findings")
      json.array { json in
        for finding in neighbour.findings { write(finding, &json) }
      }
    }
  }

  private static func write(_ finding: ExposureRow.Finding, _ json: inout JSONWriter) {
    json.object { json in
      json.member("rule", finding.rule)
      json.member("category", finding.category)
      json.member("target", finding.target)
      json.member("tier", finding.tier?.rawValue)
      json.member("rule_tier", finding.ruleTier.rawValue)
      json.key("confidence")
      json.value(finding.confidence)
      json.member("role", finding.role.name)
      json.member("post", finding.post)
      json.member("field", finding.field.name)
      json.member("covered", finding.isCovered)
      json.member("review", finding.needsReview)
      json.member("fingerprint", finding.fingerprint)
    }
  }
}
