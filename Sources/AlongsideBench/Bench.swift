import Alongside
import Foundation
import PatternEngine
import RulePacks
import TimelineFormats
import TimelineModel

/// Measures the whole way of a post, and the parts of it, in one run on one machine.
///
/// `BENCH=full` also measures how cost grows with rules, with the length of posts and with windows;
/// `BENCH=growth` measures nothing else.
@main
struct Bench {
  private let folder: String
  private let program: String
  private let rules: String
  private let isFull: Bool
  private let showsOnlyGrowth: Bool

  static func main() async throws {
    let place = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("alongside-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let extent = ProcessInfo.processInfo.environment["BENCH"]
    let bench = Bench(
      folder: folder.path, program: place.appendingPathComponent("alongside").path,
      rules: place.appendingPathComponent("rules").path,
      isFull: extent == "full", showsOnlyGrowth: extent == "growth")
    try await bench.run()
  }

  private func run() async throws {
    let tweets = folder + "/tweets.ndjson"
    let canonical = folder + "/canonical.ndjson"
    try Timelines.writeTweets(isFull ? 160_000 : 40_000, to: tweets, own: true)
    try Timelines.writeCanonical(canonicalCount, to: canonical)
    // A child starts with the memory of its parent on its account, so these come first.
    let start = try startUp()
    guard !showsOnlyGrowth else { return try await growth(tweets, canonical, start) }
    try memory(tweets)
    let library = try LoadedRules(folder: rules).library
    let compiled = try CompiledRules(library)
    say("\n\(library.rules.count) rules")
    try throughput("X v1.1", tweets, XTweetsV1.self, compiled, start)
    try throughput("canonical", canonical, CanonicalPosts.self, compiled, start)
    try withoutPrefilter(canonical)
    try otherPrograms(compiled)
    if isFull { try await growth(tweets, canonical, start) }
  }

  /// The shortest of some runs, which others on the machine have disturbed least.
  private func best(_ arguments: [String], runs: Int = 3) throws -> ChildRun {
    let all = (0..<runs).compactMap { _ in ChildRun.of(program, arguments) }
    guard let best = all.min(by: { $0.processor < $1.processor }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return best
  }

  private func startUp() throws -> ChildRun {
    let path = folder + "/one.ndjson"
    try #"{"id":"1","text":"x"}"#.write(toFile: path, atomically: true, encoding: .utf8)
    let start = try best(["classify", path], runs: 7)
    Table("start to first verdict, all packs", ["ms", "ms of all cores", "MB"])
      .row("", [1_000 * start.elapsed, 1_000 * start.processor, Double(start.memory) / 1e6])
    return start
  }

  private func throughput(
    _ name: String, _ path: String, _ format: any TimelineFormat.Type, _ rules: CompiledRules,
    _ start: ChildRun
  ) throws {
    let stages = try Stages(of: path, as: format, rules)
    let posts = Double(stages.posts)
    let perPost = { (seconds: Double) in seconds / posts * 1e6 }
    let table = Table(
      "\(name): \(stages.posts) posts of \(stages.bytes / stages.posts) bytes",
      ["M posts/s", "GB/s", "µs/post", "× limit"])
    func row(_ label: String, _ seconds: Double) {
      guard seconds > 0 else { return say("\(label): too little to tell in this run") }
      table.row(
        label,
        [
          posts / seconds / 1e6, Double(stages.bytes) / seconds / 1e9, perPost(seconds),
          seconds / stages.limit,
        ])
    }
    let one = try best(["classify", "--jobs", "1", path])
    let two = try best(["classify", "--jobs", "2", path])
    row("1 worker, processor time", one.processor - start.processor)
    row("1 worker", one.elapsed - start.elapsed)
    row("2 workers", two.elapsed - start.elapsed)
    row("simdjson alone", stages.parse)
    row("limit: parse, one literal", stages.limit)
    for (label, seconds) in [
      ("· read", stages.read), ("· parse", stages.parse), ("· decode", stages.decode),
      ("· fold", stages.fold), ("· prefilter", stages.prefilter), ("· confirm", stages.confirm),
    ] {
      row(label, seconds)
    }
    let known =
      stages.read + stages.parse + stages.decode + stages.fold + stages.prefilter + stages.confirm
    row("· the rest: verdicts, merge", max(one.processor - start.processor - known, 0))
  }

  private func memory(_ tweets: String) throws {
    let table = Table("peak memory", ["MB"])
    let classify = try best(["classify", "--jobs", "2", tweets], runs: 1)
    table.row("classify, 2 workers", [Double(classify.memory) / 1e6])
    let scan = try best(
      ["scan", "--jobs", "2", "--own", "x:id:42", "--json", "/dev/null", tweets], runs: 1)
    table.row("scan, 2 workers", [Double(scan.memory) / 1e6])
  }

  /// All patterns without the prefilter: what one more post costs, once all of them are compiled.
  private func withoutPrefilter(_ canonical: String) throws {
    let few = folder + "/few.ndjson"
    let more = folder + "/more.ndjson"
    try Timelines.writeCanonical(2_000, to: few)
    try Timelines.writeCanonical(12_000, to: more)
    let options = ["classify", "--jobs", "1"]
    let table = Table("one more post, all patterns", ["µs/post", "× with the prefilter"])
    let with = try best(options + [canonical]).processor - best(options + [more]).processor
    let costs = with / Double(canonicalCount - 12_000)
    let without =
      try best(options + ["--no-prefilter", more], runs: 1).processor
      - best(options + ["--no-prefilter", few], runs: 1).processor
    table.row("with the prefilter", [costs * 1e6, 1])
    table.row("without", [without / 10_000 * 1e6, without / 10_000 / costs])
  }

  private var canonicalCount: Int { isFull ? 800_000 : 200_000 }

  /// Some patterns in the programs that everyone has: those that neither refuses, as one pattern.
  private func otherPrograms(_ rules: CompiledRules) throws {
    let plain = rules.patternSources.filter { !$0.contains("\n") && !$0.contains("(?x") }
      .sorted { $0.utf8.count < $1.utf8.count }
    // PCRE2 bounds the size of one pattern, which all of them together must keep to.
    var size = 0
    let patterns = plain.prefix { pattern in
      size += pattern.utf8.count
      return size < 16_000
    }
    let count = 20_000
    let (lines, posts) = (folder + "/lines.txt", folder + "/lines.ndjson")
    let (joined, pack) = (folder + "/pattern.txt", folder + "/pack")
    var texts = PostTexts(seed: 2)
    try (0..<count).map { _ in texts.next(length: 60) + "\n" }.joined()
      .write(toFile: lines, atomically: true, encoding: .utf8)
    try Timelines.writeCanonical(count, to: posts)
    try patterns.map { "(?:\($0))" }.joined(separator: "|")
      .write(toFile: joined, atomically: true, encoding: .utf8)
    try SyntheticPacks.write(patterns: Array(patterns), to: pack)
    let one = folder + "/one.ndjson"
    let start = try best(["classify", "--rules", pack, one])
    let table = Table("\(count) posts, \(patterns.count) short patterns", ["s", "µs/post"])
    func row(_ label: String, _ seconds: Double) {
      table.row(label, [seconds, seconds / Double(count) * 1e6])
    }
    let ours = try best(["classify", "--jobs", "1", "--rules", pack, posts])
    row("alongside, JSON and folding too", ours.processor - start.processor)
    for name in ["rg", "grep"] {
      // With nobody to read its count, grep would stop at the first match.
      let count = folder + "/count.txt"
      if let run = ChildRun.of(name, ["-c", "-i", "-P", "-f", joined, lines], output: count) {
        row("\(name) -P -f", run.processor)
      } else {
        say("\(name) -P -f refuses these patterns, or is not installed")
      }
    }
  }
}

// MARK: - Growth

extension Bench {
  private func growth(_ tweets: String, _ canonical: String, _ start: ChildRun) async throws {
    try growthWithRules(canonical)
    try growthWithLength(start)
    try await growthWithWindow(tweets)
  }

  private func growthWithRules(_ posts: String) throws {
    let table = Table("made-up rules", ["ms, first start", "ms to start", "µs/post", "MB"])
    let one = folder + "/one.ndjson"
    for count in [200, 2_000, 20_000] {
      let packs = folder + "/packs-\(count)"
      try SyntheticPacks.write(count, to: packs)
      // What the first start finds out is kept for those that follow.
      let first = try best(["classify", "--rules", packs, one], runs: 1)
      let start = try best(["classify", "--rules", packs, one])
      let run = try best(["classify", "--jobs", "1", "--rules", packs, posts], runs: 1)
      table.row(
        "\(count)",
        [
          1_000 * first.elapsed, 1_000 * start.elapsed,
          (run.processor - start.processor) / Double(canonicalCount) * 1e6,
          Double(run.memory) / 1e6,
        ])
    }
  }

  private func growthWithLength(_ start: ChildRun) throws {
    let table = Table("bytes of text in a post", ["µs/post", "ns/byte"])
    for length in [100, 1_000, 10_000, 100_000] {
      let count = 20_000_000 / length
      let path = folder + "/length.ndjson"
      try Timelines.writeCanonical(count, textLength: length, to: path)
      let run = try best(["classify", "--jobs", "1", path], runs: 1)
      let seconds = (run.processor - start.processor) / Double(count)
      table.row("\(length)", [seconds * 1e6, seconds / Double(length) * 1e9])
    }
  }

  private func growthWithWindow(_ tweets: String) async throws {
    let table = Table("window", ["s"])
    let loaded = try LoadedRules(folder: rules)
    for window in [1, 3, 10, 50] {
      var request = ScanRequest(exports: [tweets])
      request.policy.proximity = (0..<window).map { 1 / Double(1 << min($0, 8)) }
      request.organisation = Organisation(name: "bench", accounts: [.init(platform: .x, id: "42")])
      request.assumesFeedOrder = true
      let clock = ContinuousClock()
      let start = clock.now
      _ = try await request.report(with: loaded)
      table.row("\(window)", [seconds(clock.now - start)])
    }
  }
}

/// Prints a table as it is measured, row by row.
struct Table {
  private let width = 32

  init(_ title: String, _ columns: [String]) {
    say("\n" + Self.padded(title, width) + columns.map { Self.leading($0) }.joined())
  }

  func row(_ label: String, _ figures: [Double]) {
    let cells = figures.map { Self.leading(String(format: $0 < 10 ? "%.3f" : "%.1f", $0)) }
    say(Self.padded(label, width) + cells.joined())
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func leading(_ text: String) -> String {
    String(repeating: " ", count: max(1, 17 - text.count)) + text
  }
}

/// Prints a line at once, so that a long run can be watched.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
