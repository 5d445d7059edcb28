import JSONText
import TimelineModel

/// A page as JSON: `{"schema", "title", "sections": [{"title", "rows": [{column: value}]}]}`.
///
/// A share is `{"value", "low", "high"}` in 0...1; a column's key is its heading in lower case with
/// `-` for spaces.
enum JSONPage: PageWriter {
  static let id = "json"

  static func write(_ page: Page) -> String {
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.key("schema")
      json.value("alongside.rules-page/1")
      json.key("title")
      json.value(page.title)
      json.key("sections")
      json.array { json in
        for section in page.sections { write(section, &json) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ section: Page.Section, _ json: inout JSONWriter) {
    let keys = section.columns.map { $0.lowercased().replacing(" ", with: "-") }
    json.object { json in
      json.key("title")
      json.value(section.title)
      json.key("rows")
      json.array { json in
        for row in section.rows {
          json.object { json in
            for (key, cell) in zip(keys, row) {
              json.key(key)
              write(cell, &json)
            }
          }
        }
      }
    }
  }

  private static func write(_ cell: Cell, _ json: inout JSONWriter) {
    switch cell {
    case .text(let text): json.value(text)
    case .count(let count): json.value(count)
    case .number(let number, _): json.value(number)
    case .empty: json.null()
    case .share(let value, let interval), .perTenThousand(let value, let interval):
      json.object { json in
        json.key("value")
        json.value(value)
        guard let interval else { return }
        json.key("low")
        json.value(interval.lowerBound)
        json.key("high")
        json.value(interval.upperBound)
      }
    }
  }
}
