/// Looks members of one object up by key, each search beginning where the last one ended.
///
/// Exports write the members of every record in the same order, so decoders that ask in that order
/// pass over an object once; asked in any other order the answers are the same.
@frozen
package struct MemberCursor {
  @usableFromInline let object: JSONValue
  @usableFromInline let start: Int
  @usableFromInline let end: Int
  @usableFromInline var position: Int

  /// Starts before the first member; a value that is no object has no members.
  @inlinable
  package init(_ object: JSONValue) {
    self.object = object
    start = object.index + 1
    end = object.isObject ? object.end - 1 : start
    position = start
  }

  /// The member of that key, or nil when it is absent or null.
  @inlinable
  package mutating func next(_ key: StaticString) -> JSONValue? {
    search(key, from: position, to: end) ?? search(key, from: start, to: position)
  }

  /// The member of that key as a string, or nil.
  @inlinable
  package mutating func string(_ key: StaticString) -> JSONString? {
    next(key)?.string
  }

  @inlinable
  mutating func search(_ key: StaticString, from first: Int, to last: Int) -> JSONValue? {
    var index = first
    while index < last {
      let value = object.at(index + 1)
      let next = value.end
      if object.at(index).text == key {
        position = next
        return value.isNull ? nil : value
      }
      index = next
    }
    return nil
  }
}
