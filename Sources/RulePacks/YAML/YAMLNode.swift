/// One node of a YAML file with the place where it starts.
package struct YAMLNode: Sendable {
  /// What the node holds; scalars stay text, so that `no` is Norwegian and `1.10` a version.
  package enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  package var content: Content
  /// The first character: of the quote or `|` for such scalars.
  package var place: TextPlace
  /// Whether a scalar was written without quotes, so that nothing at all means no value.
  package var isPlain: Bool

  /// The text of a scalar, or nil.
  package var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// Whether the node stands for no value, as in `key:`.
  package var isMissingValue: Bool {
    guard isPlain, let text else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// One key of a mapping and its value.
package struct YAMLEntry: Sendable {
  /// The key.
  package var key: YAMLNode
  /// The value.
  package var value: YAMLNode
}

/// A line and column of a text file, both from one; columns count Unicode scalars.
package struct TextPlace: Hashable, Sendable, Comparable {
  /// The line, from one.
  package var line: Int
  /// The column, in Unicode scalars from one.
  package var column: Int

  /// Names a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The order of reading.
  package static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
