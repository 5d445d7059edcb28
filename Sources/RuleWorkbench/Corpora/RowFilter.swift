import ExportReading

/// Which rows of a corpus are meant: every member named has one of the values named; where none is
/// named, no row is.
struct RowFilter: Hashable, Sendable {
  /// A value that a member may have.
  enum Value: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case number(Double)

    init?(_ value: JSONValue) {
      if let text = value.string {
        self = .text(text.kept)
      } else if let flag = value.bool {
        self = .flag(flag)
      } else if let number = value.number {
        self = .number(number)
      } else {
        return nil
      }
    }
  }

  /// The members, a dot between the names of a member within a member, and their values.
  var members: [String: Set<Value>]

  /// Reads `{"label": ["racism"], "hateful": [true]}`.
  init(_ object: JSONValue) {
    members = [:]
    for (name, values) in object.members {
      members[name.kept] = Set(
        values.isArray ? values.elements.compactMap(Value.init) : [Value(values)].compactMap(\.self)
      )
    }
  }

  /// No row at all.
  static let nothing = RowFilter(members: [:])

  private init(members: [String: Set<Value>]) {
    self.members = members
  }

  /// Whether a row is meant; a member that is a list has each of its elements as a value.
  func admits(_ row: JSONValue) -> Bool {
    !members.isEmpty
      && members.allSatisfy { path, wanted in
        guard let value = row.member(at: path) else { return false }
        if value.isArray { return value.elements.contains { isWanted($0, wanted) } }
        return isWanted(value, wanted)
      }
  }

  private func isWanted(_ value: JSONValue, _ wanted: Set<Value>) -> Bool {
    Value(value).map(wanted.contains) ?? false
  }
}

extension JSONValue {
  /// The member of a name known only now, a dot leading into a member.
  func member(at path: String) -> JSONValue? {
    var value = self
    for name in path.split(separator: ".") {
      guard let next = value.members.first(where: { $0.key.kept == name })?.value else {
        return nil
      }
      value = next
    }
    return value
  }
}
