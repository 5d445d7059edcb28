import TimelineFormats
import TimelineModel

/// Writes decoded entries for people to read and goldens to compare.
struct EntryDump {
  private let batch: PostBatch
  private(set) var lines: [String] = []

  /// The dump of a decoding.
  static func text(of decoding: Decoding) -> String {
    var dump = EntryDump(batch: decoding.writer.batch)
    for (number, entry) in dump.batch.entries.enumerated() {
      dump.write(entry, number: number + 1)
    }
    for reason in SkipReason.allCases {
      if let count = dump.batch.skipped[reason] {
        dump.lines.append("skipped \(reason.rawValue): \(count)")
      }
    }
    dump.lines += decoding.errors.map { "error \($0)" }
    return dump.lines.map { $0 + "\n" }.joined()
  }

  private init(batch: PostBatch) {
    self.batch = batch
  }

  private mutating func write(_ entry: BatchEntry, number: Int) {
    var head = ["entry \(number): \(entry.kind.name) \(entry.order.rawValue)"]
    if entry.isPromoted { head.append("promoted") }
    if entry.isPinned { head.append("pinned") }
    if entry.startsCapture { head.append("starts-capture") }
    if entry.startsPage { head.append("starts-page") }
    if let position = entry.position { head.append("position=\(position)") }
    if let rank = entry.rank { head.append("rank=\(rank)") }
    add("capture", entry.capture, to: &head)
    head.append("record=\(entry.record)")
    lines.append(head.joined(separator: " "))
    for index in entry.contents {
      write(batch.contents[index])
    }
    lines.append("")
  }

  private mutating func write(_ content: BatchContent) {
    var head = ["  \(content.role.name) \(content.platform)"]
    add("id", content.id, to: &head)
    add("author", content.authorID, to: &head)
    add("handle", content.handle, to: &head)
    if content.language != .unknown { head.append("lang=\(content.language)") }
    if let created = content.createdAt { head.append("created=\(created)") }
    if content.isCovered { head.append("covered") }
    if content.isTruncated { head.append("truncated") }
    if content.isMissing { head.append("missing") }
    lines.append(head.joined(separator: " "))
    writeParts(of: content)
    for field in batch.fields[content.fields] {
      let text = String(decoding: batch.text[field.range.indices], as: UTF8.self)
      lines.append("    \(field.kind.name): \(Self.escaped(text))")
    }
  }

  private mutating func writeParts(of content: BatchContent) {
    if let url = batch.name(content.url) { lines.append("    url: \(Self.escaped(url))") }
    var target: [String] = []
    add("id", content.replyToID, to: &target)
    add("author", content.replyToAuthorID, to: &target)
    add("handle", content.replyToHandle, to: &target)
    if !target.isEmpty { lines.append("    answers: \(target.joined(separator: " "))") }
    let labels = batch.labels[content.labels].compactMap { batch.name($0.range) }
    if !labels.isEmpty { lines.append("    labels: \(labels.joined(separator: " "))") }
    if content.media > 0 {
      lines.append("    media: \(content.media), \(content.describedMedia) described")
    }
    let metrics = [
      ("views", content.metrics.views), ("likes", content.metrics.likes),
      ("reposts", content.metrics.reposts), ("replies", content.metrics.replies),
    ].compactMap { name, count in count.map { "\(name)=\($0)" } }
    if !metrics.isEmpty { lines.append("    metrics: \(metrics.joined(separator: " "))") }
  }

  private func add(_ key: String, _ range: ByteRange, to parts: inout [String]) {
    if let name = batch.name(range) { parts.append("\(key)=\(Self.escaped(name))") }
  }

  /// One line: control, format and private-use characters and line separators as `\u{…}`.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "\n": escaped += "\\n"
      case _ where scalar == "\\": escaped += "\\\\"
      case .control, .format, .privateUse, .lineSeparator, .paragraphSeparator, .unassigned:
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
