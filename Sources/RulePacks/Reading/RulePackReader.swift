package import Diagnostics
internal import TimelineModel

/// What one file of a rules folder holds.
package enum PackFileContent: Sendable {
  /// A pack of rules and words.
  case pack(RulePack)
  /// The categories.
  case categories([Category])
}

/// Reads one file: everything that can be checked without the other packs.
package struct RulePackReader {
  /// Reads a file; the content is nil when nothing of it can be used, and then there are faults.
  package static func read(
    _ source: PackSource
  ) -> (content: PackFileContent?, faults: [Diagnostic]) {
    let root: YAMLNode
    do throws(Diagnostic) {
      guard let node = try YAMLReader.read(source) else {
        return (nil, [empty(source)])
      }
      root = node
    } catch {
      return (nil, [error])
    }
    if case .sequence(let items) = root.content {
      return CategoryReader.read(items, in: source)
    }
    guard case .mapping(let entries) = root.content else {
      return (nil, root.isMissingValue ? [empty(source)] : [notAPack(source, root.place)])
    }
    if entries.count == 1, entries[0].key.text == "categories",
      case .sequence(let items) = entries[0].value.content
    {
      return CategoryReader.read(items, in: source)
    }
    var reader = MappingReader(root, what: "a pack", keys: PackKeys.pack, in: source)
    let pack = readPack(&reader, source)
    return (pack.map { .pack($0) }, reader.faults)
  }

  private static func readPack(_ reader: inout MappingReader, _ source: PackSource) -> RulePack? {
    let name = reader.text("pack", required: true)
    if let name, !PackNames.isName(name.text) {
      reader.fault(
        PackCode.malformedName, "`\(name.text)` is not a pack id", at: name,
        help: "write lower-case letters, digits and `-`, a letter first")
    }
    let version = reader.text("version", required: true)
    if let version, !PackNames.isVersion(version.text) {
      reader.fault(
        PackCode.malformedName, "`\(version.text)` is not a version", at: version,
        help: "write major.minor.patch, such as 1.0.0")
    }
    let summary = reader.text("summary", required: true)
    let words = readWords(&reader)
    let hasRules = reader.has("rules")
    if !hasRules, !reader.has("words") {
      reader.missing("rules", help: "add `rules:`, or `words:` for a file of shared words")
    }
    if hasRules, !reader.has("language") {
      reader.missing("language", help: "add the language the rules read, such as `language: en`")
    }
    let defaults = RuleReader.Defaults(
      pack: name?.text, languages: reader.languages("language") ?? nil,
      fields: reader.fields("fields") ?? .standard)
    var rules: [Rule] = []
    for node in reader.items("rules") {
      var rule = MappingReader(node, what: "a rule", keys: PackKeys.rule, in: source)
      if let read = RuleReader.read(&rule, defaults: defaults) { rules.append(read) }
      reader.append(rule.faults)
    }
    guard let name else { return nil }
    return RulePack(
      name: name.text, version: version?.text ?? "", summary: summary?.text ?? "", words: words,
      rules: rules, retired: reader.texts("retired"), source: source)
  }

  private static func readWords(_ reader: inout MappingReader) -> [WordList] {
    guard let node = reader.node("words") else { return [] }
    let lists = MappingReader(node, what: "`words`", keys: nil, in: reader.source)
    reader.append(lists.faults)
    guard case .mapping(let entries) = node.content else { return [] }
    var words: [WordList] = []
    for entry in entries {
      guard let name = entry.key.text else { continue }
      if !PackNames.isName(name, allowing: "_") {
        reader.fault(
          PackCode.malformedName, "`\(name)` is not a name for words", at: entry.key,
          help: "write lower-case letters, digits, `-` and `_`, a letter first")
      }
      let items = reader.texts(of: entry.value, key: name)
      if items.isEmpty, case .sequence = entry.value.content {
        reader.fault(
          PackCode.wrongType, "`\(name)` lists no words", at: entry.value,
          help: "list at least one fragment")
      }
      words.append(WordList(name: name, place: entry.key.place, items: items))
    }
    return words
  }

  private static func empty(_ source: PackSource) -> Diagnostic {
    Diagnostic(
      .error, PackCode.missingKey, "the file is empty", at: .file(source.name),
      help: "begin it with `pack:`, or remove it")
  }

  private static func notAPack(_ source: PackSource, _ place: TextPlace) -> Diagnostic {
    source.diagnostic(
      PackCode.wrongType, "a pack is a mapping of keys and values", at: place,
      help: "begin the file with `pack:`")
  }
}

extension MappingReader {
  /// The items of a list; anything else than a list is a fault.
  mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      fault(
        PackCode.wrongType, "`\(key)` is a list", at: node,
        help: "begin each of its items with `- `")
      return []
    }
    return items
  }

  /// The languages of a key: nil when it is not there or wrong, `.some(nil)` for `any`.
  mutating func languages(_ key: String) -> [LanguageCode]?? {
    guard has(key) else { return nil }
    let names = texts(key)
    if names.count == 1, names[0].text == "any" { return .some(nil) }
    var codes: [LanguageCode] = []
    for name in names {
      let code = LanguageCode(name.text)
      if code == .unknown || code.description != name.text {
        fault(
          PackCode.malformedName, "`\(name.text)` is not a language", at: name,
          help: "write the two or three letters of its primary subtag, such as `en`, or `any`")
      } else {
        codes.append(code)
      }
    }
    return codes.isEmpty ? nil : codes
  }

  /// The fields of a key, or nil when it is not there.
  mutating func fields(_ key: String) -> FieldSet? {
    guard has(key) else { return nil }
    let names = FieldKind.allCases.filter { $0 != .label }.map(\.name)
    var set: FieldSet = []
    for text in texts(key) {
      if let kind = FieldKind(name: text.text), kind != .label {
        set.insert(FieldSet(kind))
      } else if text.text == FieldKind.label.name {
        fault(
          PackCode.unknownName, "a pattern does not read labels", at: text,
          help: "list the labels under `labels:` instead of a pattern")
      } else {
        unknownName(text, key: "field", among: names)
      }
    }
    return set
  }
}
