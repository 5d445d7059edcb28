public import Diagnostics
import Foundation
package import RulePacks
public import TimelineModel

/// Reads an organisation and its accounts from YAML.
public enum OrganisationFile {
  private static let keys = ["organisation", "accounts"]
  private static let accountKeys = ["platform", "handle", "id", "department"]

  /// Reads the file; throws everything that is wrong with it.
  public static func read(_ path: String) throws(DiagnosticList) -> Organisation {
    try read(try source(path))
  }

  /// The file's bytes, for whoever keeps them.
  package static func source(_ path: String) throws(DiagnosticList) -> PackSource {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([
        Diagnostic(
          .error, "P001", "cannot be read", at: .file(path),
          help: "check the path and its permissions")
      ])
    }
    return PackSource(name: path, bytes: Array(data))
  }

  /// Reads the bytes of such a file; throws everything that is wrong with it.
  package static func read(_ source: PackSource) throws(DiagnosticList) -> Organisation {
    var faults: [Diagnostic] = []
    var organisation = Organisation(name: "", accounts: [])
    do throws(Diagnostic) {
      if let root = try YAMLReader.read(source) {
        organisation = read(root, source, &faults)
      } else {
        faults.append(
          Diagnostic(
            .error, "P002", "there is nothing in it", at: .file(source.name),
            help: "name the organisation and its accounts"))
      }
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    return organisation
  }

  private static func read(
    _ root: YAMLNode, _ source: PackSource, _ faults: inout [Diagnostic]
  ) -> Organisation {
    var reader = MappingReader(root, what: "the file", keys: keys, in: source)
    let name = reader.text("organisation", required: true)?.text ?? ""
    var accounts: [Organisation.OwnAccount] = []
    if let node = reader.node("accounts") {
      guard case .sequence(let items) = node.content else {
        reader.fault("P003", "`accounts` is a list", at: node, help: "begin each account with `- `")
        faults += reader.faults
        return Organisation(name: name, accounts: [])
      }
      if items.isEmpty {
        reader.fault(
          "P003", "`accounts` names no account", at: node,
          help: "add a platform and a handle each")
      }
      for item in items { accounts += account(item, source, &reader) }
    } else {
      reader.missing("accounts", help: "add `accounts:` with a platform and a handle each")
    }
    faults += reader.faults
    return Organisation(name: name, accounts: accounts)
  }

  private static func account(
    _ node: YAMLNode, _ source: PackSource, _ file: inout MappingReader
  ) -> [Organisation.OwnAccount] {
    var reader = MappingReader(node, what: "an account", keys: accountKeys, in: source)
    let platform = reader.text("platform", required: true)
    let handle = reader.text("handle")
    let id = reader.text("id")
    if handle == nil, id == nil, reader.faults.isEmpty {
      reader.missing("handle", help: "add the `handle` or the `id` of the account")
    }
    let department = reader.text("department")?.text
    file.append(reader.faults)
    guard let platform else { return [] }
    if let handle, handle.text.allSatisfy({ $0 == "@" }) {
      file.fault("P004", "`handle` is empty", at: node, help: "write it like `handle: council`")
    }
    let bare = handle.map { $0.text.hasPrefix("@") ? String($0.text.dropFirst()) : $0.text }
    return [
      Organisation.OwnAccount(
        platform: Platform(named: platform.text), handle: bare, id: id?.text,
        department: department)
    ]
  }
}
