package import ExportReading
package import TimelineModel

/// Writes entries into a batch: what decoders call, in the order of the feed.
///
/// An entry begins with its own content; each `beginEmbedded` after that begins a content that it
/// shows (quoted, reposted, replied to). Everything written goes to the content begun last, so a
/// content is written whole before the next begins.
package struct EntryWriter {
  /// What has been written.
  package var batch = PostBatch()
  /// The record being decoded, counted from zero within the chunk.
  package var record = 0

  /// Makes a writer with an empty batch.
  package init() {}

  /// Begins an entry and its own content.
  package mutating func beginEntry(_ kind: EntryKind, on platform: Platform, order: OrderClass) {
    let first = batch.contents.count
    var entry = BatchEntry(kind: kind, contents: first..<first + 1, order: order)
    entry.record = UInt32(record)
    batch.entries.append(entry)
    beginContent(.own, on: platform)
  }

  /// Begins a content that the entry shows.
  package mutating func beginEmbedded(_ role: ContentRole, on platform: Platform) {
    beginContent(role, on: platform)
    let entry = batch.entries.count - 1
    batch.entries[entry].contents = batch.entries[entry].contents.lowerBound..<batch.contents.count
  }

  /// Takes back the entry begun last and everything written for it.
  package mutating func dropEntry() {
    guard let entry = batch.entries.popLast() else { return }
    let content = batch.contents[entry.contents.lowerBound]
    let textEnd = batch.fields[content.fields.lowerBound...].first.map { Int($0.range.start) }
    batch.text.removeSubrange((textEnd ?? batch.text.count)...)
    batch.fields.removeSubrange(content.fields.lowerBound...)
    batch.labels.removeSubrange(content.labels.lowerBound...)
    batch.contents.removeSubrange(entry.contents.lowerBound...)
  }

  /// Begins an entry whose post cannot be read, such as a tombstone; it keeps its slot.
  package mutating func addPlaceholder(on platform: Platform, order: OrderClass, id: JSONString?) {
    beginEntry(.placeholder, on: platform, order: order)
    content.isMissing = true
    content.id = name(id)
  }

  /// Counts something that is no entry.
  package mutating func skip(_ reason: SkipReason) {
    batch.skipped[reason, default: 0] += 1
  }

  private mutating func beginContent(_ role: ContentRole, on platform: Platform) {
    batch.contents.append(
      BatchContent(
        role: role, platform: platform, firstField: batch.fields.count,
        firstLabel: batch.labels.count))
  }

  /// The entry begun last.
  @inlinable package var entry: BatchEntry {
    _read { yield batch.entries[batch.entries.count - 1] }
    _modify { yield &batch.entries[batch.entries.count - 1] }
  }

  /// The content begun last.
  @inlinable package var content: BatchContent {
    _read { yield batch.contents[batch.contents.count - 1] }
    _modify { yield &batch.contents[batch.contents.count - 1] }
  }
}

extension EntryWriter {
  /// Keeps an id, handle or address; `absent` for nil and for no bytes.
  package mutating func name(_ string: JSONString?) -> ByteRange {
    guard let string, !string.isEmpty else { return .absent }
    let start = batch.names.count
    string.append(to: &batch.names)
    return ByteRange(start: start, end: batch.names.count)
  }

  /// Keeps a string that the decoder made.
  package mutating func name(_ string: String) -> ByteRange {
    let start = batch.names.count
    batch.names.append(contentsOf: string.utf8)
    return ByteRange(start: start, end: batch.names.count)
  }

  /// Keeps a name that `append` puts together; `absent` when it appends nothing.
  package mutating func name(appending append: (inout [UInt8]) -> Void) -> ByteRange {
    let start = batch.names.count
    append(&batch.names)
    return batch.names.count > start ? ByteRange(start: start, end: batch.names.count) : .absent
  }

  /// Writes who wrote the content; the display name is screened like text.
  package mutating func author(id: JSONString?, handle: JSONString?, name display: JSONString?) {
    let id = name(id)
    let handle = name(handle)
    content.authorID = id
    content.handle = handle
    text(display, .displayName, as: .plain)
  }

  /// Writes one text of the content; nothing when it is nil or empty.
  package mutating func text(_ string: JSONString?, _ kind: FieldKind, as form: TextForm) {
    guard let string, !string.isEmpty else { return }
    let start = batch.text.count
    string.withBytes { PlainText.append($0, as: form, to: &batch.text) }
    endField(kind, from: start)
  }

  /// Writes one text that `append` puts together; nothing when it appends nothing.
  ///
  /// What it appends is a plain view: valid UTF-8 without NUL.
  package mutating func text(_ kind: FieldKind, appending append: (inout [UInt8]) -> Void) {
    let start = batch.text.count
    append(&batch.text)
    endField(kind, from: start)
  }

  /// Counts an image, a video or the like, and writes its description if it has one.
  package mutating func media(_ description: JSONString?) {
    content.media += 1
    guard let description, !description.isEmpty else { return }
    content.describedMedia += 1
    text(description, .altText, as: .plain)
  }

  /// Marks the content with a platform's label, such as `x:possibly-sensitive`.
  package mutating func label(_ prefix: StaticString, _ value: JSONString? = nil) {
    let start = batch.names.count
    batch.names.append(contentsOf: "\(prefix)".utf8)
    value?.append(to: &batch.names)
    let range = ByteRange(start: start, end: batch.names.count)
    batch.labels.append(BatchLabel(range: range, content: batch.contents.count - 1))
    content.labels = content.labels.lowerBound..<batch.labels.count
  }

  private mutating func endField(_ kind: FieldKind, from start: Int) {
    guard batch.text.count > start else { return }
    let range = ByteRange(start: start, end: batch.text.count)
    batch.text.append(0)
    batch.fields.append(BatchField(range: range, content: batch.contents.count - 1, kind: kind))
    content.fields = content.fields.lowerBound..<batch.fields.count
  }
}
