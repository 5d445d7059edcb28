/// Chooses the entries of a part that windows may need: those near own posts, and those near the
/// part's ends, next to which an own post may stand in another part.
enum NeededEntries {
  /// The indices of the needed slots, ascending.
  static func find(_ slots: [ScannedSlot], window: Int, _ captures: Int) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: slots.count)
    if captures <= 1 {
      mark(Array(slots.indices), slots, window, &isNeeded)
    } else {
      var runs = [[Int]](repeating: [], count: captures)
      for (index, slot) in slots.enumerated() { runs[Int(slot.capture)].append(index) }
      for run in runs { mark(run, slots, window, &isNeeded) }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  private static func mark(
    _ run: [Int], _ slots: [ScannedSlot], _ window: Int, _ isNeeded: inout [Bool]
  ) {
    for index in run.prefix(window) { isNeeded[index] = true }
    for index in run.suffix(window) { isNeeded[index] = true }
    for (place, index) in run.enumerated() where slots[index].account >= 0 {
      for neighbour in max(0, place - window)...min(run.count - 1, place + window) {
        isNeeded[run[neighbour]] = true
      }
    }
  }
}
