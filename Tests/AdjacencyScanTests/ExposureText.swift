import TimelineModel

extension Exposure {
  /// The neighbours in a line: `-2 own, -1 racism floor, +1 clean, +2 gone`.
  var window: String {
    neighbours.map { neighbour in
      let place =
        switch neighbour.side {
        case .above: "-\(neighbour.distance)"
        case .embedded: "in"
        case .below: "+\(neighbour.distance)"
        }
      return place + " " + Self.content(of: neighbour)
    }.joined(separator: ", ")
  }

  private static func content(of neighbour: Neighbour) -> String {
    if neighbour.isOwn { return "own" }
    if neighbour.entry.kind == .placeholder { return "gone" }
    let found = neighbour.entry.verdict.categories.map { "\($0.id) \($0.verdict.tier.rawValue)" }
    return found.isEmpty ? "clean" : found.joined(separator: " & ")
  }

  /// The factors in a line: `-1 racism floor 1·1·1·1·1`.
  var factorText: String {
    factors.map { factor in
      let neighbour = neighbours[factor.neighbour]
      let place = neighbour.side == .above ? "-" : neighbour.side == .below ? "+" : "in "
      let weights = [
        factor.severity, factor.proximity, factor.visibility, factor.contradiction,
        factor.confidence,
      ].map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: "·")
      return "\(place)\(neighbour.distance) \(factor.category) \(factor.tier.rawValue) \(weights)"
    }.joined(separator: ", ")
  }

  /// The flags in a word or two: `unsafe`, `unsuitable`, `unknown`, `unmeasured`.
  var flags: String {
    var words: [String] = []
    if isUnsafe { words.append("unsafe") }
    if isUnsuitable { words.append("unsuitable") }
    if hasUnknown { words.append("unknown") }
    if !isMeasured { words.append("unmeasured") }
    return words.joined(separator: " ")
  }
}
