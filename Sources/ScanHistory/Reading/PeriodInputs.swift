import GRDB
import TimelineModel

/// The inputs of a period, in an order that depends on what they hold alone.
struct PeriodInputs {
  private(set) var summaries: [InputSummary] = []
  private(set) var pruned = 0
  /// The place of each input among the summaries.
  private(set) var places: [Int64: Int] = [:]
  private var methodOf: [Int64: Int64] = [:]

  init(of period: Period, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM inputs
        WHERE day BETWEEN :first AND :last OR id IN (
          SELECT input FROM captures WHERE day BETWEEN :first AND :last)
        ORDER BY day, content
        """, arguments: ["first": period.first, "last": period.last])
    while let row = try rows.next() {
      let content: String = row["content"]
      let name = CaptureName(text: row["name"]).words
      // A path may change without the content; a report made again must not.
      var summary = InputSummary(path: (name + ["#" + content.prefix(12)]).joined(separator: " "))
      summary.format = row["format"]
      summary.bytes = row["bytes"]
      summary.sha256 = content
      summary.records = row["records"]
      summary.problems = row["problems"]
      summary.isComplete = true
      places[row["id"]] = summaries.count
      methodOf[row["id"]] = row["method"]
      pruned += row["is_pruned"] == 1 ? 1 : 0
      summaries.append(summary)
    }
  }

  /// The methods with what they measured, the oldest first; `counted` has the own posts.
  func methods(
    counted: [Int64: Int], in db: Database
  ) throws -> [PeriodContents.Share] {
    let inputs = Dictionary(methodOf.values.map { ($0, 1) }, uniquingKeysWith: +)
    return try inputs.sorted { $0.key < $1.key }.compactMap { number, inputs in
      guard let method = try Method.fetch(number, in: db) else { return nil }
      return .init(method: method, inputs: inputs, exposures: counted[number] ?? 0)
    }
  }
}

extension CaptureName {
  /// What is known, for a reader.
  fileprivate var words: [String] {
    [platform?.rawValue, feed, viewer, day, time].compactMap { $0 }
  }
}
