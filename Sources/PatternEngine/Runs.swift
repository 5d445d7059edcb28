/// Short lists, one after the other in one array.
package struct Runs<Element: Sendable>: Sendable {
  /// The elements of all lists.
  package let elements: [Element]
  /// Where each list starts, and one end.
  private let starts: [Int32]

  package init(_ lists: [[Element]]) {
    elements = Array(lists.joined())
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
  }

  /// How many lists there are.
  package var count: Int { starts.count - 1 }

  /// One of the lists.
  @inline(__always)
  package subscript(list: Int) -> ArraySlice<Element> {
    elements[Int(starts[list])..<Int(starts[list + 1])]
  }

  /// Calls `body` with each element of a list.
  @inline(__always)
  func forEach(in list: Int, _ body: (Element) -> Void) {
    let elements = elements.span
    for place in Int(starts[list])..<Int(starts[list + 1]) { body(elements[place]) }
  }
}

extension Runs<Int32> {
  /// Takes what `write` wrote.
  package init(_ reader: inout PreparationReader) throws(PreparationError) {
    elements = try reader.numbers()
    starts = try reader.numbers()
    guard starts.first == 0, starts.last == Int32(elements.count),
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw .malformed }
  }

  /// Writes the lists down.
  package func write(to writer: inout PreparationWriter) {
    writer.append(elements)
    writer.append(starts)
  }
}
