import Alongside
import ArgumentParser
import TimelineModel

/// Whose posts are looked for.
struct OwnOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "An own account, such as x:@council or mastodon:@council@example.org; repeatable.",
      valueName: "platform:handle"))
  var own: [String] = []

  @Option(
    help: ArgumentHelp(
      "The policy: the organisation, its accounts and what it decided, as YAML.",
      valueName: "org.yaml"))
  var org: String?

  func validate() throws {
    for account in own where Self.account(account) == nil {
      throw ValidationError(
        "--own takes platform:handle, such as x:@council, not '\(account)'")
    }
  }

  /// Asks a scan for the organisation's posts by its policy, if one was named.
  func apply(to request: inout ScanRequest, _ rules: LoadedRules) throws {
    let named = own.compactMap(Self.account)
    guard let org else {
      guard !named.isEmpty else { return }
      request.organisation = Organisation(
        name: named.map(\.name).joined(separator: ", "), accounts: named)
      return
    }
    let policy = try PolicyFile.read(org, vocabulary: rules.vocabulary)
    request.organisation = policy.organisation
    request.organisation?.accounts += named
    request.addedAccounts = named
    request.policy = policy.risk
    request.reviewPolicy = policy.review
    request.policySource = policy.source
  }

  /// Reads `platform:@handle`, or `platform:id:12` where only the id is known.
  static func account(_ text: String) -> Organisation.OwnAccount? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    let platform = Platform(named: String(parts[0]))
    if parts[1].hasPrefix("id:") {
      let id = parts[1].dropFirst(3)
      return id.isEmpty ? nil : .init(platform: platform, id: String(id))
    }
    let handle = parts[1].hasPrefix("@") ? parts[1].dropFirst() : parts[1]
    // A Bluesky account may be named by its DID, which is an id.
    if handle.hasPrefix("did:") { return .init(platform: platform, id: String(handle)) }
    return handle.isEmpty ? nil : .init(platform: platform, handle: String(handle))
  }
}
