import JSONText
import TimelineModel

/// Writes an entry's verdict as one line of JSON.
enum VerdictLine {
  /// Appends the line, which ends in a line break.
  static func append(
    _ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict?, to json: inout JSONWriter
  ) {
    let own = batch.own(entry)
    json.object { json in
      json.key("id")
      json.value(utf8: batch.names[own.id.indices])
      json.key("platform")
      json.value(own.platform.rawValue)
      json.key("author")
      let author = own.handle.isEmpty ? own.authorID : own.handle
      if author.isEmpty { json.null() } else { json.value(utf8: batch.names[author.indices]) }
      json.key("verdict")
      json.object { json in
        for (category, found) in verdict?.categories ?? [] { append(category, found, &json) }
      }
      json.key("undecided")
      json.array { json in
        for rule in verdict?.undecided ?? [] { json.value(rule.rule) }
      }
      appendUnscreened(entry, batch, &json)
    }
    json.endLine()
  }

  private static func append(
    _ category: CategoryID, _ found: Verdict.Category, _ json: inout JSONWriter
  ) {
    json.key(category.rawValue)
    json.object { json in
      json.key("tier")
      json.value(found.tier.rawValue)
      json.key("confidence")
      json.value(found.confidence)
      if let target = found.target {
        json.key("target")
        json.value(target)
      }
      json.key("rules")
      json.array { json in
        for rule in found.rules { json.value(rule) }
      }
    }
  }

  /// What of the entry could not be read at all: an empty verdict would look clean.
  private static func appendUnscreened(
    _ entry: BatchEntry, _ batch: PostBatch, _ json: inout JSONWriter
  ) {
    let contents = batch.contents[entry.contents]
    let isMissing = contents.contains(where: \.isMissing)
    let isTruncated = contents.contains(where: \.isTruncated)
    guard isMissing || isTruncated else { return }
    json.key("unscreened")
    json.array { json in
      if isMissing { json.value("missing") }
      if isTruncated { json.value("truncated") }
    }
  }
}
