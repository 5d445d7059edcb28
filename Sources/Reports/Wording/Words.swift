/// Every phrase of the review in one language; the table is `Resources/words.tsv`.
struct Words: Sendable {
  let language: ReportLanguage
  /// Phrases by section and name.
  let phrases: [String: [String: String]]

  init(_ language: ReportLanguage) {
    self.language = language
    let column = Self.table.first?.firstIndex(of: language.rawValue) ?? 0
    var phrases: [String: [String: String]] = [:]
    for row in Self.table.dropFirst() where row.indices.contains(column) {
      let name = row[0].split(separator: ".", maxSplits: 1).map(String.init)
      phrases[name[0], default: [:]][name[1]] = row[column]
    }
    self.phrases = phrases
  }

  /// The phrase of a name such as `answer.title`, with `{1}`, `{2}` … filled in.
  func callAsFunction(_ name: String, _ parts: String...) -> String {
    fill(phrase(name), parts)
  }

  /// A number with its noun, such as "1 own post" and "3 own posts".
  func counted(_ noun: String, _ count: Int) -> String {
    let forms = phrase("noun." + noun).split(separator: "|")
    // French counts nothing in the singular.
    let isOne = count == 1 || count == 0 && language == .fr
    return Numbers(language).whole(count) + "\u{A0}" + (isOne ? forms[0] : forms[1])
  }

  private func phrase(_ name: String) -> String {
    let path = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard path.count == 2, let phrase = phrases[path[0]]?[path[1]] else {
      preconditionFailure("BUG: words.tsv has nothing for `\(name)` in `\(language)`")
    }
    return phrase
  }

  /// Puts the parts in their places; a part is never searched for places.
  private func fill(_ phrase: String, _ parts: [String]) -> String {
    var result = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
      let number = Int(rest[rest.index(after: open)..<close]), parts.indices.contains(number - 1)
    {
      result += rest[..<open] + parts[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The rows of the table; the first names the languages.
  static let table = String(decoding: PackageResources.words_tsv, as: UTF8.self)
    .split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
