public import Diagnostics

/// What became of one input.
public struct InputSummary: Hashable, Sendable {
  /// The path as the user gave it.
  public var path: String
  /// The format it was read as; nil when it was not read.
  public var format: String?
  /// Unpacked bytes read.
  public var bytes = 0
  /// SHA-256 of the unpacked bytes in hexadecimal; nil when it was not asked for.
  public var sha256: String?
  /// Records read, those with problems included.
  public var records = 0
  /// Records that could not be read.
  public var problems = 0
  /// The first problems, with their places, and what kept the input from being read to its end.
  public var diagnostics: [Diagnostic] = []
  /// Whether the input was read to its end.
  public var isComplete = false
  /// What its taker says of how it was taken; nil where there is no manifest.
  public var manifest: CaptureManifest?
  /// Whether own posts could have been told from others: false where no entry says who wrote it.
  public var namesAuthors = true

  /// Describes an input that has yet to be read.
  public init(path: String) {
    self.path = path
  }
}
