package import Diagnostics

/// Reads the values of one mapping and notes all that is wrong with it.
package struct MappingReader {
  let source: PackSource
  /// The place that stands for the whole mapping when a key is missing.
  let place: TextPlace
  package private(set) var faults: [Diagnostic] = []
  private var values: [String: YAMLNode] = [:]
  /// Whether the node is a mapping at all.
  private(set) var isMapping = true
  /// What unknown keys were most likely meant to be.
  private var misspelt: Set<String> = []
  private var hasUnknownKeys = false

  /// Notes unknown and duplicated keys; `what` is how messages call the mapping.
  package init(_ node: YAMLNode, what: String, keys: [String]?, in source: PackSource) {
    self.source = source
    place = node.place
    guard case .mapping(let entries) = node.content else {
      isMapping = false
      fault(
        PackCode.wrongType, "\(what) is a mapping of keys and values", at: node,
        help: "write `key: value` lines, indented under it")
      return
    }
    for entry in entries {
      guard let key = entry.key.text else {
        fault(PackCode.wrongType, "a key is a text", at: entry.key)
        continue
      }
      if let keys, !keys.contains(key) {
        hasUnknownKeys = true
        let nearest = Suggestion.nearest(to: key, among: keys)
        misspelt.formUnion(nearest.map { [$0] } ?? [])
        fault(
          PackCode.unknownKey, "\(what) has no key `\(key)`", at: entry.key,
          help: Suggestion.help(for: key, among: keys))
        if let nearest, !entries.contains(where: { $0.key.text == nearest }) {
          faults[faults.count - 1].fix = entry.key.isPlain ? nearest : nil
        }
      } else if values.updateValue(entry.value, forKey: key) != nil {
        fault(
          PackCode.duplicateKey, "`\(key)` stands twice in \(what)", at: entry.key,
          help: "keep one of the two")
      }
    }
  }

  /// Whether the key is there.
  package func has(_ key: String) -> Bool {
    values[key] != nil
  }

  /// The node of a key, or nil.
  package func node(_ key: String) -> YAMLNode? {
    values[key]
  }

  /// The text of a key; a missing one is a fault when `required`.
  package mutating func text(_ key: String, required: Bool = false) -> PlacedText? {
    guard let node = values[key] else {
      if required { missing(key) }
      return nil
    }
    return text(of: node, key: key)
  }

  /// The items of a list; anything else stands for a list of one.
  package func listed(_ key: String) -> [YAMLNode] {
    guard let node = values[key] else { return [] }
    guard case .sequence(let items) = node.content else { return [node] }
    return items
  }

  /// The items of a list of texts; one text stands for a list of one.
  package mutating func texts(_ key: String) -> [PlacedText] {
    guard let node = values[key] else { return [] }
    return texts(of: node, key: key)
  }

  /// The items of a list of texts.
  package mutating func texts(of node: YAMLNode, key: String) -> [PlacedText] {
    guard case .sequence(let items) = node.content else {
      return text(of: node, key: key).map { [$0] } ?? []
    }
    return items.compactMap { text(of: $0, key: key) }
  }

  /// A number within a range.
  package mutating func number(
    _ key: String, in range: String, where isValid: (Double) -> Bool
  ) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text.text), isValid(number) else {
      fault(
        PackCode.outOfRange, "`\(key)` is a number \(range)", at: text,
        help: "write a number \(range)")
      return nil
    }
    return number
  }

  /// A whole number within a range.
  package mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.text), range.contains(number) else {
      let bounds = "from \(range.lowerBound) to \(range.upperBound)"
      fault(
        PackCode.outOfRange, "`\(key)` is a whole number \(bounds)", at: text,
        help: "write a whole number \(bounds)")
      return nil
    }
    return number
  }

  /// One of the names that the grammar has for a key.
  package mutating func name<Value>(
    _ key: String, among names: [String], make: (String) -> Value?
  ) -> Value? {
    guard let text = text(key) else { return nil }
    guard let value = make(text.text) else {
      unknownName(text, key: key, among: names)
      return nil
    }
    return value
  }

  /// Notes a value that is none of the names.
  package mutating func unknownName(_ text: PlacedText, key: String, among names: [String]) {
    let article = "aeiou".contains(key.prefix(1)) ? "an" : "a"
    fault(
      PackCode.unknownName, "`\(text.text)` is not \(article) \(key)", at: text,
      help: Suggestion.help(for: text.text, among: names))
    // Quotes would be part of what is marked.
    let isMarked = source.scalar(at: text.place) == text.text.unicodeScalars.first
    if isMarked { faults[faults.count - 1].fix = Suggestion.nearest(to: text.text, among: names) }
  }

  /// Notes that a key is not there, unless it stands there misspelt.
  package mutating func missing(_ key: String, help: String? = nil) {
    guard isMapping, !misspelt.contains(key) else { return }
    faults.append(
      source.diagnostic(
        PackCode.missingKey, "`\(key)` is missing", at: place, help: help ?? "add `\(key)`"))
  }

  /// Notes a fault of a text, and marks the whole of it.
  package mutating func fault(
    _ code: String, _ message: String, at text: PlacedText, help: String? = nil
  ) {
    faults.append(
      source.diagnostic(
        code, message, at: text.place, length: text.text.unicodeScalars.count, help: help))
  }

  /// Notes a fault of a node.
  package mutating func fault(
    _ code: String, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    faults.append(
      source.diagnostic(
        code, message, at: node.place, length: node.text?.unicodeScalars.count ?? 1, help: help))
  }

  /// Notes a key that does not go with the others, unless one of those may be misspelt.
  package mutating func exclude(_ key: String, help: String) {
    guard let node = node(key), !hasUnknownKeys else { return }
    fault(PackCode.conflictingKeys, "`\(key)` does not belong here", at: node, help: help)
  }

  /// Takes over faults found elsewhere.
  package mutating func append(_ others: [Diagnostic]) {
    faults += others
  }

  private mutating func text(of node: YAMLNode, key: String) -> PlacedText? {
    guard let text = node.text else {
      fault(
        PackCode.wrongType, "`\(key)` holds text here, not a list or mapping", at: node,
        help: "quote it if it begins with `[` or `{`")
      return nil
    }
    guard !node.isMissingValue, !text.isEmpty else {
      fault(
        PackCode.wrongType, "`\(key)` has no value", at: node,
        help: "write the value, or remove the key")
      return nil
    }
    return PlacedText(text, at: node.place)
  }
}
