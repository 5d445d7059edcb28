import Digests
public import Diagnostics
import Foundation
import RulePacks
public import TimelineModel

/// Reads what the taker of a capture says of it; `docs/policy.md` has the reference.
public enum CaptureFile {
  private static let keys = [
    "taken-by", "taken-at", "minutes", "account", "device", "page", "tool", "attention",
    "refreshes", "note",
  ]
  private static let accountKeys = ["handle", "created", "follows", "settings"]

  /// Where a manifest of an export may lie: `home.ndjson.capture.yaml`, `home.capture.yaml`, or
  /// `capture.yaml` for all exports of a folder; nil where there is none.
  public static func path(for export: String) -> String? {
    guard export != "-" else { return nil }
    let file = NSString(string: file(of: export))
    let folder = NSString(string: file.deletingLastPathComponent)
    return [
      "\(file).capture.yaml", file.deletingPathExtension + ".capture.yaml",
      folder.appendingPathComponent("capture.yaml"),
    ].first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether a manifest speaks of all exports of its folder, and not of one alone.
  package static func isForFolder(_ manifest: String) -> Bool {
    NSString(string: manifest).lastPathComponent == "capture.yaml"
  }

  /// The file that holds an input: a member of an archive is described beside the archive.
  static func file(of input: String) -> String {
    input.components(separatedBy: "!/")[0]
  }

  /// The manifests of some exports, by export; throws what is wrong with any of them.
  public static func manifests(
    of exports: [String]
  ) throws(DiagnosticList) -> [String: CaptureManifest] {
    var read: [String: CaptureManifest] = [:]
    var manifests: [String: CaptureManifest] = [:]
    for export in exports {
      guard let path = path(for: export) else { continue }
      if read[path] == nil { read[path] = try self.read(path) }
      manifests[export] = read[path]
    }
    return manifests
  }

  /// Reads a manifest; throws everything that is wrong with it.
  public static func read(_ path: String) throws(DiagnosticList) -> CaptureManifest {
    let source = try YAMLFile.source(path)
    let root = try YAMLFile.root(of: source, help: "say at least who took the capture, and when")
    var reader = MappingReader(root, what: "the file", keys: keys, in: source)
    let takenBy = reader.text("taken-by", required: true)
    let takenAt = moment("taken-at", &reader)
    let page = reader.text("page", required: true)
    let tool = reader.text("tool", required: true)
    let names = CaptureManifest.Attention.allCases.map(\.rawValue)
    if !reader.has("attention") {
      reader.missing("attention", help: "say `seen` if it was on a screen, else `loaded`")
    }
    let attention = reader.name("attention", among: names) {
      CaptureManifest.Attention(rawValue: $0)
    }
    var manifest = CaptureManifest(
      path: path, sha256: SHA256Hasher.digest(of: source.bytes), takenBy: takenBy?.text ?? "",
      takenAt: takenAt ?? Instant(milliseconds: 0), page: page?.text ?? "",
      tool: tool?.text ?? "", attention: attention ?? .loaded)
    manifest.minutes = reader.integer("minutes", in: 0...100_000)
    manifest.refreshes = reader.integer("refreshes", in: 0...100_000)
    manifest.device = reader.text("device")?.text
    manifest.note = reader.text("note")?.text
    if let node = reader.node("account") {
      var account = MappingReader(node, what: "`account`", keys: accountKeys, in: source)
      manifest.viewer.handle = account.text("handle")?.text
      manifest.viewer.created = account.text("created")?.text
      manifest.viewer.follows = account.integer("follows", in: 0...10_000_000)
      manifest.viewer.settings = account.text("settings")?.text
      reader.append(account.faults)
    }
    guard reader.faults.isEmpty else { throw DiagnosticList(reader.faults) }
    return manifest
  }

  private static func moment(_ key: String, _ reader: inout MappingReader) -> Instant? {
    guard let text = reader.text(key, required: true) else { return nil }
    // A date alone does not say when; a time without a zone does not say where.
    let style = Date.ISO8601FormatStyle()
    guard let date = try? style.parse(text.text) else {
      reader.fault(
        "P006", "`\(key)` is a moment with its zone", at: text,
        help: "write it like 2026-01-23T15:42:00Z or 2026-01-23T15:42:00+01:00")
      return nil
    }
    return Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
  }

  /// What `alongside capture new` writes.
  public static let example = """
    # How this capture was taken. Lies beside the export as NAME.capture.yaml, or as capture.yaml for
    # all exports of a folder. The report prints it; without it, the report says so.

    taken-by: A. Clerk, press office
    taken-at: 2026-01-23T15:42:00Z      # when it began, with its zone
    minutes: 20                         # how long it took
    account:                            # the account that the page was seen with
      handle: a test account            # or its handle
      created: 2019-05
      follows: 312
      settings: default; sensitive media hidden
    device: Firefox 147 on a desktop, 1920 × 1080
    page: home, For You
    tool: Zeeschuimer 1.13
    attention: seen                     # seen: it was on the screen; loaded: perhaps not all of it
    refreshes: 3                        # how often the page was loaded anew
    note: no searches before, no clicks

    """
}
