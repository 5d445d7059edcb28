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
      let texts = fixture.posts.flatMap { post in
        ([post.text] + post.quoted).map { TextScreen.Input($0.text, language: post.language) }
      }
      var screened = try TextScreen(rules, forFewTexts: true).screen(texts)[...]
      for post in fixture.posts {
        let own = screened.prefix(1 + post.quoted.count)
        screened = screened.dropFirst(own.count)
        faults += self.faults(of: post, screened: Array(own), in: source)
      }
    }
    return (faults, posts)
  }

  private func faults(
    of post: TimelineFixture.Post, screened: [ScreenedText], in source: PackSource
  ) -> [Diagnostic] {
    let texts = [post.text] + post.quoted
    let fired = Set(screened.flatMap(\.findings).map { rules.rules[Int($0.rule)].id })
    var faults: [Diagnostic] = []
    for expected in post.fires where !fired.contains(where: expected.refers) {
      guard rules.rules.contains(where: { expected.refers(to: $0.id) }) else {
        faults.append(unknown(expected, source))
        continue
      }
      faults.append(
        source.diagnostic(
          PackCode.missedExample, "`\(expected.text)` does not fire on this post",
          at: expected.place, length: expected.text.unicodeScalars.count,
          help: "see `alongside rules explain … --rule \(expected.text)`"))
    }
    for (text, found) in zip(texts, screened) {
      let ids = Set(found.findings.map { rules.rules[Int($0.rule)].id })
      for unexpected in ids.sorted() {
        if post.fires.contains(where: { $0.refers(to: unexpected) }) { continue }
        faults.append(
          source.diagnostic(
            PackCode.wrongMatch, "`\(unexpected)` fires on this post, which does not name it",
            at: text.place, length: text.text.unicodeScalars.count,
            help: "narrow the rule, or name it under `fires`"))
      }
    }
    return faults
  }

  private func unknown(_ id: PlacedText, _ source: PackSource) -> Diagnostic {
    let nearest = Suggestion.nearest(to: id.text, among: rules.rules.map(\.id))
    return source.diagnostic(
      PackCode.badReference, "there is no rule `\(id.text)`", at: id.place,
      length: id.text.unicodeScalars.count,
      help: nearest.map { "did you mean `\($0)`?" } ?? "see `alongside rules list`")
  }
}
