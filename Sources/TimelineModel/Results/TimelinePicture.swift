/// Every own post as a mark, or in bins where there are more than a page can show.
public struct TimelinePicture: Hashable, Sendable {
  /// The exposures in order; empty when there are more than `markLimit`.
  public private(set) var marks: [ExposureMark] = []
  /// The exposures in order and in bins, at most `binLimit`.
  public private(set) var bins: [PictureBin] = []
  /// How many exposures there are.
  public private(set) var exposures = 0
  /// How many exposures a bin may hold.
  private var room = 1

  /// How many marks are kept.
  public static let markLimit = 4000
  /// How many bins are kept.
  public static let binLimit = 2048

  /// Draws nothing yet.
  public init() {}

  /// Adds the next exposure.
  public mutating func add(_ mark: ExposureMark) {
    exposures += 1
    if exposures <= Self.markLimit { marks.append(mark) } else { marks = [] }
    append(PictureBin(mark))
  }

  /// Adds the exposures that come after these.
  public mutating func add(_ other: TimelinePicture) {
    exposures += other.exposures
    marks = exposures <= Self.markLimit ? marks + other.marks : []
    for bin in other.bins { append(bin) }
  }

  /// Appends a bin to the last one while that has room; when there are too many, the room doubles.
  private mutating func append(_ bin: PictureBin) {
    if let last = bins.last, last.exposures + bin.exposures <= room {
      bins[bins.count - 1].add(bin)
    } else {
      bins.append(bin)
    }
    guard bins.count > Self.binLimit else { return }
    room *= 2
    let crowded = bins
    bins = []
    for bin in crowded { append(bin) }
  }
}
