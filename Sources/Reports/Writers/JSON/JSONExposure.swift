import JSONText
import TimelineModel

/// One exposure of the document, with its neighbours, findings and factors.
struct JSONExposure {
  let evidence: Evidence

  func write(_ exposure: Exposure, _ json: inout JSONWriter) {
    json.object { json in
      json.member("account", exposure.account)
      json.member("capture", exposure.capture)
      json.member("slot", exposure.slot)
      json.member("risk", exposure.risk)
      json.member("unsafe", exposure.isUnsafe)
      json.member("unsuitable", exposure.isUnsuitable)
      json.member("unknown", exposure.hasUnknown)
      json.key("own")
      write(exposure.own, &json)
      json.key("neighbours")
      json.array { json in
        for neighbour in exposure.neighbours where neighbour.side != .embedded {
          json.object { json in
            json.member("side", neighbour.side.rawValue)
            json.member("distance", neighbour.distance)
            json.member("own", neighbour.isOwn)
            json.key("entry")
            write(neighbour.entry, &json)
          }
        }
      }
      writeFactors(exposure, &json)
    }
  }

  private func writeFactors(_ exposure: Exposure, _ json: inout JSONWriter) {
    json.key("factors")
    json.array { json in
      for factor in exposure.factors {
        let neighbour = exposure.neighbours[factor.neighbour]
        json.object { json in
          json.member("side", neighbour.side.rawValue)
          json.member("distance", neighbour.distance)
          json.member("category", factor.category.rawValue)
          json.member("tier", factor.tier.rawValue)
          json.member("s", factor.severity)
          json.member("k", factor.proximity)
          json.member("v", factor.visibility)
          json.member("m", factor.contradiction)
          json.member("c", factor.confidence)
          json.member("product", factor.product)
        }
      }
    }
  }

  private func write(_ entry: Entry, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", entry.kind.name)
      json.member("promoted", entry.isPromoted)
      json.member("pinned", entry.isPinned)
      json.member("record", entry.record)
      json.member("byte", entry.byte)
      json.key("posts")
      json.array { json in
        for index in entry.posts.indices { write(index, of: entry, &json) }
      }
      json.key("verdict")
      json.object { json in
        for (category, found) in entry.verdict.categories {
          json.key(category.rawValue)
          json.object { json in
            json.member("tier", found.tier.rawValue)
            json.member("confidence", found.confidence)
            json.member("target", found.target)
            json.member("rules", found.rules)
          }
        }
      }
      json.member("undecided", entry.verdict.undecided.map(\.rule))
      json.member("themes", entry.verdict.themes.map(\.rawValue))
    }
  }

  private func write(_ index: Int, of entry: Entry, _ json: inout JSONWriter) {
    let post = entry.posts[index]
    json.object { json in
      json.member("role", post.role.name)
      json.member("platform", post.platform.rawValue)
      json.member("id", post.id)
      json.member("permalink", evidence.permalink(of: post))
      json.member("author", evidence.author(of: post))
      json.member("language", post.language.description)
      json.member("created_at", post.createdAt?.description)
      json.member("covered", post.isCovered)
      json.member("truncated", post.isTruncated)
      json.member("missing", post.isMissing)
      json.member("labels", post.labels)
      json.member(post.metrics)
      json.key("texts")
      json.array { json in
        for field in post.fields.indices { write(field, of: index, entry, &json) }
      }
      json.key("findings")
      json.array { json in
        for finding in entry.verdict.findings where finding.post == index {
          write(finding, &json)
        }
      }
    }
  }

  private func write(
    _ field: Int, of post: Int, _ entry: Entry, _ json: inout JSONWriter
  ) {
    let kind = entry.posts[post].fields[field].kind
    // A display name is a name.
    guard kind != .displayName || evidence.isNamed(entry.posts[post]),
      let text = evidence.text(of: field, in: post, of: entry)
    else { return }
    json.object { json in
      json.member("field", kind.name)
      json.member("text", text)
    }
  }

  private func write(_ finding: Finding, _ json: inout JSONWriter) {
    json.object { json in
      json.member("fingerprint", finding.fingerprint)
      json.member("rule", finding.rule)
      json.member("category", finding.category.rawValue)
      json.member("rule_tier", finding.ruleTier.rawValue)
      json.member("tier", finding.tier?.rawValue)
      json.member("confidence", finding.confidence)
      json.member("target", finding.target)
      json.member("field", finding.field.name)
      json.key("span")
      json.array { json in
        json.value(finding.span.lowerBound)
        json.value(finding.span.upperBound)
      }
      json.member("lowered_by", finding.loweredBy)
      json.member("needs_review", finding.needsReview)
      json.member("review", finding.review?.rawValue)
    }
  }
}
