import Foundation
import GRDB
import TimelineModel

/// The own posts of a period: added up mark by mark, or put together again one by one.
struct PeriodExposures {
  let db: Database

  /// Adds them up, and puts the worst together again.
  func read(
    _ period: Period, from inputs: PeriodInputs, into contents: inout PeriodContents,
    _ judge: (inout Exposure) -> Void
  ) throws {
    let rows = CaptureRows(db: db)
    var marks = try MarkNumbers(db: db)
    try rows.captures(of: period) { capture in
      let isThread = capture.surface == "thread"
      var figures = ExposureFigures()
      var counted = 0
      try marks.read(capture) { mark, isCounted in
        guard isCounted else {
          contents.repeats += 1
          return
        }
        counted += 1
        let known = isThread ? contents.outcome.threads : contents.outcome.feeds
        guard mark.risk > 0, Self.isAmongWorst(mark, known, figures),
          let kept = try rows.exposure(capture.id, slot: mark.slot)
        else { return figures.add(mark) }
        var exposure = Exposure(kept.row, mark, of: capture)
        judge(&exposure)
        figures.add(exposure, mark)
      }
      guard counted > 0 else { return }
      if isThread {
        contents.outcome.threads.add(figures)
      } else {
        contents.outcome.feeds.add(figures)
      }
      contents.outcome.captures.append(summary(of: capture, counted, inputs))
      contents.exposures[capture.method, default: 0] += counted
    }
  }

  /// Hands on every counted own post, put together again and judged, in the order of the figures.
  func each(
    of period: Period, _ judge: (inout Exposure) -> Void, _ body: (Exposure) throws -> Void
  ) throws {
    let rows = CaptureRows(db: db)
    var numbers = try MarkNumbers(db: db)
    try rows.captures(of: period) { capture in
      var marks: [Int: ExposureMark] = [:]
      try numbers.read(capture) { mark, isCounted in
        if isCounted { marks[mark.slot] = mark }
      }
      try rows.exposures(of: capture.id) { kept in
        guard let mark = marks[kept.row.slot] else { return }
        var exposure = Exposure(kept.row, mark, of: capture)
        judge(&exposure)
        try body(exposure)
      }
    }
  }

  /// Whether a mark may be among the worst: of those before its capture, and of those in it.
  private static func isAmongWorst(
    _ mark: ExposureMark, _ before: ExposureFigures, _ here: ExposureFigures
  ) -> Bool {
    func has(_ limit: Int, _ worst: KeyPath<ExposureFigures, [Exposure]>) -> Bool {
      [before, here].allSatisfy { figures in
        let kept = figures[keyPath: worst]
        return kept.count < limit || mark.risk > (kept.last?.risk ?? 0)
      }
    }
    return has(ExposureFigures.keptIncidents, \.worst)
      || mark.isContradiction
        && has(ExposureFigures.keptContradictions, \.worstContradictions)
  }

  private func summary(
    of capture: CaptureRows.Capture, _ counted: Int, _ inputs: PeriodInputs
  ) -> CaptureSummary {
    var summary = CaptureSummary(
      number: Int(capture.id), input: inputs.places[capture.input] ?? 0, feed: capture.feed,
      order: OrderClass(rawValue: capture.orderClass) ?? .stream,
      platform: Platform(rawValue: capture.platform), entries: capture.entries, exposures: counted)
    summary.slots = capture.slots
    summary.othersUnsafe = capture.othersUnsafe
    summary.othersUnsuitable = capture.othersUnsuitable
    return summary
  }
}

/// Decodes marks, each kind once.
private struct MarkNumbers {
  let db: Database
  private var marks: [Int64: ExposureMark] = [:]
  private var accounts: [Int64: String] = [:]

  init(db: Database) throws {
    self.db = db
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM accounts") {
      accounts[row[0]] = row[1]
    }
  }

  mutating func read(
    _ capture: CaptureRows.Capture, _ body: (ExposureMark, Bool) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT e.slot, p.account, p.posted_at, e.surroundings, e.risk, e.is_counted
        FROM exposures e JOIN own_posts p ON p.id = e.post WHERE e.capture = ? ORDER BY e.slot
        """)
    let platform = Platform(rawValue: capture.platform)
    let rows = try Row.fetchCursor(statement, arguments: [capture.id])
    while let row = try rows.next() {
      var mark = try mark(row[3])
      mark.account = accounts[row[1]] ?? ""
      mark.time = (row[2] as Int64?).map { Instant(milliseconds: $0) }
      mark.platform = platform
      mark.capture = Int(capture.id)
      mark.slot = row[0]
      mark.risk = row[4]
      try body(mark, row[5])
    }
  }

  private mutating func mark(_ number: Int64) throws -> ExposureMark {
    if let known = marks[number] { return known }
    let bytes = try Data.fetchOne(
      db, sql: "SELECT mark FROM surroundings WHERE id = ?", arguments: [number])
    var mark = ExposureMark(account: "", platform: Platform(rawValue: ""), capture: 0, slot: 0)
    guard let bytes, Surroundings.decode(Array(bytes), into: &mark) else {
      throw HistoryFault.unknownLayout
    }
    marks[number] = mark
    return mark
  }
}
