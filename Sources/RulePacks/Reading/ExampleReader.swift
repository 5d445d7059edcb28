/// Reads the examples of a rule.
enum ExampleReader {
  static func read(_ reader: inout MappingReader) -> [RuleExample] {
    guard let node = reader.node("examples") else { return [] }
    var lists = MappingReader(
      node, what: "`examples`", keys: PackKeys.examples, in: reader.source)
    var examples: [RuleExample] = []
    for (expectation, key) in [(RuleExample.Expectation.match, "match"), (.ignore, "ignore")] {
      for item in lists.listed(key) {
        guard let (text, fires) = content(of: item, key, &lists) else { continue }
        if let example = example(text, expectation, fires: fires, &lists) {
          examples.append(example)
        }
      }
    }
    reader.append(lists.faults)
    return examples
  }

  /// An example is a text, or a mapping of the text and the other rules that fire.
  private static func content(
    of item: YAMLNode, _ key: String, _ lists: inout MappingReader
  ) -> (text: PlacedText, fires: [PlacedText]?)? {
    guard case .mapping = item.content else {
      return lists.texts(of: item, key: key).first.map { ($0, nil) }
    }
    var reader = MappingReader(item, what: "an example", keys: PackKeys.example, in: lists.source)
    let text = reader.text("text", required: true)
    let fires = reader.has("fires") ? reader.texts("fires") : nil
    lists.append(reader.faults)
    return text.map { ($0, fires) }
  }

  private static func example(
    _ text: PlacedText, _ expectation: RuleExample.Expectation, fires: [PlacedText]?,
    _ lists: inout MappingReader
  ) -> RuleExample? {
    guard case .match = expectation else {
      return RuleExample(
        expectation: .ignore, text: text.text, span: nil, marked: text, fires: fires)
    }
    do throws(MarkedText.Fault) {
      let (bare, span) = try MarkedText.read(text.text)
      return RuleExample(
        expectation: .match, text: bare, span: span, marked: text, fires: fires)
    } catch {
      lists.append([
        lists.source.diagnostic(
          PackCode.badExample, error.message,
          at: lists.source.place(ofByte: error.offset, in: text),
          help: "pin what the rule finds between one « and one »")
      ])
      return nil
    }
  }
}
