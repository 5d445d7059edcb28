import Digests
public import Diagnostics
import RulePacks
public import TimelineModel

/// Reads and begins baselines: findings that people have looked at.
public enum BaselineFile {
  private static let keys = ["findings"]
  private static let itemKeys = ["fingerprint", "rule", "verdict", "coders", "note"]
  private static let fingerprintLength = 32

  /// Reads the file; throws everything that is wrong with it.
  ///
  /// A finding whose verdict is still `unreviewed` is left out: it counts as before.
  public static func read(_ path: String) throws(DiagnosticList) -> Baseline {
    let source = try YAMLFile.source(path)
    let root = try YAMLFile.root(of: source, help: "list the reviewed findings under `findings:`")
    var reader = MappingReader(root, what: "the file", keys: keys, in: source)
    var items: [Baseline.Item] = []
    var seen: Set<String> = []
    if let node = reader.node("findings") {
      if case .sequence(let nodes) = node.content {
        for node in nodes {
          guard let item = item(node, source, &reader) else { continue }
          if !seen.insert(item.fingerprint).inserted {
            reader.fault(
              "P008", "`\(item.fingerprint)` stands twice in the file", at: node,
              help: "keep one of the two")
          }
          items.append(item)
        }
      } else {
        reader.fault(
          "P003", "`findings` is a list", at: node, help: "begin each finding with `- `")
      }
    } else {
      reader.missing("findings", help: "list the reviewed findings under `findings:`")
    }
    guard reader.faults.isEmpty else { throw DiagnosticList(reader.faults) }
    return Baseline(
      source: .init(
        path: path, sha256: SHA256Hasher.digest(of: source.bytes), listed: items.count),
      items: items)
  }

  private static func item(
    _ node: YAMLNode, _ source: PackSource, _ file: inout MappingReader
  ) -> Baseline.Item? {
    var reader = MappingReader(node, what: "a finding", keys: itemKeys, in: source)
    let fingerprint = reader.text("fingerprint", required: true)
    if let text = fingerprint, !isFingerprint(text.text) {
      reader.fault(
        "P006", "`fingerprint` is 32 hexadecimal digits", at: text,
        help: "copy it from the report")
    }
    let coders = coders(&reader)
    let verdict = reader.text("verdict", required: coders == nil)
    let stated = verdict.flatMap { Self.verdict($0, &reader) }
    let decided = stated ?? coders.flatMap { $0.first == $0.second ? $0.first : nil }
    if let coders, decided == nil, let node = reader.node("coders") {
      reader.fault(
        "P007", "the two coders differ (\(coders.first.rawValue), \(coders.second.rawValue))",
        at: node, help: "let a third person decide, and write it as `verdict`")
    }
    let rule = reader.text("rule")?.text
    let note = reader.text("note")?.text
    file.append(reader.faults)
    guard let fingerprint, let decided else { return nil }
    return Baseline.Item(
      fingerprint: fingerprint.text, verdict: decided, rule: rule, note: note, coders: coders)
  }

  /// The verdicts of two people; nil while one of them is still to come.
  private static func coders(_ reader: inout MappingReader) -> Baseline.Coders? {
    guard let node = reader.node("coders") else { return nil }
    let texts = reader.texts("coders")
    guard texts.count == 2 else {
      reader.fault(
        "P006", "`coders` is a list of two verdicts", at: node,
        help: "write `[confirmed, false-positive]`, or leave `coders` out")
      return nil
    }
    let verdicts = texts.map { verdict($0, &reader) }
    guard let first = verdicts[0], let second = verdicts[1] else { return nil }
    return Baseline.Coders(first: first, second: second)
  }

  /// A verdict, or nil for one that is still to come.
  private static func verdict(
    _ text: PlacedText, _ reader: inout MappingReader
  ) -> ReviewVerdict? {
    let decided = ReviewVerdict(rawValue: text.text)
    if decided == nil, text.text != unreviewed {
      reader.unknownName(
        text, key: "verdict", among: ReviewVerdict.allCases.map(\.rawValue) + [unreviewed])
    }
    return decided
  }

  private static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == fingerprintLength
      && text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
  }

  /// The verdict of a finding that nobody has looked at yet.
  private static let unreviewed = "unreviewed"

  /// A baseline to fill in: every finding of a report's sampling plan that nobody has reviewed.
  public static func new(from document: SavedDocument) -> String {
    var text = """
      # Findings to look at. Give each a verdict, and a note for those who come after you:
      #   false-positive  the rule is wrong here; it no longer counts
      #   accepted        the rule is right, and you live with it; it no longer counts, unless floor
      #   confirmed       the rule is right; it counts, and surely
      # Two people look at those with `coders`, without knowing of each other's verdict: write both.
      # Where they differ, a third decides, and `verdict` says what holds.
      findings:

      """
    let plan = document.review?.sampling
    var seen: Set<String> = []
    let items = (plan?.mandatory ?? []) + (plan?.categories.flatMap(\.findings) ?? [])
    for item in items where seen.insert(item.fingerprint).inserted {
      text += """
          - fingerprint: \(item.fingerprint)
            rule: \(item.rule)
            verdict: unreviewed

        """
      if item.double { text += "    coders: [unreviewed, unreviewed]\n" }
    }
    return seen.isEmpty ? text.replacing("findings:\n", with: "findings: []\n") : text
  }
}
