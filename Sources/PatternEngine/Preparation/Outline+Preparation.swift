extension Outline {
  /// Writes the automaton down.
  func write(to writer: inout PreparationWriter) {
    writer.append(nodes.map(\.label))
    writer.append(nodes.map(\.next))
    writer.append(nodes.map(\.other))
    writer.append([start])
    writer.append(classes)
    writer.append(isWord.map { $0 ? 1 : 0 as UInt8 })
    writer.append(members.map { $0 ? 1 : 0 as UInt8 })
  }

  /// Takes what `write` wrote; throws where that cannot be followed.
  convenience init(_ reader: inout PreparationReader) throws(PreparationError) {
    let labels: [Int16] = try reader.numbers()
    let nexts: [Number] = try reader.numbers()
    let others: [Number] = try reader.numbers()
    let start: [Number] = try reader.numbers()
    let classes: [UInt8] = try reader.numbers()
    let isWord: [UInt8] = try reader.numbers()
    let members: [UInt8] = try reader.numbers()
    guard reader.isAtEnd, nexts.count == labels.count, others.count == labels.count,
      start.count == 1, classes.count == 256, !isWord.isEmpty,
      members.count.isMultiple(of: isWord.count), classes.allSatisfy({ $0 < isWord.count })
    else { throw .malformed }
    let nodes = labels.indices.map { number in
      Node(label: labels[number], next: nexts[number], other: others[number])
    }
    let setCount = members.count / isWord.count
    guard nodes.indices.contains(Int(start[0])),
      nodes.allSatisfy({ Self.canBeFollowed($0, among: nodes.count, setCount) })
    else { throw .malformed }
    self.init(
      nodes, start: start[0], classes: classes, isWord: isWord.map { $0 != 0 },
      members: members.map { $0 != 0 })
  }

  private static func canBeFollowed(_ node: Node, among count: Int, _ setCount: Int) -> Bool {
    let isNextThere = node.next >= 0 && Int(node.next) < count
    return switch node.label {
    case Node.accept: true
    case Node.boundary: isNextThere
    case Node.fork: isNextThere && node.other >= 0 && Int(node.other) < count
    default: isNextThere && node.label >= 0 && Int(node.label) < setCount
    }
  }
}
