import JSONText
import TimelineModel

/// The `change` of the document: a period against an earlier one.
enum JSONChange {
  static func write(_ change: PeriodChange, _ json: inout JSONWriter) {
    json.key("change")
    json.object { json in
      write("period", change.period, &json)
      write("against", change.against, &json)
      write(change.tabled, &json)
      write("watched", change.watched, &json)
      json.member("repeats", change.repeats)
      json.member("pruned_inputs", change.pruned)
      json.member("undated_inputs", change.undated)
      json.key("methods")
      json.array { json in
        for method in change.methods {
          json.object { json in
            json.member("method", method.summary)
            json.member("own_posts", method.after)
            json.member("own_posts_before", method.before)
          }
        }
      }
      json.key("comparisons")
      json.array { json in
        for comparison in change.comparisons { write(comparison, &json) }
      }
      json.key("turns")
      json.array { json in
        for turn in change.turns {
          json.object { json in
            write(turn.scope, turn.figure, &json)
            json.member("day", turn.day)
            write("before", turn.before, &json)
            write("after", turn.after, &json)
            json.member("p", turn.pValue)
          }
        }
      }
      writeFamilies(change, &json)
      writePostures(change, &json)
    }
  }

  private static func write(_ tabled: PeriodChange.Tabled?, _ json: inout JSONWriter) {
    json.key("tabled")
    guard let tabled else { return json.null() }
    json.object { json in
      json.member("against", tabled.against)
      json.member("sha256", tabled.digest)
    }
  }

  private static func writeFamilies(_ change: PeriodChange, _ json: inout JSONWriter) {
    json.key("families")
    json.array { json in
      for family in change.families {
        json.object { json in
          json.member("family", family.name)
          json.member("category", family.category.rawValue)
          write("before", family.before, &json)
          write("after", family.after, &json)
          json.member("new", change.against != nil && family.isNew)
        }
      }
    }
  }

  private static func writePostures(_ change: PeriodChange, _ json: inout JSONWriter) {
    json.key("postures")
    json.array { json in
      for posture in change.postures {
        json.object { json in
          write(posture.scope, &json)
          json.member("before", posture.before?.posture?.rawValue)
          json.member("after", posture.after.posture?.rawValue)
        }
      }
    }
  }

  private static func write(
    _ comparison: PeriodChange.Comparison, _ json: inout JSONWriter
  ) {
    json.object { json in
      write(comparison.scope, comparison.figure, &json)
      write("before", comparison.before, &json)
      write("after", comparison.after, &json)
      json.member("difference", comparison.difference)
      json.member("low", comparison.low)
      json.member("high", comparison.high)
      json.member("p_holm", comparison.pValue)
      json.member("significant", comparison.isSignificant)
    }
  }

  private static func write(
    _ key: String, _ days: PeriodChange.Days?, _ json: inout JSONWriter
  ) {
    json.key(key)
    guard let days else { return json.null() }
    json.object { json in
      json.member("name", days.name)
      json.member("first", days.first)
      json.member("last", days.last)
    }
  }

  private static func write(_ key: String, _ rate: Rate, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.member("k", rate.count)
      json.member("n", rate.trials)
    }
  }

  private static func write(
    _ scope: PostureStatement.Scope, _ figure: PeriodChange.Figure, _ json: inout JSONWriter
  ) {
    write(scope, &json)
    switch figure {
    case .safety: json.member("figure", "safety")
    case .suitability: json.member("figure", "suitability")
    case .contradictions: json.member("figure", "contradictions")
    case .category(let category): json.member("figure", "category:" + category.rawValue)
    }
  }

  private static func write(_ scope: PostureStatement.Scope, _ json: inout JSONWriter) {
    switch scope {
    case .all: json.member("scope", "all")
    case .platform(let name): json.member("scope", "platform:" + name)
    case .account(let name): json.member("scope", "account:" + name)
    }
  }
}
