package import Diagnostics
import PatternEngine
package import RulePacks
import TimelineModel

/// Holds packs against timelines: on every post the rules that it names fire, and no others.
package struct TimelineProof: Sendable {
  private let rules: CompiledRules

  /// Makes a proof of rules with the options of a scan.
  package init(_ rules: CompiledRules) {
    self.rules = rules
  }

  /// Everything in which timelines and rules differ, and how many posts were tried.
  package func faults(
    of sources: [PackSource]
  ) throws -> (faults: [Diagnostic], posts: Int) {
    var faults: [Diagnostic] = []
    var posts = 0
    for source in sources {
      let (fixture, found) = TimelineFixture.read(source)
      faults += found
      guard let fixture else { continue }
      posts += fixture.posts.count
      for post in fixture.posts { faults += try self.faults(of: post, in: source) }
    }
    return (faults, posts)
  }

  private func faults(
    of post: TimelineFixture.Post, in source: PackSource
  ) throws(PrefilterError) -> [Diagnostic] {
    let texts = [post.text] + post.quoted
    let screened = try TextScreen(rules).screen(
      texts.map { .init($0.text, language: post.language) })
    let fired = Set(screened.flatMap(\.findings).map { rules.rules[Int($0.rule)].id })
    var faults: [Diagnostic] = []
    for expected in post.fires where !fired.contains(expected.text) {
      faults.append(
        source.diagnostic(
          PackCode.missedExample, "`\(expected.text)` does not fire on this post",
          at: expected.place, length: expected.text.unicodeScalars.count,
          help: "see `alongside rules explain … --rule \(expected.text)`"))
    }
    for (text, found) in zip(texts, screened) {
      let ids = Set(found.findings.map { rules.rules[Int($0.rule)].id })
      for unexpected in ids.sorted() where !post.fires.contains(where: { $0.text == unexpected }) {
        faults.append(
          source.diagnostic(
            PackCode.wrongMatch, "`\(unexpected)` fires on this post, which does not name it",
            at: text.place, length: text.text.unicodeScalars.count,
            help: "narrow the rule, or name it under `fires`"))
      }
    }
    return faults
  }
}
