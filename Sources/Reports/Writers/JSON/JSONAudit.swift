import JSONText
import TimelineModel

/// What rules hit that they should perhaps have spared, what people decided, and what they should
/// look at next.
enum JSONAudit {
  static func write(_ review: Review, _ json: inout JSONWriter) {
    json.key("audit")
    json.object { json in
      json.list("stances", review.audit.stances) { line, json in
        json.member("stance", line.stance.rawValue)
        json.member("target", line.target)
        json.member("lowered", line.lowered)
        json.member("removed", line.removed)
      }
      json.list("mentions", review.audit.mentions) { line, json in
        json.member("theme", line.theme.rawValue)
        json.member("unsuitable", line.unsuitable)
        json.member("p_holm", line.adjustedP)
      }
      json.list("targets", review.audit.targets) { line, json in
        json.member("target", line.target)
        json.member("findings", line.findings)
        json.member("false_positives", line.falsePositives)
      }
      json.member("needs_review", review.audit.needsReview)
    }
    writeBaseline(review.baseline, &json)
    json.key("sampling")
    json.object { json in
      json.member("mandatory_count", review.sampling.mandatoryCount)
      json.list("mandatory", review.sampling.mandatory, write)
      json.list("categories", review.sampling.strata) { stratum, json in
        json.member("category", stratum.category.rawValue)
        json.member("population", stratum.population)
        json.member("sample", stratum.sample)
        json.member("double", stratum.double)
        json.list("findings", stratum.items, write)
      }
      json.member("clean_entries", review.sampling.cleanSample)
    }
  }

  private static func writeBaseline(_ baseline: BaselineCounts?, _ json: inout JSONWriter) {
    json.key("baseline")
    guard let baseline else { return json.null() }
    json.object { json in
      json.member("sha256", baseline.sha256)
      json.member("listed", baseline.listed)
      for verdict in ReviewVerdict.allCases {
        json.member(
          verdict.rawValue.replacing("-", with: "_"), baseline.seen[verdict] ?? 0)
      }
      json.member("unreviewed", baseline.unreviewed)
      json.member("precision", baseline.precision)
      write(baseline.agreement, &json)
    }
  }

  private static func write(_ agreement: CoderAgreement?, _ json: inout JSONWriter) {
    json.key("agreement")
    guard let agreement else { return json.null() }
    json.object { json in
      json.member("agreed", agreement.agreed)
      json.member("kappa", agreement.kappa)
      json.member("low", agreement.interval?.low)
      json.member("high", agreement.interval?.high)
    }
  }

  private static func write(_ item: SamplingPlan.Item, _ json: inout JSONWriter) {
    json.member("fingerprint", item.fingerprint)
    json.member("rule", item.rule)
    json.member("tier", item.tier.rawValue)
    json.member("input", item.input)
    json.member("record", item.record)
    json.member("double", item.isDouble)
  }
}
