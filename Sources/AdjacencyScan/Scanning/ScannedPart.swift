import ExportReading
import TimelineModel

/// What one worker makes of a part of a chunk: all that the windows and counters need, no batch.
struct ScannedPart: Sendable {
  /// The entries in feed order.
  var slots: [ScannedSlot] = []
  /// The entries that stand near an own post or the part's ends, or that are evidence.
  var kept: [Entry] = []
  /// The keys of the captures that the slots name.
  var captureKeys: [String] = []
  /// Counts, to be added up.
  var tally = Tally()
  /// Findings drawn for people to look at; their records are counted within the part.
  var sample = FindingSample()
  /// Records that could not be read, by their number in the part.
  var problems: [RecordProblem] = []
  /// How many records after the last entry could not be read.
  var unreadableAfter = 0
  /// How many records the part held.
  var records = 0
  /// Lines for `classify`, in order.
  var output: [UInt8] = []
}

/// A record that could not be read.
struct RecordProblem: Sendable, Hashable {
  var record: Int
  var byte: Int
  var reason: String
}

/// One slot, as far as the windows need it.
struct ScannedSlot: Sendable {
  struct Flags: OptionSet {
    let rawValue: UInt16

    static let own = Flags(rawValue: 1 << 0)
    static let startsCapture = Flags(rawValue: 1 << 1)
    static let startsPage = Flags(rawValue: 1 << 2)
    static let pinned = Flags(rawValue: 1 << 3)
    /// Somebody else's entry with a finding of tier floor.
    static let unsafe = Flags(rawValue: 1 << 4)
    /// Somebody else's entry that is unsuitable by the policy.
    static let unsuitable = Flags(rawValue: 1 << 5)
  }

  var flags: Flags
  /// How many records right before could not be read.
  var unreadableBefore: UInt8
  var order: OrderClass
  /// Index into `ScannedPart.captureKeys`.
  var capture: Int32
  /// The own account, as an index into `Organisation.accounts`; −1 for none.
  var account: Int16
  /// Index into `ScannedPart.kept`; −1 for none.
  var kept: Int32
  var rank: UInt64?
  var position: Int64?
  /// Tells authors apart; zero when the export names none.
  var author: UInt64
}
