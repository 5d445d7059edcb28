import JSONText
import TimelineModel

/// The `review` of the document: what the policy makes of the figures, and what they are worth.
enum JSONReview {
  static func write(_ review: Review, _ json: inout JSONWriter) {
    json.key("review")
    guard review.scan.run.organisation != nil else { return json.null() }
    json.object { json in
      JSONPostures.write(review, &json)
      writeContradictions(review.contradictions, &json)
      json.key("lift")
      json.object { json in
        write("safety", review.safetyLift, &json)
        write("suitability", review.suitabilityLift, &json)
      }
      json.list("clustered", review.clustered) { rate, json in
        json.member("rate", rate.name.rawValue)
        json.member("of", rate.rate)
        json.member("interval95", rate.interval)
        json.member("captures", rate.captures)
        json.member("resamples", rate.resamples)
      }
      json.list("corrected", review.corrected) { rate, json in
        json.member("rate", rate.name.rawValue)
        json.member("subject", rate.subject.rawValue)
        json.member("apparent", rate.apparent)
        json.member("corrected", rate.corrected)
        json.member("interval95", rate.interval)
      }
      write(review.adequacy, &json)
      json.list("sensitivity", review.sensitivity.rows) { row, json in
        json.member("window", row.window)
        json.member("strictness", row.strictness)
        json.member("stance", row.appliesStance)
        json.member("chosen", row.isChosen)
        json.member("safety", row.safety)
        json.member("suitability", row.suitability)
      }
      JSONBreakdowns.write(review, &json)
      JSONReplies.write(review.replies, &json)
      JSONAudit.write(review, &json)
      JSONManifests.write(review, &json)
    }
  }

  private static func writeContradictions(
    _ figures: ContradictionFigures, _ json: inout JSONWriter
  ) {
    json.key("contradictions")
    json.object { json in
      json.member("rate", figures.rate)
      json.list("pairs", figures.pairs) { pair, json in
        json.member("theme", pair.theme.rawValue)
        json.member("category", pair.category.rawValue)
        json.member("rate", pair.rate)
      }
      json.list("worst", figures.worst) { exposure, json in
        json.member("capture", exposure.capture)
        json.member("slot", exposure.slot)
        json.member("risk", exposure.risk)
      }
    }
  }

  private static func write(_ key: String, _ lift: LiftFigure?, _ json: inout JSONWriter) {
    json.key(key)
    guard let lift else { return json.null() }
    json.object { json in
      json.member("lift", lift.lift)
      json.member("interval95", lift.interval)
      json.member("observed", lift.observed)
      json.member("expected", lift.expected)
      json.member("p", lift.pValue)
      json.member("shuffles", lift.shuffles)
    }
  }

  private static func write(_ adequacy: SampleAdequacy, _ json: inout JSONWriter) {
    json.key("adequacy")
    json.object { json in
      json.member("exposures", adequacy.exposures)
      json.member("minimum", adequacy.minimum)
      json.member("sufficient", adequacy.isSufficient)
      json.member("captures", adequacy.captures)
      json.member("days", adequacy.days)
      json.member("first_day", adequacy.firstDay?.description)
      json.member("last_day", adequacy.lastDay?.description)
      json.member("largest_capture_share", adequacy.largestCaptureShare)
      json.list("claims", adequacy.claims) { claim, json in
        json.member("rate", claim.name.rawValue)
        json.member("below", claim.bound)
        json.member("upper95", claim.upper)
        json.member("needed", claim.needed)
        json.member("shown", claim.isShown)
      }
    }
  }
}

extension JSONWriter {
  /// Writes a key and a rate with its interval.
  mutating func member(_ key: String, _ rate: Rate) {
    self.key(key)
    JSONHeadline.write(rate, &self)
  }

  /// Writes a key and two bounds, or null.
  mutating func member(_ key: String, _ interval: ConfidenceInterval?) {
    self.key(key)
    guard let interval else { return null() }
    array { json in
      json.value(interval.low)
      json.value(interval.high)
    }
  }

  /// Writes a key and a list of objects.
  mutating func list<Items: Sequence>(
    _ key: String, _ items: Items, _ body: (Items.Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    array { json in
      for item in items { json.object { body(item, &$0) } }
    }
  }
}
