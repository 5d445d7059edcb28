import Diagnostics
import JSONText
import TimelineModel

/// The `coverage` of the document: what was read, and what could not be.
enum JSONCoverage {
  static func write(_ outcome: ScanOutcome, _ json: inout JSONWriter) {
    let tally = outcome.tally
    json.key("coverage")
    json.object { json in
      json.member("complete", outcome.isComplete)
      json.member("records", outcome.inputs.reduce(0) { $0 + $1.records })
      json.member("records_not_read", outcome.inputs.reduce(0) { $0 + $1.problems })
      json.key("entries")
      json.object { json in
        json.member("all", tally.entries.values.reduce(0, +))
        for kind in EntryKind.allCases { json.member(kind.name, tally.entries[kind] ?? 0) }
        json.member("promoted", tally.promoted)
      }
      json.member("posts", tally.posts)
      json.member("own_posts", tally.own)
      json.key("skipped")
      json.object { json in
        for reason in SkipReason.allCases {
          if let count = tally.skipped[reason] { json.member(reason.rawValue, count) }
        }
      }
      writeUnscreened(tally, &json)
      json.key("problems")
      json.array { json in
        for diagnostic in outcome.diagnostics {
          json.object { json in
            json.member("code", diagnostic.code)
            json.member("severity", diagnostic.severity.rawValue)
            json.member("place", diagnostic.location?.description)
            json.member("message", diagnostic.message)
          }
        }
      }
    }
  }

  private static func writeUnscreened(_ tally: Tally, _ json: inout JSONWriter) {
    json.key("not_screened")
    json.object { json in
      json.member("missing_text", tally.missing)
      json.member("truncated_text", tally.truncated)
      json.member("media_without_description", tally.undescribedMedia)
      json.member("unsupported_language", tally.unsupportedLanguage)
      json.member("undecided_posts", tally.undecided)
      json.key("undecided_rules")
      json.object { json in
        for (rule, count) in tally.undecidedRules.sorted(by: { $0.key < $1.key }) {
          json.member(rule, count)
        }
      }
    }
  }
}
