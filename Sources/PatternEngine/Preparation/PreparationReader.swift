/// Reads back what a `PreparationWriter` wrote, in the same order.
package struct PreparationReader {
  private let bytes: [UInt8]
  private var position: Int

  /// Begins at the start of some bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.count }

  /// Reads numbers; throws where the bytes end before them.
  package mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) throws(PreparationError) -> [Number] {
    let count = try count()
    let range = try take(count * MemoryLayout<Number>.size)
    // SAFETY: the range lies within the bytes and is as long as the array's memory.
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe Array(unsafeUninitializedCapacity: count) { numbers, filled in
        unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        filled = count
      }
    }
  }

  /// Reads bytes where they stand, without a copy of them.
  package mutating func withBytes<Result>(
    _ read: (Span<UInt8>) -> Result
  ) throws(PreparationError) -> Result {
    let count = try count()
    let range = try take(count)
    return read(bytes.span.extracting(range))
  }

  /// Reads a text; throws where there is none.
  package mutating func text() throws(PreparationError) -> String {
    guard let text = String(validating: try numbers(UInt8.self), as: UTF8.self) else {
      throw .malformed
    }
    return text
  }

  /// Reads how many numbers follow: not more than there are bytes.
  private mutating func count() throws(PreparationError) -> Int {
    let header = try take(MemoryLayout<UInt64>.size)
    // SAFETY: `take` gives a range within the bytes, as long as the number that is read from it.
    let count = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: header.lowerBound, as: UInt64.self)
    }
    guard count <= UInt64(bytes.count) else { throw .malformed }
    return Int(count)
  }

  private mutating func take(_ count: Int) throws(PreparationError) -> Range<Int> {
    guard count <= bytes.count - position else { throw .malformed }
    defer { position += count }
    return position..<position + count
  }
}

/// Why a preparation cannot be used; compiling anew is the answer.
package enum PreparationError: Error, Hashable, Sendable {
  /// It is cut off, or not what was written.
  case malformed
  /// Vectorscan has another version, or the processor is another one.
  case foreign
}
