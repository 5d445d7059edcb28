import RulePacks
import TimelineModel

extension PolicySections {
  private static let accountKeys = ["platform", "handle", "id", "department", "followers"]

  /// The organisation and its accounts.
  mutating func organisation(_ reader: inout MappingReader) -> Organisation {
    let name = reader.text("organisation", required: true)?.text ?? ""
    var accounts: [Organisation.OwnAccount] = []
    if reader.has("accounts") {
      let items = items("accounts", &reader)
      if let items, items.isEmpty, let node = reader.node("accounts") {
        reader.fault(
          "P003", "`accounts` names no account", at: node,
          help: "add a platform and a handle each")
      }
      for item in items ?? [] { accounts += account(item, &reader) }
    } else {
      reader.missing("accounts", help: "add `accounts:` with a platform and a handle each")
    }
    return Organisation(name: name, accounts: accounts)
  }

  private func account(
    _ node: YAMLNode, _ file: inout MappingReader
  ) -> [Organisation.OwnAccount] {
    var reader = MappingReader(node, what: "an account", keys: Self.accountKeys, in: source)
    let platform = reader.text("platform", required: true)
    let handle = reader.text("handle")
    let id = reader.text("id")
    if handle == nil, id == nil, reader.faults.isEmpty {
      reader.missing("handle", help: "add the `handle` or the `id` of the account")
    }
    let department = reader.text("department")?.text
    let followers = reader.integer("followers", in: 0...10_000_000_000)
    file.append(reader.faults)
    guard let platform else { return [] }
    if let handle, handle.text.allSatisfy({ $0 == "@" }) {
      file.fault("P004", "`handle` is empty", at: node, help: "write it like `handle: council`")
    }
    let bare = handle.map { $0.text.hasPrefix("@") ? String($0.text.dropFirst()) : $0.text }
    var account = Organisation.OwnAccount(
      platform: Platform(named: platform.text), handle: bare, id: id?.text, department: department)
    account.followers = followers
    return [account]
  }
}
