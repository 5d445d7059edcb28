import Foundation
import GRDB
import TimelineModel

/// Adds up the own posts of a period, mark by mark, and puts the worst together again.
struct PeriodExposures {
  let db: Database
  let inputs: PeriodInputs

  func read(
    _ period: Period, into contents: inout PeriodContents, _ judge: (inout Exposure) -> Void
  ) throws {
    let rows = CaptureRows(db: db)
    var marks = MarkNumbers(db: db)
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
        guard mark.risk > 0, Self.isAmongWorst(mark, known),
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
      contents.outcome.captures.append(summary(of: capture, counted))
      contents.exposures[capture.method, default: 0] += counted
    }
  }

  private static func isAmongWorst(_ mark: ExposureMark, _ figures: ExposureFigures) -> Bool {
    func has(_ kept: [Exposure], _ limit: Int) -> Bool {
      kept.count < limit || mark.risk > (kept.last?.risk ?? 0)
    }
    return has(figures.worst, ExposureFigures.keptIncidents)
      || mark.isContradiction
        && has(figures.worstContradictions, ExposureFigures.keptContradictions)
  }

  private func summary(of capture: CaptureRows.Capture, _ counted: Int) -> CaptureSummary {
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
  private var posts: [Int64: (account: String, time: Int64?)] = [:]

  init(db: Database) {
    self.db = db
  }

  mutating func read(
    _ capture: CaptureRows.Capture, _ body: (ExposureMark, Bool) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT slot, post, surroundings, risk, is_counted FROM exposures WHERE capture = ?
        ORDER BY slot
        """)
    let rows = try Row.fetchCursor(statement, arguments: [capture.id])
    while let row = try rows.next() {
      var mark = try mark(row[2])
      let post = try post(row[1])
      mark.account = post.account
      mark.time = post.time.map { Instant(milliseconds: $0) }
      mark.platform = Platform(rawValue: capture.platform)
      mark.capture = Int(capture.id)
      mark.slot = row[0]
      mark.risk = row[3]
      try body(mark, row[4])
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

  private mutating func post(_ number: Int64) throws -> (account: String, time: Int64?) {
    if let known = posts[number] { return known }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.name, p.posted_at FROM own_posts p JOIN accounts a ON a.id = p.account
        WHERE p.id = ?
        """, arguments: [number])
    let post: (String, Int64?) = (row?["name"] ?? "", row?["posted_at"])
    posts[number] = post
    return post
  }
}
