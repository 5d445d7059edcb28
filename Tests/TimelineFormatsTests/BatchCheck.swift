import TimelineModel

/// What must hold in every batch, whatever the export was.
enum BatchCheck {
  /// What is wrong with a batch; empty when nothing is.
  static func faults(in batch: PostBatch) -> [String] {
    arenaFaults(batch) + rangeFaults(batch) + contentFaults(batch)
  }

  /// Fields lie one after another, each valid UTF-8 without NUL and closed by one.
  private static func arenaFaults(_ batch: PostBatch) -> [String] {
    var faults: [String] = []
    var start = 0
    for (index, field) in batch.fields.enumerated() {
      guard field.range.start == start, field.range.indices.upperBound < batch.text.count else {
        return faults + ["field \(index) does not follow the one before"]
      }
      let bytes = batch.text[field.range.indices]
      if bytes.isEmpty { faults.append("field \(index) is empty") }
      if bytes.contains(0) { faults.append("field \(index) holds a NUL") }
      if String(validating: bytes, as: UTF8.self) == nil {
        faults.append("field \(index) is no UTF-8")
      }
      start = field.range.indices.upperBound + 1
      if batch.text[start - 1] != 0 { faults.append("field \(index) is not closed") }
    }
    if start != batch.text.count { faults.append("text behind the last field") }
    return faults
  }

  /// Names, addresses and labels are valid UTF-8 within their arena.
  private static func rangeFaults(_ batch: PostBatch) -> [String] {
    var ranges = batch.labels.map(\.range) + batch.entries.map(\.capture)
    for content in batch.contents {
      ranges += [content.id, content.url, content.authorID, content.handle]
      ranges += [content.replyToID, content.replyToAuthorID, content.replyToHandle]
    }
    return ranges.compactMap { range in
      guard range.start <= range.end, range.indices.upperBound <= batch.names.count else {
        return "a name lies outside its arena"
      }
      let isText = String(validating: batch.names[range.indices], as: UTF8.self) != nil
      return isText ? nil : "a name is no UTF-8"
    }
  }

  /// Entries, contents, fields and labels partition one another in order.
  private static func contentFaults(_ batch: PostBatch) -> [String] {
    var faults: [String] = []
    var next = (content: 0, field: 0, label: 0)
    for (number, entry) in batch.entries.enumerated() {
      if entry.contents.lowerBound != next.content || entry.contents.isEmpty {
        faults.append("entry \(number) does not follow the one before")
      }
      next.content = entry.contents.upperBound
      if batch.contents[entry.contents.lowerBound].role != .own {
        faults.append("entry \(number) does not begin with its own content")
      }
      if batch.contents[entry.contents.dropFirst()].contains(where: { $0.role == .own }) {
        faults.append("entry \(number) has two contents of its own")
      }
    }
    if next.content != batch.contents.count { faults.append("contents behind the last entry") }
    for (number, content) in batch.contents.enumerated() {
      if content.fields.lowerBound != next.field || content.labels.lowerBound != next.label {
        faults.append("content \(number) does not follow the one before")
      }
      next.field = content.fields.upperBound
      next.label = content.labels.upperBound
      let isOwned =
        batch.fields[content.fields].allSatisfy { $0.content == UInt32(number) }
        && batch.labels[content.labels].allSatisfy { $0.content == UInt32(number) }
      if !isOwned { faults.append("content \(number) holds a part of another") }
      if content.describedMedia > content.media {
        faults.append("content \(number) describes more media than it has")
      }
    }
    if next.field != batch.fields.count || next.label != batch.labels.count {
      faults.append("fields or labels behind the last content")
    }
    return faults
  }
}
