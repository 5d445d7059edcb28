/// Reads the examples of a rule.
enum ExampleReader {
  static func read(_ reader: inout MappingReader) -> [RuleExample] {
    guard let node = reader.node("examples") else { return [] }
    var lists = MappingReader(
      node, what: "`examples`", keys: PackKeys.examples, in: reader.source)
    var examples: [RuleExample] = []
    for text in lists.texts("match") {
      do throws(MarkedText.Fault) {
        let (bare, span) = try MarkedText.read(text.text)
        examples.append(
          RuleExample(expectation: .match, text: bare, span: span, marked: text))
      } catch {
        lists.append([
          reader.source.diagnostic(
            PackCode.badExample, error.message,
            at: reader.source.place(ofByte: error.offset, in: text),
            help: "pin what the rule finds between one « and one »")
        ])
      }
    }
    for text in lists.texts("ignore") {
      examples.append(RuleExample(expectation: .ignore, text: text.text, span: nil, marked: text))
    }
    reader.append(lists.faults)
    return examples
  }
}
