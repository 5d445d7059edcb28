/// Writes JSON into bytes, member by member in the order of the calls, so that the same calls give
/// the same bytes.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma goes before the next value.
  private var needsComma = false
  /// Whether a key was written whose value is to follow.
  private var isAfterKey = false
  private let indent: Int
  private var depth = 0

  /// Makes a writer; with `indent` each member stands on a line of its own, otherwise all is one.
  public init(indent: Int = 0) {
    self.indent = indent
  }

  /// Hands over the bytes and starts afresh.
  public mutating func take() -> [UInt8] {
    let written = bytes
    bytes = []
    reset()
    return written
  }

  /// Empties the writer and keeps its memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    isAfterKey = false
    depth = 0
  }

  /// Ends a line, as NDJSON wants it.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object around what `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array around what `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes a key; one value must follow.
  public mutating func key(_ key: String) {
    separate()
    append(escaping: key.utf8)
    bytes.append(UInt8(ascii: ":"))
    if indent > 0 { bytes.append(0x20) }
    isAfterKey = true
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    startValue()
    append(escaping: text.utf8)
  }

  /// Writes a string of UTF-8 bytes; ill-formed bytes become U+FFFD.
  public mutating func value(utf8 text: some Collection<UInt8>) {
    startValue()
    append(escaping: text)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    startValue()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a boolean.
  public mutating func value(_ flag: Bool) {
    startValue()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes a number rounded to six decimals, enough for shares and risks; never an exponent.
  public mutating func value(_ number: Double) {
    startValue()
    bytes.append(contentsOf: Self.decimal(number).utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Adds bytes that are JSON already, as one value.
  public mutating func raw(_ json: [UInt8]) {
    startValue()
    bytes.append(contentsOf: json)
  }

  mutating func appendByte(_ byte: UInt8) {
    bytes.append(byte)
  }

  mutating func appendBytes(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    startValue()
    bytes.append(open)
    needsComma = false
    depth += 1
    let start = bytes.count
    body(&self)
    depth -= 1
    if indent > 0, bytes.count > start { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func startValue() {
    if !isAfterKey { separate() }
    isAfterKey = false
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if indent > 0, depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * indent))
  }
}
