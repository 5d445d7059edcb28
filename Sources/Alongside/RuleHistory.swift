import Foundation
package import RulePacks

/// When rules last changed, as git remembers.
package enum RuleHistory {
  /// The day and short commit of the last change to each rule's lines, by id; nothing for packs
  /// that git does not keep.
  package static func lastChanges(of library: RuleLibrary) -> [String: String] {
    var changes: [String: String] = [:]
    for pack in library.packs {
      let url = URL(fileURLWithPath: pack.source.name).resolvingSymlinksInPath()
      let blame = try? RuleRevision.git(
        ["blame", "--line-porcelain", "--", url.lastPathComponent],
        in: url.deletingLastPathComponent().path, about: "HEAD")
      guard let blame else { continue }
      let lines = lastChanges(ofLines: String(decoding: blame, as: UTF8.self))
      let starts = pack.rules.map(\.place.line)
      for (number, rule) in pack.rules.enumerated() {
        let end = number + 1 < starts.count ? starts[number + 1] - 1 : lines.count
        let own = lines[min(starts[number] - 1, lines.count)..<min(end, lines.count)]
        if let last = own.max(by: { $0.time < $1.time }) { changes[rule.id] = last.words }
      }
    }
    return changes
  }

  private static func lastChanges(ofLines porcelain: String) -> [(time: Int, words: String)] {
    var lines: [(time: Int, words: String)] = []
    var commit = ""
    var time = 0
    for line in porcelain.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("\t") {
        lines.append((time, "\(day(time)) \(commit.prefix(7))"))
      } else if line.hasPrefix("author-time ") {
        time = Int(line.dropFirst("author-time ".count)) ?? 0
      } else if line.prefix(40).allSatisfy(\.isHexDigit), line.count > 40 {
        commit = String(line.prefix(40))
      }
    }
    return lines
  }

  /// The day in UTC.
  private static func day(_ time: Int) -> String {
    String(Date(timeIntervalSince1970: Double(time)).ISO8601Format().prefix(10))
  }
}
