import ExportReading
import TimelineModel

/// The entries of a timeline while its instructions are carried out.
struct XGraphQLSlots {
  /// An entry with the index by which the client sorts, highest first.
  private struct Slot {
    var entry: JSONValue
    var rank: UInt64?
    var isPinned = false

    init(_ entry: JSONValue, isPinned: Bool = false) {
      self.entry = entry
      self.isPinned = isPinned
      rank = XParts.unsigned(entry["sortIndex"])
    }
  }

  private var slots: [Slot] = []
  /// Items that belong to modules of an earlier answer.
  private var added: [JSONValue] = []
  private var isCleared = false

  /// Whether the client dropped what it showed before, or only an earlier page can tell where these
  /// items stand.
  var startsCapture: Bool { isCleared || slots.isEmpty }

  /// The conversation of the first post, which names a thread over several pages.
  var conversation: JSONString? {
    for item in slots.compactMap({ XGraphQLItem.items(of: $0.entry).first }) + added {
      if let tweet = XGraphQLItem.tweet(of: item) {
        return tweet["legacy"]?["conversation_id_str"]?.string
      }
    }
    return nil
  }

  /// The account whose profile this is: each of its entries ends with a post of its own.
  var profileOwner: JSONString? {
    for item in slots.compactMap({ XGraphQLItem.items(of: $0.entry).last }) + added {
      if let tweet = XGraphQLItem.tweet(of: item) {
        return tweet["legacy"]?["user_id_str"]?.string
      }
    }
    return nil
  }

  /// Carries one instruction out; alerts and covers are skipped, and so is all that shows nothing.
  mutating func apply(_ instruction: JSONValue, _ writer: inout EntryWriter) {
    guard let type = instruction["type"]?.string else { return }
    if type == "TimelineAddEntries" {
      for entry in instruction.elements(of: "entries") { slots.append(Slot(entry)) }
    } else if type == "TimelinePinEntry", let entry = instruction["entry"] {
      slots.append(Slot(entry, isPinned: true))
    } else if type == "TimelineReplaceEntry", let entry = instruction["entry"] {
      replace(instruction["entry_id_to_replace"]?.string, with: entry)
    } else if type == "TimelineAddToModule" {
      added += instruction.elements(of: "moduleItems")
    } else if type == "TimelineClearCache" {
      isCleared = true
    } else if type == "TimelineShowAlert" || type == "TimelineShowCover" {
      writer.skip(.prompt)
    }
  }

  private mutating func replace(_ id: JSONString?, with entry: JSONValue) {
    let place = slots.firstIndex { slot in
      guard let id, let other = slot.entry["entryId"]?.string else { return false }
      return other.isEqual(to: id)
    }
    guard let place else {
      slots.append(Slot(entry))
      return
    }
    slots[place] = Slot(entry, isPinned: slots[place].isPinned)
  }

  /// Writes the posts: pinned ones, then by falling index, then items added to earlier modules.
  func write(order: OrderClass, _ writer: inout EntryWriter) {
    for slot in sorted {
      let first = writer.batch.entries.count
      XGraphQLItem.write(entry: slot.entry, order: order, &writer)
      for index in first..<writer.batch.entries.count {
        writer.batch.entries[index].rank = slot.rank
        writer.batch.entries[index].isPinned = slot.isPinned
      }
    }
    for item in added {
      XGraphQLItem.write(moduleItem: item, order: order, &writer)
    }
  }

  /// An entry without an index stays behind the one before it.
  private var sorted: [Slot] {
    var last = UInt64.max
    let keyed = slots.enumerated().map { offset, slot in
      last = slot.rank ?? last
      return (rank: last, offset: offset, slot: slot)
    }
    return keyed.sorted { left, right in
      if left.slot.isPinned != right.slot.isPinned { return left.slot.isPinned }
      return left.rank == right.rank ? left.offset < right.offset : left.rank > right.rank
    }.map(\.slot)
  }
}
