import JSONText
import TimelineModel

/// The `headline` of the document: the figures that stand together.
enum JSONHeadline {
  static func write(_ report: ScanReport, _ json: inout JSONWriter) {
    let headline = report.headline
    json.key("headline")
    json.object { json in
      json.key("feeds")
      write(headline.feeds, &json)
      json.member("sufficient", headline.isSufficient)
      json.key("threads")
      write(headline.threads, &json)
      json.key("prevalence")
      json.object { json in
        json.key("safety")
        write(headline.safetyPrevalence, &json)
        json.key("suitability")
        write(headline.suitabilityPrevalence, &json)
        json.key("categories")
        json.object { json in
          for (category, tiers) in report.outcome.tally.categories.sorted(by: { $0.key < $1.key }) {
            json.member(category.rawValue, tiers)
          }
        }
      }
      json.key("lift")
      json.object { json in
        json.member("safety", headline.safetyLift)
        json.member("suitability", headline.suitabilityLift)
      }
      write("platforms", headline.platforms, &json)
      write("accounts", headline.accounts, &json)
      writeCategories(headline, &json)
      writeReplySurface(report, &json)
    }
  }

  private static func write(_ key: String, _ parts: [Headline.Part], _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      for part in parts {
        json.key(part.name)
        write(part.cell, &json)
      }
    }
  }

  private static func writeCategories(_ headline: Headline, _ json: inout JSONWriter) {
    json.key("categories")
    json.object { json in
      for part in headline.categories {
        json.key(part.category.rawValue)
        json.object { json in
          json.key("rate")
          write(part.rate, &json)
          json.member("tiers", part.tiers)
        }
      }
    }
  }

  private static func write(_ cell: Headline.Cell, _ json: inout JSONWriter) {
    json.object { json in writeMembers(cell, &json) }
  }

  static func writeMembers(_ cell: Headline.Cell, _ json: inout JSONWriter) {
    json.member("safety", cell.safety)
    json.member("suitability", cell.suitability)
    json.member("contradictions", cell.contradictions)
    json.member("unmeasured", cell.unmeasured)
    json.member("mean_risk", cell.meanRisk)
    json.member("highest_risk", cell.highestRisk)
  }

  static func write(_ rate: Rate, _ json: inout JSONWriter) {
    json.object { json in
      json.member("k", rate.count)
      json.member("n", rate.trials)
      json.member("unknown", rate.unknown)
      json.member("rate", rate.value)
      json.key("wilson95")
      guard let interval = rate.interval else { return json.null() }
      json.array { json in
        json.value(interval.low)
        json.value(interval.high)
      }
    }
  }

  private static func writeReplySurface(_ report: ScanReport, _ json: inout JSONWriter) {
    json.key("reply_surface")
    json.object { json in
      let accounts = report.run.organisation?.accounts ?? []
      for (index, surface) in report.outcome.tally.replySurface.sorted(by: { $0.key < $1.key }) {
        json.key(accounts[index].name)
        json.object { json in
          json.member("replies", surface.replies)
          json.member("quotes", surface.quotes)
          json.member("reposts", surface.reposts)
          json.key("unsuitable")
          write(
            Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes), &json)
          json.key("categories")
          json.object { json in
            for (category, tiers) in surface.categories.sorted(by: { $0.key < $1.key }) {
              json.member(category.rawValue, tiers)
            }
          }
          json.member(surface.metrics)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes `metrics`.
  mutating func member(_ metrics: Metrics) {
    key("metrics")
    object { json in
      for (name, count) in [
        ("views", metrics.views), ("likes", metrics.likes), ("reposts", metrics.reposts),
        ("replies", metrics.replies),
      ] {
        json.key(name)
        if let count { json.value(Int(count)) } else { json.null() }
      }
    }
  }
}
