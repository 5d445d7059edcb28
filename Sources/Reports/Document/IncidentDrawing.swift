import TimelineModel

/// Draws an exposure as it was seen: slot by slot, from the top of the page to its end.
struct IncidentDrawing {
  let narration: Narration

  /// Draws one; `id` and the number make its address within the page.
  func draw(_ exposure: Exposure, _ number: Int, id: String) -> Incident {
    let words = narration.words
    let capture = narration.outcome.captures.first { $0.number == exposure.capture }
    let file = capture.map { narration.files[narration.outcome.inputs[$0.input].path] }
    let time = exposure.own.own.createdAt.map(narration.time)
    let place = [
      time, words("incident.risk", narration.numbers.decimal(exposure.risk)),
      words("incident.slot", narration.numbers.whole(exposure.slot), String(exposure.capture)),
      file,
    ]
    return Incident(
      id: "\(id)-\(number)", title: title(exposure, number),
      place: place.compactMap { $0 }.joined(separator: " · "), slots: slots(exposure),
      reckoning: reckoning(exposure))
  }

  /// Names one that is drawn elsewhere on the page, as a contradiction of some number.
  func refer(_ exposure: Exposure, _ number: Int, id: String, to contradiction: Int) -> Incident {
    let place = [
      exposure.own.own.createdAt.map(narration.time),
      narration.words("incident.risk", narration.numbers.decimal(exposure.risk)),
    ]
    return Incident(
      id: "\(id)-\(number)", title: title(exposure, number),
      place: place.compactMap { $0 }.joined(separator: " · "), slots: [], reckoning: "",
      elsewhere: .init(
        id: "\(ContradictionSection.itemID)-\(contradiction)",
        title: narration.words("incidents.above", String(contradiction))))
  }

  private func title(_ exposure: Exposure, _ number: Int) -> String {
    let worst = exposure.factors.max { ($0.tier, $0.product) < ($1.tier, $1.product) }
    let account = "\(number) · \(exposure.account)"
    guard let worst else { return account }
    return account + " · " + narration.name(of: worst.category) + ", "
      + narration.name(of: worst.tier)
  }

  private func slots(_ exposure: Exposure) -> [Incident.Slot] {
    let own = exposure.neighbours.filter { $0.side == .embedded }
    let drawing = SlotDrawing(narration: narration)
    let above = exposure.neighbours.filter { $0.side == .above }.map(drawing.draw)
    let below = exposure.neighbours.filter { $0.side == .below }.map(drawing.draw)
    return above + [drawing.drawOwn(exposure.own, embedded: own.first)] + below
  }

  /// The risk, factor by factor.
  private func reckoning(_ exposure: Exposure) -> String {
    let words = narration.words
    let numbers = narration.numbers
    let factors = exposure.factors.map { factor in
      let neighbour = exposure.neighbours[factor.neighbour]
      let weights = [
        factor.severity, factor.proximity, factor.visibility, factor.contradiction,
        factor.confidence,
      ].map { numbers.decimal($0) }.joined(separator: " × ")
      return SlotDrawing(narration: narration).position(neighbour) + ", "
        + narration.name(of: factor.category) + " (" + narration.name(of: factor.tier) + "): "
        + weights + " = " + numbers.decimal(factor.product)
    }
    return words("incident.reckoning", numbers.decimal(exposure.risk)) + " "
      + factors.joined(separator: "; ") + "."
  }
}
