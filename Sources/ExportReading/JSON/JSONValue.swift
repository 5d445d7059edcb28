/// A value of a parsed document: a position on simdjson's tape.
///
/// Valid only inside the closure that lent it. Reading follows the tape format that simdjson
/// documents: a word holds a type in its top byte and a payload below; numbers take a second word;
/// a container's first word knows where it ends; strings lie elsewhere behind a 32-bit length.
@frozen
@safe
package struct JSONValue {
  // SAFETY: both buffers belong to the parser that lends the value and outlive the loan; the
  // parser has checked the document, so every index that the tape names lies on the tape.
  @usableFromInline let tape: UnsafePointer<UInt64>
  @usableFromInline let strings: UnsafePointer<UInt8>
  @usableFromInline let index: Int

  @unsafe
  @inlinable
  package init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    unsafe self.tape = tape
    unsafe self.strings = strings
    self.index = index
  }

  /// What a value can be.
  @frozen
  package enum Kind: UInt8 {
    case object = 0x7B
    case array = 0x5B
    case string = 0x22
    case signed = 0x6C
    case unsigned = 0x75
    case double = 0x64
    case `true` = 0x74
    case `false` = 0x66
    case null = 0x6E
  }

  @inlinable var word: UInt64 {
    // SAFETY: see `tape`.
    unsafe tape[index]
  }

  @inlinable var tag: UInt8 { UInt8(truncatingIfNeeded: word >> 56) }

  /// The value's type.
  @inlinable package var kind: Kind {
    // SAFETY: simdjson writes no other tags for values.
    Kind(rawValue: tag) ?? .null
  }

  /// Whether the value is an object.
  @inlinable package var isObject: Bool { tag == Kind.object.rawValue }

  /// Whether the value is `null`.
  @inlinable package var isNull: Bool { tag == Kind.null.rawValue }

  /// Whether the value is an array.
  @inlinable package var isArray: Bool { tag == Kind.array.rawValue }

  /// The index of the first word after the value.
  @inlinable var end: Int {
    switch tag {
    case Kind.object.rawValue, Kind.array.rawValue: Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
    case Kind.signed.rawValue, Kind.unsigned.rawValue, Kind.double.rawValue: index + 2
    default: index + 1
    }
  }

  @inlinable func at(_ index: Int) -> JSONValue {
    // SAFETY: callers pass indices that the tape names.
    unsafe JSONValue(tape: tape, strings: strings, index: index)
  }

  /// The value as a string, or nil.
  @inlinable package var string: JSONString? {
    guard tag == Kind.string.rawValue else { return nil }
    return text
  }

  @inlinable var text: JSONString {
    // SAFETY: a string's payload is the offset of its length, which its bytes follow.
    let start = unsafe strings + Int(truncatingIfNeeded: word & 0x00FF_FFFF_FFFF_FFFF)
    let count = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return unsafe JSONString(start: start + 4, count: Int(count))
  }

  /// The value as a whole number: a number without fraction, or a string of digits.
  @inlinable package var integer: Int64? {
    switch tag {
    case Kind.signed.rawValue:
      // SAFETY: a number's second word holds its value.
      return unsafe Int64(bitPattern: tape[index + 1])
    case Kind.unsigned.rawValue:
      return unsafe Int64(exactly: tape[index + 1])
    case Kind.double.rawValue:
      return unsafe Int64(exactly: Double(bitPattern: tape[index + 1]))
    case Kind.string.rawValue:
      return text.integer
    default:
      return nil
    }
  }

  /// The value as a number, or nil; whole numbers beyond 2^53 are rounded.
  @inlinable package var number: Double? {
    // SAFETY: a number's second word holds its value.
    if tag == Kind.double.rawValue { return unsafe Double(bitPattern: tape[index + 1]) }
    return string == nil ? integer.map(Double.init) : nil
  }

  /// The value as a boolean, or nil.
  @inlinable package var bool: Bool? {
    switch tag {
    case Kind.true.rawValue: true
    case Kind.false.rawValue: false
    default: nil
    }
  }

  /// Whether the value is `true`.
  @inlinable package var isTrue: Bool { tag == Kind.true.rawValue }
}

extension JSONValue {
  /// The member of that key, or nil when it is absent or null, or this is no object.
  ///
  /// Walks the members in order: for several keys of one large object, `members` is cheaper.
  @inlinable
  package subscript(key: StaticString) -> JSONValue? {
    guard isObject else { return nil }
    let end = self.end - 1
    var position = index + 1
    while position < end {
      let value = at(position + 1)
      if at(position).text == key {
        return value.isNull ? nil : value
      }
      position = value.end
    }
    return nil
  }

  /// Whether the object has the key, even if its value is null.
  @inlinable
  package func has(_ key: StaticString) -> Bool {
    for (name, _) in members where name == key {
      return true
    }
    return false
  }

  /// The elements of an array; none when this is no array.
  @inlinable package var elements: Elements {
    Elements(value: self, position: index + 1, end: isArray ? end - 1 : 0)
  }

  /// The elements of the member of that key; none when it is no array.
  @inlinable
  package func elements(of key: StaticString) -> Elements {
    self[key]?.elements ?? Elements(value: self, position: 0, end: 0)
  }

  /// The members of an object, nulls included; none when this is no object.
  @inlinable package var members: Members {
    Members(value: self, position: index + 1, end: isObject ? end - 1 : 0)
  }

  /// Walks an array.
  @frozen
  package struct Elements: Sequence, IteratorProtocol {
    @usableFromInline let value: JSONValue
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable
    init(value: JSONValue, position: Int, end: Int) {
      self.value = value
      self.position = position
      self.end = end
    }

    /// The first element, or nil.
    @inlinable package var first: JSONValue? {
      var copy = self
      return copy.next()
    }

    @inlinable
    package mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      let element = value.at(position)
      position = element.end
      return element
    }
  }

  /// Walks an object.
  @frozen
  package struct Members: Sequence, IteratorProtocol {
    @usableFromInline let value: JSONValue
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable
    init(value: JSONValue, position: Int, end: Int) {
      self.value = value
      self.position = position
      self.end = end
    }

    /// The first member, or nil.
    @inlinable package var first: (key: JSONString, value: JSONValue)? {
      var copy = self
      return copy.next()
    }

    @inlinable
    package mutating func next() -> (key: JSONString, value: JSONValue)? {
      guard position < end else { return nil }
      let key = value.at(position).text
      let member = value.at(position + 1)
      position = member.end
      return (key, member)
    }
  }
}
