internal import Digests
package import PatternEngine

extension CompiledRules {
  /// Writes down all that took long to find out, for the same packs, program and machine.
  package func preparation() throws(PrefilterError) -> Preparation.Written {
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
    let outlines = AllCores.map(plans.count) { plans[$0].pattern?.writtenOutline() ?? [] }
    writer.append(outlines.map { UInt32($0.count) })
    writer.append(outlines.map { SHA256Hasher.digest(of: $0) }.joined())
    return Preparation.Written(facts: writer.bytes, outlines: Array(outlines.joined()))
  }

  /// Takes what `preparation()` wrote down for the very same library, instead of compiling it.
  ///
  /// Some milliseconds; PCRE2 compiles each pattern when it is first tried.
  package convenience init(
    _ library: RuleLibrary, options: Options, preparation: Preparation
  ) throws(PreparationError) {
    let rules = library.rules.map(\.rule)
    guard preparation.patterns.count == rules.count else { throw .malformed }
    let conditions = RuleGraph(library.rules).conditions
    let plans = rules.indices.map { number in
      RulePlan(
        rules[number],
        pattern: preparation.patterns[number].map { source in
          Pattern(compiledBefore: source) { preparation.outline(number) }
        },
        conditions: conditions[number], categories: library.categories, options: options)
    }
    self.init(
      rules, library.categories, plans, Self.gates(of: rules), preparation.literals,
      unsought: preparation.unsought, options)
  }
}
