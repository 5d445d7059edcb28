import JSONText
import TimelineModel

/// The `run` of the document: tool, packs, policy, organisation, inputs.
enum JSONRun {
  static func write(
    _ run: RunInfo, _ inputs: [InputSummary], _ options: ReportOptions, _ json: inout JSONWriter
  ) {
    json.key("run")
    json.object { json in
      json.member("tool", "alongside")
      json.member("version", run.toolVersion)
      json.key("packs")
      json.array { json in
        for pack in run.packs {
          json.object { json in
            json.member("name", pack.name)
            json.member("version", pack.version)
            json.member("rules", pack.rules)
            json.member("sha256", pack.sha256)
          }
        }
      }
      json.member("strictness", run.strictness)
      json.member("stance", run.appliesStance)
      json.member("assume_feed_order", run.assumesFeedOrder)
      json.member("show_text", options.text.rawValue)
      write(run.organisation, &json)
      write(run.policy, &json)
      json.key("inputs")
      json.array { json in
        for input in inputs { write(input, &json) }
      }
    }
  }

  private static func write(_ organisation: Organisation?, _ json: inout JSONWriter) {
    json.key("organisation")
    guard let organisation else { return json.null() }
    json.object { json in
      json.member("name", organisation.name)
      json.key("accounts")
      json.array { json in
        for account in organisation.accounts {
          json.object { json in
            json.member("name", account.name)
            json.member("platform", account.platform.rawValue)
            json.member("handle", account.handle)
            json.member("id", account.id)
            json.member("department", account.department)
          }
        }
      }
    }
  }

  private static func write(_ policy: RiskPolicy, _ json: inout JSONWriter) {
    json.key("policy")
    json.object { json in
      json.member("window", policy.window)
      json.key("severity")
      json.object { json in
        for tier in Tier.allCases { json.member(tier.rawValue, policy.severity[tier]) }
      }
      json.key("proximity")
      json.array { json in
        for weight in policy.proximity { json.value(weight) }
      }
      json.member("covered_visibility", policy.coveredVisibility)
      json.member("suitability_default", policy.suitabilityDefault.rawValue)
      json.key("suitability")
      json.object { json in
        for (category, tier) in policy.suitability.sorted(by: { $0.key < $1.key }) {
          json.member(category.rawValue, tier?.rawValue ?? "never")
        }
      }
      json.key("contradictions")
      json.object { json in
        for (theme, categories) in policy.contradictions.sorted(by: { $0.key < $1.key }) {
          json.key(theme.rawValue)
          json.object { json in
            for (category, weight) in categories.sorted(by: { $0.key < $1.key }) {
              json.member(category.rawValue, weight)
            }
          }
        }
      }
      json.member("minimum_exposures", policy.minimumExposures)
    }
  }

  private static func write(_ input: InputSummary, _ json: inout JSONWriter) {
    json.object { json in
      json.member("path", input.path)
      json.member("format", input.format)
      json.member("bytes", input.bytes)
      json.member("sha256", input.sha256)
      json.member("records", input.records)
      json.member("complete", input.isComplete)
    }
  }
}
