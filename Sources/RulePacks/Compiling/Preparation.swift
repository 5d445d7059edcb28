package import PatternEngine

/// What took long to find out about some packs, as `CompiledRules.preparation()` wrote it down.
///
/// Reading it back needs no packs, so that both can be read side by side.
package struct Preparation: Sendable {
  /// The patterns as PCRE2 has them, by rule number.
  let patterns: [String?]
  /// See `CompiledRules.unsought`.
  let unsought: [Int32]
  let literals: LiteralTable

  /// Reads what stands in some bytes from a place on, in some milliseconds.
  package init(_ bytes: [UInt8], from start: Int = 0) throws(PreparationError) {
    var reader = PreparationReader(bytes, from: start)
    let text: [UInt8] = try reader.numbers()
    let ends: [UInt32] = try reader.numbers()
    let hasPattern: [UInt8] = try reader.numbers()
    unsought = try reader.numbers()
    literals = try LiteralTable(&reader)
    guard reader.isAtEnd, hasPattern.count == ends.count, literals.ruleCount == ends.count else {
      throw .malformed
    }
    var patterns: [String?] = []
    var start = 0
    for (end, hasPattern) in zip(ends, hasPattern) {
      let end = Int(end)
      guard start <= end, end <= text.count,
        let source = String(validating: text[start..<end], as: UTF8.self)
      else { throw .malformed }
      patterns.append(hasPattern == 0 ? nil : source)
      start = end
    }
    self.patterns = patterns
  }
}
