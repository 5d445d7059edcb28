/// The entries of one chunk of an export, decoded into flat arrays.
///
/// Bytes of strings lie in two arenas and everything else refers to them by range, so decoding a
/// post allocates nothing once the arrays have grown. A batch is filled by one worker, classified
/// by the same worker and emptied again.
public struct PostBatch: Sendable {
  /// What rules read: every field's plain text (valid UTF-8, no NUL), each followed by a NUL.
  package var text: [UInt8] = []
  /// Ids, handles, addresses and labels, which only metadata conditions read.
  package var names: [UInt8] = []
  /// The fields, in the order of their text.
  package var fields: [BatchField] = []
  /// Marks set by platforms.
  package var labels: [BatchLabel] = []
  /// The contents: each entry's own, then what it embeds.
  package var contents: [BatchContent] = []
  /// Records, or parts of records, that are no entries, by reason.
  package var skipped: [SkipReason: Int] = [:]
  /// The entries, in feed order.
  package var entries: [BatchEntry] = []

  /// Makes an empty batch.
  public init() {}

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    contents.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    skipped.removeAll(keepingCapacity: true)
  }

  /// A kept copy of a range of names, or nil when it is absent.
  package func name(_ range: ByteRange) -> String? {
    range.isEmpty ? nil : String(decoding: names[range.indices], as: UTF8.self)
  }
}

/// One text of a content.
package struct BatchField: Sendable {
  /// Where it stands in `PostBatch.text`.
  package var range: ByteRange
  /// The index of its content.
  package var content: UInt32
  /// Which part of the post it is.
  package var kind: FieldKind

  package init(range: ByteRange, content: Int, kind: FieldKind) {
    self.range = range
    self.content = UInt32(content)
    self.kind = kind
  }
}

/// One mark that a platform set on a content, such as `bluesky:porn`.
package struct BatchLabel: Sendable {
  /// Where it stands in `PostBatch.names`.
  package var range: ByteRange
  /// The index of its content.
  package var content: UInt32

  package init(range: ByteRange, content: Int) {
    self.range = range
    self.content = UInt32(content)
  }
}

/// One author's post: an entry's own, or one that it embeds.
package struct BatchContent: Sendable {
  package var role: ContentRole
  package var platform: Platform
  package var id = ByteRange.absent
  package var url = ByteRange.absent
  package var authorID = ByteRange.absent
  package var handle = ByteRange.absent
  package var replyToID = ByteRange.absent
  package var replyToAuthorID = ByteRange.absent
  package var replyToHandle = ByteRange.absent
  package var language = LanguageCode.unknown
  package var createdAt: Instant?
  /// Indices into `PostBatch.fields`.
  package var fields: Range<Int>
  /// Indices into `PostBatch.labels`.
  package var labels: Range<Int>
  package var metrics = Metrics()
  /// Images, videos and the like; those of them that carry a description.
  package var media: UInt32 = 0
  package var describedMedia: UInt32 = 0
  /// The platform covers it until the reader asks (content warning, blur).
  package var isCovered = false
  /// The export holds only the start of the text.
  package var isTruncated = false
  /// Its text is not in the export: deleted, withheld, blocked, or never asked for.
  package var isMissing = false

  package init(role: ContentRole, platform: Platform, firstField: Int, firstLabel: Int) {
    self.role = role
    self.platform = platform
    fields = firstField..<firstField
    labels = firstLabel..<firstLabel
  }
}

/// One slot.
package struct BatchEntry: Sendable {
  package var kind: EntryKind
  /// Indices into `PostBatch.contents`; the first is the entry's own.
  package var contents: Range<Int>
  /// Names the capture; entries with the same key and no break between them belong together.
  package var capture = ByteRange.absent
  /// What the order of the capture means.
  package var order: OrderClass
  /// The entry starts a new capture whatever its key says.
  package var startsCapture = false
  package var isPromoted = false
  package var isPinned = false
  /// The slot's number in its capture where the export states one.
  package var position: Int64?
  /// The first entry of a page; it goes on the page before only when its rank is lower.
  package var startsPage = false
  /// Falls from one entry to the next in a newest-first capture: an id, sort index or time.
  package var rank: UInt64?
  /// When it was recorded, where the export says so of each entry.
  package var recordedAt: Instant?
  /// The record it came from, counted from zero within the chunk.
  package var record: UInt32 = 0
  /// How many records right before the entry's own could not be read.
  package var unreadableBefore: UInt8 = 0

  package init(kind: EntryKind, contents: Range<Int>, order: OrderClass) {
    self.kind = kind
    self.contents = contents
    self.order = order
  }
}
