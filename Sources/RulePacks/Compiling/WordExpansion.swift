internal import Diagnostics

/// Fills `{{word}}` and `{{pack.word}}` in, each list once.
struct WordExpansion {
  /// The longest pattern after expansion, in bytes; PCRE2 takes no longer one.
  static let longestPattern = 65_536

  private struct Entry {
    var list: WordList
    var source: PackSource
    var state = State.waiting
  }

  private enum State {
    case waiting, expanding, refused
    case expanded(ExpandedPattern)
  }

  private var entries: [WordKey: Entry] = [:]
  private var trail: [WordKey] = []
  private(set) var used: Set<WordKey> = []
  private(set) var faults: [Diagnostic] = []

  init(_ packs: [RulePack]) {
    for pack in packs {
      for list in pack.words {
        entries[WordKey(pack: pack.name, word: list.name)] = Entry(list: list, source: pack.source)
      }
    }
  }

  /// Expands every list, so that faults show even in those that no rule uses.
  mutating func expandLists(of packs: [RulePack]) {
    for pack in packs {
      for list in pack.words {
        _ = expansion(of: WordKey(pack: pack.name, word: list.name))
      }
    }
  }

  /// The pattern with its words filled in, or nil after a fault.
  mutating func expand(_ text: PlacedText, in pack: String, _ source: PackSource)
    -> ExpandedPattern?
  {
    var expanded = ExpandedPattern()
    guard append(text, to: &expanded, pack: pack, source, isFragment: false) else { return nil }
    return expanded
  }

  /// The place to show for a byte of an expanded pattern, how many characters to mark, and, when
  /// it came from a word, that word.
  func place(
    ofByte offset: Int, in pattern: ExpandedPattern, _ source: PackSource
  ) -> (place: TextPlace, length: Int, word: WordKey?)? {
    guard let (origin, inner) = pattern.origin(ofByte: offset) else { return nil }
    switch origin {
    case .text(let text, let start):
      return (source.place(ofByte: start + inner, in: text), 1, nil)
    case .word(let key, let text, let start, let length):
      return (source.place(ofByte: start, in: text), length, key)
    }
  }

  /// The items of a list, each expanded by itself, and their file.
  mutating func items(of key: WordKey) -> (items: [ExpandedPattern], source: PackSource)? {
    guard let entry = entries[key] else { return nil }
    let items = entry.list.items.map { item in
      var expanded = ExpandedPattern()
      _ = append(item, to: &expanded, pack: key.pack, entry.source, isFragment: true)
      return expanded
    }
    return (items, entry.source)
  }

  private mutating func expansion(of key: WordKey) -> ExpandedPattern? {
    guard let entry = entries[key] else { return nil }
    switch entry.state {
    case .expanded(let expanded): return expanded
    case .expanding:
      let circle = (trail.drop { $0 != key } + [key]).map { "{{\($0.pack).\($0.word)}}" }
      faults.append(
        entry.source.diagnostic(
          PackCode.circularWords, "words contain themselves: \(circle.joined(separator: " → "))",
          at: entry.list.place, length: entry.list.name.count,
          help: "take one of these references out"))
      return nil
    case .refused: return nil
    case .waiting: break
    }
    entries[key]?.state = .expanding
    trail.append(key)
    var expanded = ExpandedPattern()
    var isWhole = true
    for (index, item) in entry.list.items.enumerated() {
      expanded.append((index == 0 ? "(?:" : "|").utf8, from: .text(item, offset: 0))
      isWhole =
        append(item, to: &expanded, pack: key.pack, entry.source, isFragment: true) && isWhole
    }
    expanded.append(")".utf8)
    trail.removeLast()
    entries[key]?.state = isWhole ? .expanded(expanded) : .refused
    return isWhole ? expanded : nil
  }

  private mutating func append(
    _ text: PlacedText, to expanded: inout ExpandedPattern, pack: String, _ source: PackSource,
    isFragment: Bool
  ) -> Bool {
    var isWhole = true
    // Words mean the same everywhere, and what is known of them serves every pattern.
    let isExtended = !isFragment && PatternParts.mayBeExtended(text.text)
    for part in PatternParts(text.text, isFragment: isFragment) {
      switch part {
      case .run(let bytes, let offset):
        expanded.append(bytes, from: .text(text, offset: offset))
      case .space(let offset):
        expanded.append(#"\s+"#.utf8, from: .text(text, offset: offset))
      case .braces(let offset):
        isWhole = false
        faults.append(
          source.diagnostic(
            PackCode.unknownWord, "`{{` begins no reference to words here",
            at: source.place(ofByte: offset, in: text), length: 2,
            help: #"write `{{name}}` or `{{pack.name}}` without spaces, or `\{\{` for braces"#))
      case .word(let name, let offset, let length):
        guard let key = key(name, pack: pack, in: text, at: offset, source, length: length) else {
          isWhole = false
          continue
        }
        used.insert(key)
        guard let inner = expansion(of: key) else {
          isWhole = false
          continue
        }
        let origin = ExpandedPattern.Origin.word(key, in: text, offset: offset, length: length)
        expanded.append(isExtended ? Array("(?-x:".utf8) : [], from: origin)
        expanded.append(inner.bytes)
        expanded.append(isExtended ? Array(")".utf8) : [])
      }
      if expanded.bytes.count > Self.longestPattern {
        faults.append(
          source.diagnostic(
            PackCode.unusablePattern,
            "with its words filled in this is longer than \(Self.longestPattern >> 10) KiB",
            at: text.place, help: "split the rule, or shorten its words"))
        return false
      }
    }
    return isWhole
  }

  /// The list that a reference names; a fault when there is none.
  private mutating func key(
    _ name: String, pack: String, in text: PlacedText, at offset: Int, _ source: PackSource,
    length: Int
  ) -> WordKey? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let key =
      parts.count == 2
      ? WordKey(pack: parts[0], word: parts[1]) : WordKey(pack: pack, word: name)
    if entries[key] != nil { return key }
    let names = entries.keys.map { $0.pack == pack ? $0.word : "\($0.pack).\($0.word)" }.sorted()
    let nearest = Suggestion.nearest(to: name, among: names)
    faults.append(
      source.diagnostic(
        PackCode.unknownWord, "there are no words `\(name)`",
        at: source.place(ofByte: offset, in: text), length: length,
        help: nearest.map { "did you mean `{{\($0)}}`?" }
          ?? (parts.count == 2
            ? "name a pack and a list under its `words:`"
            : "add `\(name):` under `words:`, or write `{{pack.name}}` for another pack's words")))
    return nil
  }
}
