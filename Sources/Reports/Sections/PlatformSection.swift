import TimelineModel

/// Platforms and accounts side by side, measured in the same way: the ground of a Plan B.
enum PlatformSection: ReviewSection {
  static let id = "platforms"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    var blocks: [Block] = [.paragraph(words("platforms.same"))]
    let measured = Set(
      narration.headline.platforms.filter { $0.cell.safety.trials > 0 }.map(\.name))
    let missing = narration.run.reviewPolicy.alternatives.filter {
      !measured.contains($0.rawValue)
    }
    if !missing.isEmpty {
      let names = missing.map(narration.name(of:)).joined(separator: ", ")
      blocks.append(.notice(words("platforms.missing", names)))
    }
    if measured.count == 1 { blocks.append(.paragraph(words("platforms.single"))) }
    blocks += BreakdownTable.blocks([.platform, .account, .department], narration)
    return blocks + BreakdownTable.blocks([.capture], narration, least: 2)
  }
}
