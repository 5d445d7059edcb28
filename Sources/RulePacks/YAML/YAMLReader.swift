package import Diagnostics

/// Reads one YAML file into nodes, within bounds that a hostile file cannot pass.
package struct YAMLReader: ~Copyable {
  /// The largest file, in bytes.
  package static let largestFile: Int = 4 << 20
  /// How deep mappings and sequences may nest.
  package static let deepestNesting: Int = 16

  private let source: PackSource
  private var events: YAMLEvents

  private init(_ source: PackSource) {
    self.source = source
    events = YAMLEvents(source.bytes)
  }

  /// The only document of a file, or nil when the file holds none.
  package static func read(_ source: PackSource) throws(Diagnostic) -> YAMLNode? {
    guard source.bytes.count <= largestFile else {
      throw Diagnostic(
        .error, PackCode.bounds, "the file is larger than \(largestFile >> 20) MiB",
        at: .file(source.name), help: "split the pack into files of one family each")
    }
    if let place = source.firstInvalidUTF8() {
      throw source.diagnostic(
        PackCode.syntax, "the file is not UTF-8 here", at: place, help: "save the file as UTF-8")
    }
    var reader = YAMLReader(source)
    return try reader.document()
  }

  private mutating func document() throws(Diagnostic) -> YAMLNode? {
    _ = try next()
    guard case .documentStart = try next().event else { return nil }
    let (event, place) = try next()
    let root = try node(event, at: place, depth: 0)
    _ = try next()
    let after = try next()
    guard case .streamEnd = after.event else {
      throw source.diagnostic(
        PackCode.syntax, "a second document starts here", at: after.place,
        help: "write one pack a file, without `---` between parts")
    }
    return root
  }

  private mutating func node(
    _ event: YAMLEvents.Event, at place: TextPlace, depth: Int
  ) throws(Diagnostic) -> YAMLNode {
    guard depth <= Self.deepestNesting else {
      throw source.diagnostic(
        PackCode.bounds, "nested deeper than \(Self.deepestNesting) levels", at: place,
        help: "no part of a pack nests that deep")
    }
    switch event {
    case .scalar(let text, let isPlain):
      return YAMLNode(content: .scalar(text), place: place, isPlain: isPlain)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let (event, place) = try next()
        if case .sequenceEnd = event { break }
        items.append(try node(event, at: place, depth: depth + 1))
      }
      return YAMLNode(content: .sequence(items), place: place, isPlain: false)
    case .mappingStart:
      var entries: [YAMLEntry] = []
      while true {
        let (event, place) = try next()
        if case .mappingEnd = event { break }
        let key = try node(event, at: place, depth: depth + 1)
        let (valueEvent, valuePlace) = try next()
        let value = try node(valueEvent, at: valuePlace, depth: depth + 1)
        entries.append(YAMLEntry(key: key, value: value))
      }
      return YAMLNode(content: .mapping(entries), place: place, isPlain: false)
    case .indirection(let what):
      throw source.diagnostic(
        PackCode.bounds, "packs do not use \(what)", at: place,
        help: "quote the text if it is meant literally, or share fragments with `words:`")
    default:
      throw source.diagnostic(PackCode.syntax, "unexpected end of a value", at: place)
    }
  }

  private mutating func next() throws(Diagnostic) -> (event: YAMLEvents.Event, place: TextPlace) {
    do throws(YAMLEvents.SyntaxError) {
      return try events.next()
    } catch {
      let place =
        switch error.place {
        case .byte(let offset): source.place(ofByte: offset)
        case .text(let place): place
        }
      if source.scalar(at: place) == "\t" {
        throw source.diagnostic(
          PackCode.syntax, "a tab stands where YAML wants spaces", at: place,
          help: "indent with spaces")
      }
      throw source.diagnostic(
        PackCode.syntax, "not valid YAML: \(error.problem)", at: place,
        help: "check the indentation, and quote text that holds `: `, ` #`, `[`, `{` or `\"`")
    }
  }
}
