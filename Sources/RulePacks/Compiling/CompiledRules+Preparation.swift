package import PatternEngine

extension CompiledRules {
  /// Writes down all that took long to find out, for the same packs, program and machine.
  package func preparation() throws(PrefilterError) -> [UInt8] {
    var writer = PreparationWriter()
    var text = ""
    var ends: [UInt32] = []
    for plan in plans {
      if let pattern = plan.pattern { text += pattern.source }
      ends.append(UInt32(text.utf8.count))
    }
    writer.append(text)
    writer.append(ends)
    writer.append(plans.map { $0.pattern == nil ? 0 : 1 as UInt8 })
    writer.append(unsought)
    try literals.write(to: &writer)
    return writer.bytes
  }

  /// Takes what `preparation()` returned for the very same library, instead of compiling it.
  ///
  /// Some milliseconds; PCRE2 compiles each pattern when it is first tried.
  package convenience init(
    _ library: RuleLibrary, options: Options, preparation: [UInt8]
  ) throws(PreparationError) {
    var reader = PreparationReader(preparation)
    let text: [UInt8] = try reader.numbers()
    let ends: [UInt32] = try reader.numbers()
    let hasPattern: [UInt8] = try reader.numbers()
    let unsought: [Int32] = try reader.numbers()
    let literals = try LiteralTable(&reader)
    let rules = library.rules.map(\.rule)
    guard reader.isAtEnd, ends.count == rules.count, hasPattern.count == rules.count,
      literals.ruleCount == rules.count
    else { throw .malformed }
    let conditions = RuleGraph(library.rules).conditions
    var start = 0
    var plans: [RulePlan] = []
    for (number, rule) in rules.enumerated() {
      let end = Int(ends[number])
      guard start <= end, end <= text.count,
        let source = String(validating: text[start..<end], as: UTF8.self)
      else { throw .malformed }
      plans.append(
        RulePlan(
          rule, pattern: hasPattern[number] == 0 ? nil : Pattern(compiledBefore: source),
          conditions: conditions[number], categories: library.categories, options: options))
      start = end
    }
    self.init(
      rules, library.categories, plans, Self.gates(of: rules), literals, unsought: unsought,
      options)
  }
}
