import JSONText
import TimelineModel

/// The rates over time and by what exposures differ in.
enum JSONBreakdowns {
  static func write(_ review: Review, _ json: inout JSONWriter) {
    json.key("series")
    json.object { json in
      for series in review.series {
        json.list(series.unit.rawValue, series.points) { point, json in
          json.member("start", point.start.description)
          JSONHeadline.writeMembers(point.cell, &json)
        }
      }
      json.member("undated", review.series.first?.undated ?? 0)
    }
    json.key("breakdowns")
    json.object { json in
      for breakdown in review.breakdowns {
        json.list(breakdown.dimension.rawValue, breakdown.lines) { line, json in
          json.member("name", line.name)
          JSONHeadline.writeMembers(line.cell, &json)
          if !line.tiers.isEmpty { json.member("tiers", line.tiers) }
          if let adjusted = line.adjustedP { json.member("p_holm", adjusted) }
        }
      }
    }
  }
}
