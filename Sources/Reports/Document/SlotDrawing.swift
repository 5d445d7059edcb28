import TimelineModel

/// Draws one slot of an incident.
struct SlotDrawing {
  let narration: Narration

  /// The own post with all that it shows.
  func drawOwn(_ entry: Entry, embedded: Exposure.Neighbour?) -> Incident.Slot {
    draw(
      entry, mark: "mine", position: narration.words("slot.own"),
      isReadable: true)
  }

  /// A neighbour.
  func draw(_ neighbour: Exposure.Neighbour) -> Incident.Slot {
    let entry = neighbour.entry
    let worst = entry.verdict.worst
    let mark = worst?.rawValue ?? (entry.isUnknown ? "unknown" : "clean")
    return draw(
      entry, mark: neighbour.isOwn ? "other" : mark, position: position(neighbour),
      isReadable: neighbour.isOwn || worst != nil)
  }

  /// Where a neighbour stands, in words.
  func position(_ neighbour: Exposure.Neighbour) -> String {
    narration.words("slot." + neighbour.side.rawValue, String(neighbour.distance))
  }

  private func draw(
    _ entry: Entry, mark: String, position: String, isReadable: Bool
  ) -> Incident.Slot {
    let inside = entry.posts.indices.dropFirst().map { post in
      draw(
        entry, post, mark: "", position: narration.words("role." + entry.posts[post].role.name),
        inside: [], isReadable: isReadable)
    }
    return draw(entry, 0, mark: mark, position: position, inside: inside, isReadable: isReadable)
  }

  private func draw(
    _ entry: Entry, _ index: Int, mark: String, position: String, inside: [Incident.Slot],
    isReadable: Bool
  ) -> Incident.Slot {
    let post = entry.posts[index]
    let texts = passages(entry, index)
    let link = narration.evidence.permalink(of: post).flatMap { address in
      Incident.Link(
        address: address,
        title: narration.words("slot.open", narration.name(of: post.platform)))
    }
    return Incident.Slot(
      mark: mark, position: position, author: narration.evidence.author(of: post),
      badges: badges(entry, index), time: post.createdAt.map(narration.time), link: link,
      texts: texts, note: texts.isEmpty ? note(entry, index, inside) : nil, inside: inside,
      findings: reasons(entry, index))
  }

  private func badges(_ entry: Entry, _ index: Int) -> [String] {
    let words = narration.words
    let post = entry.posts[index]
    var badges: [String] = []
    if index == 0 {
      if entry.kind != .post { badges.append(words("kind." + entry.kind.name)) }
      if entry.isPromoted { badges.append(words("slot.promoted")) }
      if entry.isPinned { badges.append(words("slot.pinned")) }
    }
    if post.isCovered { badges.append(words("slot.covered")) }
    if post.isTruncated { badges.append(words("slot.truncated")) }
    if post.media > post.describedMedia { badges.append(words("slot.media")) }
    if !entry.verdict.undecided.isEmpty, index == 0 { badges.append(words("slot.undecided")) }
    return badges
  }

  private func passages(_ entry: Entry, _ index: Int) -> [Incident.Passage] {
    let post = entry.posts[index]
    let pieces = EvidencePieces(evidence: narration.evidence)
    return post.fields.indices.compactMap { field in
      let kind = post.fields[field].kind
      // A display name is a name, and shown only where a rule fired in it.
      guard
        kind != .displayName || isFoundIn(field, index, entry) && narration.evidence.isNamed(post),
        kind != .link || isFoundIn(field, index, entry),
        !post.fields[field].text.isEmpty, let shown = pieces.shown(field, index, of: entry)
      else { return nil }
      let revealed = pieces.revealed(field, index, of: entry).map {
        Incident.Revealed(title: narration.words("slot.reveal"), pieces: $0)
      }
      return Incident.Passage(
        part: kind == .text ? nil : narration.words("field." + kind.name),
        language: post.language == .unknown ? nil : post.language.description, pieces: shown,
        revealed: revealed)
    }
  }

  private func isFoundIn(_ field: Int, _ post: Int, _ entry: Entry) -> Bool {
    entry.verdict.findings.contains { $0.post == post && $0.fieldIndex == field }
  }

  /// What is said in the place of texts; nothing where a post only passes another one on.
  private func note(_ entry: Entry, _ index: Int, _ inside: [Incident.Slot]) -> String? {
    let words = narration.words
    let fields = entry.posts[index].fields
    let isSilent = !fields.contains { $0.kind == .text && !$0.text.isEmpty }
    if !inside.isEmpty, !fields.isEmpty, isSilent { return nil }
    if entry.kind == .placeholder { return words("slot.placeholder") }
    if entry.posts[index].isMissing { return words("slot.missing") }
    guard entry.posts[index].fields.isEmpty else { return words("slot.hidden") }
    return words(entry.isUnknown ? "slot.unknown" : "slot.clean")
  }

  private func reasons(_ entry: Entry, _ index: Int) -> [Incident.Reason] {
    let words = narration.words
    var told: Set<String> = []
    return entry.verdict.findings.filter { $0.post == index && !entry.posts[index].isOwn }
      .filter { told.insert($0.rule).inserted }
      .sorted { ($1.tier?.rank ?? 0, $0.rule) < ($0.tier?.rank ?? 0, $1.rule) }
      .map { finding in
        let tier = finding.tier.map(narration.name(of:)) ?? words("slot.stanced")
        var title = narration.name(of: finding.category) + ", " + tier
        if finding.tier != nil, finding.tier != finding.ruleTier {
          title += " (" + words("slot.lowered", narration.name(of: finding.ruleTier)) + ")"
        }
        if finding.needsReview { title += " · " + words("slot.needsReview") }
        return Incident.Reason(
          tier: (finding.tier ?? .low).rawValue, title: title, rule: finding.rule,
          summary: narration.run.summaries[finding.rule] ?? "")
      }
  }
}
