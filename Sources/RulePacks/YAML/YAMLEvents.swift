internal import CYaml

/// The events of one YAML file, pulled from libyaml, whose C types stay in this file.
///
/// libyaml directly, not through Yams' nodes: ten times the speed on the rule packs, the place of
/// a duplicate key, and a chance to refuse aliases before they are followed.
@safe struct YAMLEvents: ~Copyable {
  /// One step through a file.
  enum Event {
    case streamStart
    case documentStart
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    /// `&name`, `*name` or `!tag`, which packs do not use.
    case indirection(String)
    case documentEnd
    case streamEnd
  }

  /// What libyaml could not read, and where.
  struct SyntaxError: Error {
    var problem: String
    var place: Place

    /// libyaml's reader of characters counts bytes, all else lines and columns.
    enum Place {
      case byte(Int)
      case text(TextPlace)
    }
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    // SAFETY: both blocks live as long as this value, which alone holds them; libyaml keeps
    // pointers to both, so neither may move.
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe input = .allocate(capacity: max(bytes.count, 1))
    _ = unsafe input.initialize(from: bytes)
    precondition(unsafe yaml_parser_initialize(parser) == 1, "out of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    // SAFETY: made in `init`, released once, used by nobody else.
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event and the place where it starts.
  mutating func next() throws(SyntaxError) -> (event: Event, place: TextPlace) {
    // SAFETY: the event is filled by libyaml, read before it is deleted, and nothing of it is kept.
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&raw) }
    let event = unsafe Self.event(raw)
    return (event, unsafe Self.place(raw.start_mark))
  }

  private static func event(_ raw: yaml_event_t) -> Event {
    // SAFETY: libyaml says by the type which part of the union is set; strings end in NUL, and a
    // scalar's `length` bytes at `value` are valid UTF-8 because libyaml checked its input.
    switch unsafe raw.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .indirection("an alias (`*`)")
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe raw.data.sequence_start
      return unsafe indirection(start.anchor, start.tag) ?? .sequenceStart
    case YAML_MAPPING_START_EVENT:
      let start = unsafe raw.data.mapping_start
      return unsafe indirection(start.anchor, start.tag) ?? .mappingStart
    default:
      let scalar = unsafe raw.data.scalar
      if let found = unsafe indirection(scalar.anchor, scalar.tag) { return found }
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe .scalar(
        String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    }
  }

  private static func indirection(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Event? {
    // SAFETY: only whether the pointers are there is asked.
    if unsafe anchor != nil { return .indirection("an anchor (`&`)") }
    if unsafe tag != nil { return .indirection("a tag (`!`)") }
    return nil
  }

  private static func place(_ mark: yaml_mark_t) -> TextPlace {
    TextPlace(line: mark.line + 1, column: mark.column + 1)
  }

  private func syntaxError() -> SyntaxError {
    // SAFETY: `problem` and `context` are static strings of libyaml or nil.
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    let said = [context, problem].compactMap(\.self).joined(separator: ", ")
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      return unsafe SyntaxError(problem: said, place: .byte(parser.pointee.problem_offset))
    }
    let place = unsafe Self.place(parser.pointee.problem_mark)
    return SyntaxError(problem: said.isEmpty ? "unreadable" : said, place: .text(place))
  }
}
