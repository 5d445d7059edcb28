/// Writes down what compiling made, for `PreparationReader` on the same machine.
package struct PreparationWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Begins with nothing.
  package init() {}

  /// Appends how many numbers there are, and the numbers in the machine's own order of bytes.
  package mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
    // SAFETY: numbers are plain bytes, and both live through the call that reads them.
    unsafe withUnsafeBytes(of: UInt64(numbers.count)) { unsafe bytes.append(contentsOf: $0) }
    unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a text.
  package mutating func append(_ text: String) { append(Array(text.utf8)) }
}
