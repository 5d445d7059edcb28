public import Diagnostics
import Foundation
import RulePacks
import ScanHistory

/// Reads the settings of a nightly run from YAML; paths in it are relative to its folder.
public enum BatchFile {
  private static let keys = [
    "archives", "exclude", "history", "organisation", "rules", "names", "since", "format",
    "strictness", "stance", "assume-feed-order", "jobs", "metrics", "on-posture-change",
    "posture-days", "keep-days",
  ]

  /// Reads the file; throws everything that is wrong with it.
  public static func read(_ path: String) throws(DiagnosticList) -> BatchSettings {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([
        Diagnostic(
          .error, "P001", "cannot be read", at: .file(path),
          help: "check the path and its permissions")
      ])
    }
    let source = PackSource(name: path, bytes: Array(data))
    var faults: [Diagnostic] = []
    var settings = BatchSettings()
    do throws(Diagnostic) {
      if let root = try YAMLReader.read(source) {
        var reader = MappingReader(root, what: "the file", keys: keys, in: source)
        settings = read(&reader)
        faults = reader.faults
      }
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    return settings.relative(to: URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  private static func read(_ reader: inout MappingReader) -> BatchSettings {
    var settings = BatchSettings()
    settings.archives = reader.texts("archives").map(\.text)
    settings.exclude = reader.texts("exclude").map(\.text)
    settings.history = reader.text("history")?.text ?? ""
    settings.organisation = reader.text("organisation")?.text ?? ""
    settings.rules = reader.text("rules")?.text
    settings.names = names(&reader)
    settings.since = day("since", &reader)
    settings.format = reader.text("format")?.text
    settings.strictness = reader.integer("strictness", in: 1...3) ?? settings.strictness
    settings.appliesStance = flag("stance", &reader) ?? settings.appliesStance
    settings.assumesFeedOrder = flag("assume-feed-order", &reader) ?? settings.assumesFeedOrder
    settings.jobs = reader.integer("jobs", in: 1...256)
    settings.metrics = reader.text("metrics")?.text
    settings.onPostureChange = reader.texts("on-posture-change").map(\.text)
    settings.postureDays =
      reader.integer("posture-days", in: 1...3660) ?? settings.postureDays
    settings.keepDays = reader.integer("keep-days", in: 1...36_500)
    return settings
  }

  private static func names(_ reader: inout MappingReader) -> [NamePattern] {
    var patterns: [NamePattern] = []
    for text in reader.texts("names") {
      do throws(Diagnostic) {
        patterns.append(try NamePattern(text.text))
      } catch {
        reader.fault(error.code, error.message, at: text, help: error.help)
      }
    }
    return patterns
  }

  private static func day(_ key: String, _ reader: inout MappingReader) -> String? {
    guard let text = reader.text(key) else { return nil }
    if let (day, _) = CaptureName.moment(in: text.text), day == text.text { return day }
    reader.fault(
      "B008", "`\(key)` is a day", at: text, help: "write it like 2026-01-23")
    return nil
  }

  private static func flag(_ key: String, _ reader: inout MappingReader) -> Bool? {
    reader.name(key, among: ["true", "false"]) { ["true": true, "false": false][$0] }
  }
}

extension BatchSettings {
  fileprivate func relative(to folder: URL) -> BatchSettings {
    func place(_ path: String) -> String {
      path.isEmpty ? path : URL(fileURLWithPath: path, relativeTo: folder).path
    }
    var settings = self
    settings.archives = archives.map(place)
    settings.history = place(history)
    settings.organisation = place(organisation)
    settings.rules = rules.map(place)
    settings.metrics = metrics.map(place)
    return settings
  }
}
