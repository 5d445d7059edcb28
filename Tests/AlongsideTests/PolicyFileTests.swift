import Alongside
import Diagnostics
import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("Policies")
struct PolicyFileTests {
  static let vocabulary = PolicyVocabulary(
    categories: ["abuse", "racism", "explicit", "profanity"].map { CategoryID($0) },
    themes: ["anti-racism", "memorial"].map { ThemeID($0) })

  private static func policy(_ text: String) throws -> OrganisationPolicy {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "org.yaml")
    return try PolicyFile.read(path, vocabulary: vocabulary)
  }

  /// Everything that is said about a policy.
  private static func faults(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "org.yaml")
    do throws(DiagnosticList) {
      _ = try PolicyFile.read(path, vocabulary: vocabulary)
      return "nothing is wrong\n"
    } catch {
      return error.diagnostics.map { DiagnosticRenderer().render($0) }.joined()
        .replacing(path, with: "org.yaml")
    }
  }

  @Test("the example reads as the defaults do")
  func example() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(PolicyExample.text, to: "org.yaml")
    let policy = try PolicyFile.read(path)
    #expect(policy.risk == RiskPolicy())
    #expect(policy.review == ReviewPolicy())
    #expect(policy.organisation.accounts.count == 2)
    #expect(policy.organisation.accounts[0].followers == 49_000)
    #expect(policy.source.defaulted == ["themes", "alternatives", "accuracy"])
  }

  @Test("what a policy says holds, and what it leaves out stays as it is")
  func values() throws {
    let policy = try Self.policy(
      """
      organisation: Town
      accounts: [{platform: x, handle: town}]
      themes: [memorial]
      contradictions:
        memorial: {racism: 2, abuse: 1.2}
        anti-racism: racism
      suitability: {default: high, racism: low, profanity: never}
      weights: {severity: {high: 0.7}, covered: 0.4, contradiction: 1.8}
      window: 2
      minimum-exposures: 500
      bands: {amber: 2%, red: 0.1}
      postures:
        - posture: suspend
          clause: enough is enough
          when: {contradictions: at least 3, safety-high: '> 2 %'}
      otherwise: continue-with-controls
      review-interval: 30 days
      alternatives: [Mastodon, bluesky]
      accuracy:
        suitability: {sensitivity: 80 % of 900, specificity: 0.995 of 10000}
      """)
    var risk = RiskPolicy()
    risk.severity[.high] = 0.7
    risk.coveredVisibility = 0.4
    risk.contradictionWeight = 1.8
    risk.contradictions = [
      ThemeID("memorial"): [CategoryID("racism"): 2, CategoryID("abuse"): 1.2],
      ThemeID("anti-racism"): [CategoryID("racism"): 1.8],
    ]
    risk.suitabilityDefault = .high
    risk.suitability = [CategoryID("racism"): .low, CategoryID("profanity"): Tier?.none]
    risk.proximity = [1, 0.5]
    risk.minimumExposures = 500
    #expect(policy.risk == risk)
    #expect(policy.review.themes == [ThemeID("memorial")])
    #expect(policy.review.bands == .init(amber: 0.02, red: 0.1))
    #expect(
      policy.review.clauses == [
        PostureClause(
          .suspend, text: "enough is enough",
          when: [.init(.safetyHigh, .above, 0.02), .init(.contradictions, .atLeast, 3)])
      ])
    #expect(policy.review.otherwise == .controlled)
    #expect(policy.review.intervalDays == 30)
    #expect(policy.review.alternatives == [.mastodon, .bluesky])
    #expect(policy.review.safetyAccuracy == nil)
    #expect(
      policy.review.suitabilityAccuracy
        == RuleAccuracy(
          sensitivity: .init(share: 0.8, sample: 900),
          specificity: .init(share: 0.995, sample: 10000)))
    #expect(policy.source.defaulted.isEmpty)
  }

  @Test("bad ones are told with place, mark and next step")
  func bad() throws {
    let start = "organisation: Town\naccounts: [{platform: x, handle: town}]\n"
    let cases = [
      "contradiction: {}\n", "contradictions: {memorials: [racism]}\n",
      "contradictions: {memorial: [racsm]}\n", "contradictions: {memorial: {racism: 0.5}}\n",
      "contradictions: [memorial]\n", "suitability: {racism: mild}\n",
      "suitability: {default: never}\n", "suitability: {rascism: low}\n",
      "weights: {severity: {floor: 2}}\n", "weights: {proximity: [1, 2]}\n",
      "weights: {contradiction: 1}\n", "window: 5\n", "window: none\n", "minimum-exposures: 0\n",
      "bands: {amber: 10 %, red: 5 %}\n", "bands: {amber: many}\n", "postures: suspend\n",
      "postures: [{posture: stop, when: {safety-low: at least 1 %}}]\n",
      "postures: [{posture: suspend}]\n", "postures: [{posture: suspend, when: {}}]\n",
      "postures: [{posture: suspend, when: {safety-lo: at least 1 %}}]\n",
      "postures: [{posture: suspend, when: {safety-low: 1 %}}]\n",
      "postures: [{posture: suspend, when: {exposures: below 1 %}}]\n",
      "postures: [{posture: suspend, when: {safety-low: at least 300}}]\n",
      "otherwise: go-on\n", "review-interval: monthly\n",
      "accuracy: {safety: {sensitivity: 0.8, specificity: 0.9 of 100}}\n",
      "accuracy: {safety: {sensitivity: 0.5 of 10, specificity: 0.4 of 10}}\n",
      "themes: [memorail]\n", "accounts: []\n",
    ]
    let text = try cases.map { "----\n\($0)====\n\(try Self.faults(start + $0))" }.joined()
    try Golden.expect(text, at: Repository.fixture("policies/bad.txt"))
  }
}
