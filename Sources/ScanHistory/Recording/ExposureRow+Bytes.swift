import TimelineModel

extension ExposureRow {
  /// The row as bytes that say where they end, to wait in a temporary file.
  package var bytes: [UInt8] {
    var row = RowBytes()
    write(to: &row)
    var length = RowBytes()
    length.write(row.bytes.count)
    return length.bytes + row.bytes
  }

  private func write(to row: inout RowBytes) {
    row.write(capture)
    row.write(slot)
    row.write(account)
    row.write(post)
    row.write(postedAt)
    row.write(url ?? "")
    row.write(recordedAt)
    row.write(newest)
    row.write(above)
    row.write(below)
    for flag in [isMeasured, isUnsafe, isUnsuitable, isContradiction, hasUnknown] {
      row.write(flag)
    }
    row.write(surroundings)
    row.write(risk)
    for count in [metrics.views, metrics.likes, metrics.reposts, metrics.replies] {
      row.write(count)
    }
    row.write(abovePost)
    row.write(belowPost)
    row.write(neighbours.count)
    for neighbour in neighbours { neighbour.write(to: &row) }
  }

  init(from row: inout RowBytes) {
    capture = row.integer()
    slot = row.integer()
    account = row.text()
    post = row.text()
    postedAt = row.optionalNumber()
    let url = row.text()
    self.url = url.isEmpty ? nil : url
    recordedAt = row.optionalNumber()
    newest = row.optionalNumber()
    above = row.integer()
    below = row.integer()
    isMeasured = row.flag()
    isUnsafe = row.flag()
    isUnsuitable = row.flag()
    isContradiction = row.flag()
    hasUnknown = row.flag()
    surroundings = row.list()
    risk = row.fraction()
    metrics.views = row.optionalNumber()
    metrics.likes = row.optionalNumber()
    metrics.reposts = row.optionalNumber()
    metrics.replies = row.optionalNumber()
    abovePost = row.optionalNumber()
    belowPost = row.optionalNumber()
    for _ in 0..<row.integer() { neighbours.append(Neighbour(from: &row)) }
  }
}

extension ExposureRow.Neighbour {
  fileprivate func write(to row: inout RowBytes) {
    row.write(place)
    row.write(Int(kind.rawValue))
    for flag in [isPromoted, isOwn, isUnknown] { row.write(flag) }
    row.write(post)
    row.write(author)
    row.write(findings.count)
    for finding in findings { finding.write(to: &row) }
  }

  fileprivate init(from row: inout RowBytes) {
    place = row.integer()
    kind = EntryKind(rawValue: UInt8(row.integer())) ?? .placeholder
    isPromoted = row.flag()
    isOwn = row.flag()
    isUnknown = row.flag()
    post = row.text()
    author = row.optionalNumber()
    for _ in 0..<row.integer() { findings.append(ExposureRow.Finding(from: &row)) }
  }
}

extension ExposureRow.Finding {
  fileprivate func write(to row: inout RowBytes) {
    row.write(rule)
    row.write(category)
    row.write(ruleTier.rawValue)
    row.write(confidence)
    row.write(target)
    row.write(tier?.rawValue ?? "")
    row.write(Int(role.rawValue))
    row.write(post)
    row.write(author)
    row.write(Int(field.rawValue))
    row.write(span.lowerBound)
    row.write(span.upperBound)
    row.write(isCovered)
    row.write(needsReview)
    row.write(fingerprint)
  }

  fileprivate init(from row: inout RowBytes) {
    rule = row.text()
    category = row.text()
    ruleTier = Tier(rawValue: row.text()) ?? .low
    confidence = row.fraction()
    target = row.text()
    tier = Tier(rawValue: row.text())
    role = ContentRole(rawValue: UInt8(row.integer())) ?? .own
    post = row.text()
    author = row.optionalNumber()
    field = FieldKind(rawValue: UInt8(row.integer())) ?? .text
    let start = row.integer()
    span = start..<row.integer()
    isCovered = row.flag()
    needsReview = row.flag()
    fingerprint = row.text()
  }
}

/// Cuts the bytes of rows, which come in pieces of any size, into rows.
package struct ExposureRowCutter {
  private var rest: [UInt8] = []

  /// Starts with nothing.
  package init() {}

  /// Takes a piece and hands on the rows that are whole.
  package mutating func add(_ piece: [UInt8], _ body: (ExposureRow) throws -> Void) rethrows {
    rest += piece
    var start = 0
    while let end = end(of: start) {
      var row = RowBytes(reading: Array(rest[start..<end]))
      _ = row.integer()
      try body(ExposureRow(from: &row))
      start = end
    }
    rest.removeFirst(start)
  }

  /// Where the row that starts at a byte ends; nil while it is not whole.
  private func end(of start: Int) -> Int? {
    guard let last = rest[start...].firstIndex(where: { $0 < 0x80 }) else { return nil }
    var head = RowBytes(reading: Array(rest[start...last]))
    let end = last + 1 + head.integer()
    return end <= rest.count ? end : nil
  }
}
