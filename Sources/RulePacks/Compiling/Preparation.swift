internal import Digests
package import PatternEngine

/// What took long to find out about some packs, as `CompiledRules.preparation()` wrote it down.
///
/// Reading it back needs no packs, so that both can be read side by side.
package struct Preparation: Sendable {
  /// A preparation as bytes.
  package struct Written: Hashable, Sendable {
    /// What every run needs.
    package let facts: [UInt8]
    /// The outlines of all patterns, one after the other: a run needs some of them.
    package let outlines: [UInt8]
  }

  /// The patterns as PCRE2 has them, by rule number.
  let patterns: [String?]
  /// See `CompiledRules.unsought`.
  let unsought: [Int32]
  let literals: LiteralTable
  /// Where each pattern's outline ends among all, by rule number.
  private let outlineEnds: [Int]
  /// The digests of the outlines, one after the other.
  private let digests: [UInt8]
  private let readOutlines: @Sendable (Range<Int>) -> [UInt8]?

  /// Reads the facts, in some milliseconds; outlines are read one by one, from the place that they
  /// had among all, when a text asks for them.
  package init(
    facts: [UInt8], outlines: @escaping @Sendable (Range<Int>) -> [UInt8]?
  ) throws(PreparationError) {
    var reader = PreparationReader(facts)
    let text: [UInt8] = try reader.numbers()
    let ends: [UInt32] = try reader.numbers()
    let hasPattern: [UInt8] = try reader.numbers()
    unsought = try reader.numbers()
    literals = try LiteralTable(&reader)
    let lengths: [UInt32] = try reader.numbers()
    digests = try reader.numbers()
    guard reader.isAtEnd, hasPattern.count == ends.count, literals.ruleCount == ends.count,
      lengths.count == ends.count, digests.count == SHA256Hasher.length * lengths.count
    else { throw .malformed }
    outlineEnds = lengths.reduce(into: []) { $0.append(($0.last ?? 0) + Int($1)) }
    readOutlines = outlines
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

  /// A rule's outline as it was written down; nil where it was damaged since.
  func outline(_ rule: Int) -> [UInt8]? {
    let range = (rule == 0 ? 0 : outlineEnds[rule - 1])..<outlineEnds[rule]
    if range.isEmpty { return [] }
    let digest = digests[SHA256Hasher.length * rule..<SHA256Hasher.length * (rule + 1)]
    guard let bytes = readOutlines(range),
      SHA256Hasher.digest(of: bytes).utf8.elementsEqual(digest)
    else { return nil }
    return bytes
  }
}
