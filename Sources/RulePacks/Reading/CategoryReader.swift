internal import Diagnostics
internal import TimelineModel

/// Reads the list of categories.
enum CategoryReader {
  static func read(
    _ items: [YAMLNode], in source: PackSource
  ) -> (content: PackFileContent?, faults: [Diagnostic]) {
    var categories: [Category] = []
    var faults: [Diagnostic] = []
    for item in items {
      var reader = MappingReader(item, what: "a category", keys: PackKeys.category, in: source)
      if let category = read(&reader) { categories.append(category) }
      faults += reader.faults
    }
    return (.categories(categories), faults)
  }

  private static func read(_ reader: inout MappingReader) -> Category? {
    guard let id = reader.text("id", required: true) else { return nil }
    if !PackNames.isName(id.text) {
      reader.fault(
        PackCode.malformedName, "`\(id.text)` is not a category id", at: id,
        help: "write lower-case letters, digits and `-`, a letter first")
    }
    let summary = reader.text("summary", required: true)
    let definition = reader.text("definition", required: true)
    return Category(
      id: CategoryID(id.text), summary: summary?.text ?? "", definition: definition?.text ?? "",
      iab: reader.text("iab")?.text, tiers: tiers(&reader), place: id.place)
  }

  private static func tiers(_ reader: inout MappingReader) -> [Tier: String] {
    guard let node = reader.node("tiers") else {
      reader.missing("tiers", help: "say under `tiers:` what each tier means in this category")
      return [:]
    }
    let names = Tier.allCases.map(\.rawValue)
    var tiers = MappingReader(node, what: "`tiers`", keys: names, in: reader.source)
    var meanings: [Tier: String] = [:]
    for tier in Tier.allCases {
      meanings[tier] = tiers.text(tier.rawValue)?.text
    }
    reader.append(tiers.faults)
    return meanings
  }
}
