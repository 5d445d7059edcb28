internal import Diagnostics
internal import TimelineModel

/// What can only be checked with all packs at hand.
enum CrossPackChecks {
  static func faults(of library: RuleLibrary, categories: PackSource?) -> [Diagnostic] {
    packNames(library) + ruleIDs(library) + categoryIDs(library, categories)
      + categoryReferences(library)
  }

  private static func packNames(_ library: RuleLibrary) -> [Diagnostic] {
    var first: [String: RulePack] = [:]
    return library.packs.compactMap { pack in
      guard let other = first.updateValue(pack, forKey: pack.name) else { return nil }
      return Diagnostic(
        .error, PackCode.duplicateID, "the pack `\(pack.name)` is also in \(other.source.name)",
        at: .file(pack.source.name), help: "put both files into one, or rename one pack")
    }
  }

  private static func ruleIDs(_ library: RuleLibrary) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var first: [String: SourceLocation] = [:]
    var retired: [String: SourceLocation] = [:]
    for pack in library.packs {
      for id in pack.retired { retired[id.text] = pack.source.location(id.place) }
    }
    for (pack, rule) in library.rules {
      func fault(_ code: String, _ message: String, help: String) {
        faults.append(
          pack.source.diagnostic(
            code, message, at: rule.place, length: rule.id.unicodeScalars.count, help: help))
      }
      if let place = first[rule.id] {
        fault(
          PackCode.duplicateID, "`\(rule.id)` is already the id of the rule at \(place)",
          help: "give one of the two the next free number")
      } else {
        first[rule.id] = pack.source.location(rule.place)
      }
      if let place = retired[rule.id] {
        fault(
          PackCode.retiredID, "`\(rule.id)` was retired at \(place)",
          help: "an id is never used again; take the next free number")
      }
    }
    return faults
  }

  private static func categoryIDs(
    _ library: RuleLibrary, _ source: PackSource?
  ) -> [Diagnostic] {
    guard let source else { return [] }
    var seen: Set<CategoryID> = []
    return library.categories.compactMap { category in
      guard !seen.insert(category.id).inserted else { return nil }
      return source.diagnostic(
        PackCode.duplicateID, "the category `\(category.id)` stands twice", at: category.place,
        length: category.id.rawValue.count, help: "keep one of the two")
    }
  }

  private static func categoryReferences(_ library: RuleLibrary) -> [Diagnostic] {
    let known = library.categories.map(\.id.rawValue)
    var faults: [Diagnostic] = []
    for (pack, rule) in library.rules {
      for name in rule.categories where !known.contains(name.text) {
        faults.append(
          pack.source.diagnostic(
            PackCode.unknownName, "`\(name.text)` is not a category", at: name.place,
            length: name.text.unicodeScalars.count,
            help: known.isEmpty
              ? "list it in categories.yaml" : Suggestion.help(for: name.text, among: known)))
      }
    }
    return faults
  }
}
