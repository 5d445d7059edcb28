import Diagnostics
import JSONText
import RulePacks
import TimelineModel

extension Explanation {
  /// The explanation as one JSON object.
  package var json: String {
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.key("schema")
      json.value("alongside.rules-explanation/1")
      json.key("language")
      json.value(language.description)
      json.key("readings")
      json.array { json in for reading in readings { json.value(reading) } }
      json.key("verdict")
      json.object { json in
        for (category, tier) in verdict {
          json.key(category.rawValue)
          json.value(tier.rawValue)
        }
      }
      json.key("fired")
      json.array { json in for line in fired { write(line, &json) } }
      json.key("near")
      json.array { json in for line in near { write(line, &json) } }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ line: Line, _ json: inout JSONWriter) {
    json.object { json in
      json.key("rule")
      json.value(line.rule.id)
      json.key("place")
      json.value(line.source.location(line.rule.place).description)
      if let span = line.standing.span {
        json.key("span")
        write(span, &json)
      }
      if let tier = line.tier {
        json.key("tier")
        json.value(tier.rawValue)
      }
      json.key("loweredBy")
      json.array { json in for id in line.loweredBy { json.value(id) } }
      json.key("review")
      json.value(line.needsReview)
      json.key("obstacles")
      json.array { json in
        for obstacle in line.standing.obstacles { json.value(words(for: obstacle, of: line)) }
        if line.isTooStrict {
          json.value("counts only from --strictness \(line.rule.strictness)")
        }
      }
      for case .pattern(let progress?) in line.standing.obstacles {
        json.key("satisfied")
        json.value(progress.satisfied)
        json.key("failing")
        write(progress.failing, &json)
      }
    }
  }

  /// Bytes: the first, and the one behind the last.
  private func write(_ range: Range<Int>, _ json: inout JSONWriter) {
    json.array { json in
      json.value(range.lowerBound)
      json.value(range.upperBound)
    }
  }
}
