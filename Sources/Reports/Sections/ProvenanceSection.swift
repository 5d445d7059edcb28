import Diagnostics
import TimelineModel

/// Where every figure came from, and how to make the report again, byte for byte.
enum ProvenanceSection: ReviewSection {
  static let id = "provenance"
  /// How many captures the table lists; all are in the CSV files.
  private static let shown = 24

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    return [
      .paragraph(
        words(narration.review.change == nil ? "provenance.again" : "provenance.againPeriod")),
      .command(command(narration)), .paragraph(words("provenance.options")), inputs(narration),
      .heading(words("provenance.manifests")),
    ] + manifests(narration)
      + [captures(narration), policy(narration), packs(narration)]
      .compactMap { $0 }
  }

  /// What to type; how many workers there were makes no difference.
  private static func command(_ narration: Narration) -> String {
    let words = narration.review.change.map(reportCommand) ?? scanCommand(narration)
    let language = narration.options.language
    return
      (words + (language == .en ? [] : ["--language", language.rawValue])
      + ["--report", "review.html"]).joined(separator: " ")
  }

  private static func reportCommand(_ change: PeriodChange) -> [String] {
    [
      "alongside", "report", "--history", "history.db", "--period", change.period.name,
      "--against", change.against?.name ?? "none",
    ]
  }

  private static func scanCommand(_ narration: Narration) -> [String] {
    let run = narration.run
    var words = ["alongside", "scan"] + narration.outcome.inputs.map { quoted($0.path) }
    if let source = run.policySource { words += ["--org", quoted(source.path)] }
    let named = run.policySource == nil ? run.organisation?.accounts ?? [] : run.addedAccounts
    words += named.flatMap { ["--own", quoted($0.name)] }
    if let baseline = narration.review.baseline { words += ["--baseline", quoted(baseline.path)] }
    if let format = run.format { words += ["--format", quoted(format)] }
    if let folder = run.rulesFolder { words += ["--rules", quoted(folder)] }
    if run.strictness != 1 { words += ["--strictness", String(run.strictness)] }
    if !run.appliesStance { words.append("--no-stance") }
    if run.assumesFeedOrder { words.append("--assume-feed-order") }
    if narration.options.text != .masked {
      words += ["--show-text", narration.options.text.rawValue]
    }
    if narration.options.showsAuthors { words.append("--show-authors") }
    return words
  }

  /// A word as a shell takes it; a control, which no sane path holds, is only named.
  private static func quoted(_ raw: String) -> String {
    let word = raw.unicodeScalars.map { $0.nameOfControl ?? String($0) }.joined()
    let isPlain = word.utf8.allSatisfy { byte in
      byte &- 0x30 < 11 || (byte | 0x20) &- 0x61 < 26 || "-_./@+,".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(
          separator: "'", omittingEmptySubsequences: false
        ).joined(separator: "'\\''") + "'"
  }

  private static func inputs(_ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    return .table(
      Table(
        words("provenance.inputs"),
        columns: [
          .text(words("provenance.file")), .text(words("provenance.format")),
          .number(words("provenance.records")),
          .number(words("provenance.bytes")), .text(words("provenance.whole")), .text("SHA-256"),
        ],
        rows: narration.outcome.inputs.map { input in
          [
            .init(input.path), .init(input.format ?? words("provenance.unread")),
            .init(numbers.whole(input.records)), .init(numbers.whole(input.bytes)),
            .init(words(input.isComplete ? "provenance.yes" : "provenance.no")),
            .code(input.sha256 ?? "\u{2013}"),
          ]
        }))
  }

  private static func manifests(_ narration: Narration) -> [Block] {
    let words = narration.words
    let stated = narration.review.manifests
    let absent = stated.filter { $0.manifest == nil }.map(\.input.path)
    var blocks: [Block] = []
    if !absent.isEmpty {
      let named = absent.prefix(shown).joined(separator: ", ")
      let rest = absent.count > shown ? " …" : ""
      blocks.append(.notice(words("provenance.unstated", named + rest)))
    }
    let rows = stated.compactMap { input, manifest in
      manifest.map { row(narration.files[input.path], $0, narration) }
    }
    guard !rows.isEmpty else { return blocks }
    let columns = ["file", "by", "when", "with", "on", "tool", "attention", "note"]
    return blocks + [
      .table(
        Table(
          words("provenance.manifestsCaption"),
          columns: columns.map { .text(words("provenance." + $0)) }, rows: rows))
    ]
  }

  private static func row(
    _ file: String, _ manifest: CaptureManifest, _ narration: Narration
  ) -> [Table.Cell] {
    let words = narration.words
    let viewer = manifest.viewer
    let account = [
      viewer.handle, viewer.created.map { words("provenance.created", $0) },
      viewer.follows.map { words.counted("follow", $0) }, viewer.settings,
    ].compactMap { $0 }
    let time =
      narration.time(manifest.takenAt)
      + (manifest.minutes.map { ", " + words.counted("minute", $0) } ?? "")
    let place = [manifest.page, manifest.device].compactMap { $0 }.joined(separator: ", ")
    let attention =
      words("attention." + manifest.attention.rawValue)
      + (manifest.refreshes.map { ", " + words.counted("refresh", $0) } ?? "")
    return [
      .init(file), .init(manifest.takenBy), .init(time),
      .init(account.isEmpty ? "\u{2013}" : account.joined(separator: ", ")), .init(place),
      .init(manifest.tool), .init(attention), .init(manifest.note ?? "\u{2013}"),
    ]
  }

  private static func captures(_ narration: Narration) -> Block? {
    let words = narration.words
    let numbers = narration.numbers
    let captures = narration.outcome.captures
    guard !captures.isEmpty else { return nil }
    var caption = words("provenance.captures")
    if captures.count > shown { caption += " " + words("breakdown.first", numbers.whole(shown)) }
    return .table(
      Table(
        caption,
        columns: [
          .text(words("provenance.capture")), .text(words("provenance.file")),
          .text(words("provenance.feed")),
          .text(words("provenance.order")), .number(words("provenance.entries")),
          .number(words("provenance.own")),
        ],
        rows: captures.prefix(shown).map { capture in
          let file = narration.files[narration.outcome.inputs[capture.input].path]
          return [
            .init(String(capture.number)), .init(file),
            .init(capture.feed), .init(words("order." + capture.order.rawValue)),
            .init(numbers.whole(capture.entries)), .init(numbers.whole(capture.exposures)),
          ]
        }))
  }

  private static func policy(_ narration: Narration) -> Block? {
    let words = narration.words
    let source = narration.run.policySource
    let baseline = narration.review.baseline
    let defaulted = source.map {
      $0.defaulted.isEmpty ? "\u{2013}" : $0.defaulted.joined(separator: ", ")
    }
    return .definitions(
      [
        Definition(
          term: words("provenance.policy"),
          meaning: source.map { $0.path + " · SHA-256 " + $0.sha256 }
            ?? words("provenance.noPolicy")),
        Definition(
          term: words("provenance.defaulted"), meaning: defaulted ?? words("provenance.all")),
        Definition(
          term: words("provenance.baseline"),
          meaning: baseline.map { $0.path + " · SHA-256 " + $0.sha256 } ?? words("provenance.none")),
        Definition(
          term: words("provenance.tool2"), meaning: "Alongside " + narration.run.toolVersion),
        Definition(
          term: words("provenance.strictness"),
          meaning: words(
            narration.run.appliesStance ? "provenance.stance" : "provenance.noStance",
            String(narration.run.strictness))),
      ])
  }

  private static func packs(_ narration: Narration) -> Block {
    let words = narration.words
    return .table(
      Table(
        words("provenance.packs"),
        columns: [
          .text(words("provenance.pack")), .text(words("provenance.version")),
          .number(words("provenance.rules")),
          .text("SHA-256"),
        ],
        rows: narration.run.packs.map { pack in
          [
            .init(pack.name), .init(pack.version), .init(narration.numbers.whole(pack.rules)),
            .code(pack.sha256),
          ]
        }))
  }
}
