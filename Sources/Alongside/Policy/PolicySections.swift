import RulePacks
import TimelineModel

/// Reads the sections of a policy; what is wrong stays in the reader.
struct PolicySections {
  let source: PackSource
  let vocabulary: PolicyVocabulary?

  /// A mapping under a key, or nil when it is not there.
  func mapping(
    _ key: String, keys: [String]?, _ reader: inout MappingReader,
    _ body: (inout MappingReader) -> Void
  ) {
    guard let node = reader.node(key) else { return }
    var inner = MappingReader(node, what: "`\(key)`", keys: keys, in: source)
    body(&inner)
    reader.append(inner.faults)
  }

  /// The items of a list; anything else is a fault.
  func items(_ key: String, _ reader: inout MappingReader) -> [YAMLNode]? {
    guard let node = reader.node(key) else { return nil }
    guard case .sequence(let items) = node.content else {
      reader.fault("P003", "`\(key)` is a list", at: node, help: "begin each item with `- `")
      return nil
    }
    return items
  }

  /// The entries of a mapping with keys of the user's own; anything else is a fault.
  func entries(_ key: String, _ node: YAMLNode, _ reader: inout MappingReader) -> [YAMLEntry] {
    // Duplicates are told by reading it as a mapping of any keys.
    let inner = MappingReader(node, what: "`\(key)`", keys: nil, in: source)
    reader.append(inner.faults)
    guard case .mapping(let entries) = node.content else { return [] }
    return entries
  }

  /// A category of the packs.
  func category(_ text: PlacedText, _ reader: inout MappingReader) -> CategoryID? {
    let id = CategoryID(text.text)
    guard let known = vocabulary?.categories, !known.contains(id) else { return id }
    reader.unknownName(text, key: "category of the packs", among: known.map(\.rawValue))
    return nil
  }

  /// A theme of the packs.
  func theme(_ text: PlacedText, _ reader: inout MappingReader) -> ThemeID? {
    let id = ThemeID(text.text)
    guard let known = vocabulary?.themes, !known.contains(id) else { return id }
    reader.unknownName(text, key: "theme of the packs", among: known.map(\.rawValue))
    return nil
  }

  /// A share such as `1 %` or `0.01`.
  func share(_ text: PlacedText, key: String, _ reader: inout MappingReader) -> Double? {
    guard let share = PolicyNumber.share(text.text) else {
      reader.fault(
        "P006", "`\(key)` is a share from 0 to 1, or in per cent", at: text,
        help: "write it like `1 %` or `0.01`")
      return nil
    }
    return share
  }
}
