/// The characters that caseless matching holds to be the same as one.
///
/// Unicode's own case mappings, grouped: at least what PCRE2 holds to be the same, and sometimes more,
/// which costs a literal that is never found. The tests ask PCRE2 about every one of them.
enum CaseVariants {
  /// `scalar` and its other cases, in order.
  static func of(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard scalar.hasCase else { return [scalar] }
    return groups[scalar] ?? [scalar]
  }

  /// Where characters with case are; everything else is not worth the look at each of them.
  static let blocks: [ClosedRange<UInt32>] = [
    0x41...0x24FF, 0x2C00...0x2DFF, 0xA640...0xA7FF, 0xAB30...0xABBF, 0xFB00...0xFB17,
    0xFF21...0xFF5A, 0x10400...0x10FFF, 0x11800...0x118FF, 0x16E40...0x16EFF, 0x1DF00...0x1E9FF,
  ]

  /// Made in a few milliseconds, and only where a caseless pattern has such a letter beyond ASCII.
  private static let groups: [Unicode.Scalar: [Unicode.Scalar]] = {
    var leaders: [String: Unicode.Scalar] = [:]
    var members: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var leaderOf: [Unicode.Scalar: Unicode.Scalar] = [:]
    for scalar in blocks.joined().lazy.compactMap(Unicode.Scalar.init) where scalar.hasCase {
      let names = scalar.caseNames
      let known = Set(names.compactMap { leaders[$0] }.map { leaderOf[$0] ?? $0 })
      let leader = known.min() ?? scalar
      let group = known.flatMap { members.removeValue(forKey: $0) ?? [] } + [scalar]
      for member in group { leaderOf[member] = leader }
      for name in names { leaders[name] = leader }
      members[leader] = group
    }
    var groups: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in members.values {
      let sorted = group.sorted()
      for scalar in group { groups[scalar] = sorted }
    }
    return groups
  }()
}

extension Unicode.Scalar {
  fileprivate var hasCase: Bool { properties.isCased || properties.changesWhenCaseMapped }

  /// What the character is called in every case; two that share a name are the same but for case.
  fileprivate var caseNames: [String] {
    [
      String(self), properties.lowercaseMapping, properties.uppercaseMapping,
      properties.titlecaseMapping,
    ]
  }
}
