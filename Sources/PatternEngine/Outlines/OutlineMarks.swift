/// Which nodes the step at hand has reached: shared by all outlines of a worker.
struct OutlineMarks {
  /// Nodes that are still to be looked at; empty between steps.
  var pending: [Outline.Number] = []
  private var marks: [UInt32] = []
  private var mark: UInt32 = 0

  /// Makes room for an outline of so many nodes.
  mutating func reserve(_ count: Int) {
    if marks.count < count { marks += repeatElement(0, count: count - marks.count) }
  }

  /// Begins a step: nothing is marked.
  @inline(__always)
  mutating func begin() {
    if mark == .max {
      for index in marks.indices { marks[index] = 0 }
      mark = 0
    }
    mark += 1
  }

  @inline(__always)
  func isMarked(_ node: Outline.Number) -> Bool { marks[Int(node)] == mark }

  @inline(__always)
  mutating func mark(_ node: Outline.Number) { marks[Int(node)] = mark }
}
