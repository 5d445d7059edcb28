/// A range of bytes in one of a batch's arenas; half the size of `Range<Int>`.
@frozen
public struct ByteRange: Hashable, Sendable {
  /// The first byte.
  public var start: UInt32
  /// The byte after the last.
  public var end: UInt32

  /// Makes a range of bytes.
  @inlinable
  public init(start: Int, end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// No bytes: a value that is absent.
  public static let absent = ByteRange(start: 0, end: 0)

  /// Whether there are no bytes.
  @inlinable
  public var isEmpty: Bool { start == end }

  /// How many bytes there are.
  @inlinable
  public var count: Int { Int(end - start) }

  /// The range as indices of an array.
  @inlinable
  public var indices: Range<Int> { Int(start)..<Int(end) }
}
