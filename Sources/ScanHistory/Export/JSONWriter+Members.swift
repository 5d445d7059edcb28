import JSONText
import TimelineModel

extension JSONWriter {
  /// Writes a key and a string, or null.
  mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  /// Writes a key and a whole number, or null.
  mutating func member(_ key: String, _ number: Int64?) {
    self.key(key)
    if let number { value(Int(number)) } else { null() }
  }

  /// Writes a key and a whole number.
  mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  /// Writes a key and a flag.
  mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    value(flag)
  }
}

/// Moments as RFC 3339.
enum Moment {
  static func text(_ milliseconds: Int64) -> String {
    Instant(milliseconds: milliseconds).description
  }
}
