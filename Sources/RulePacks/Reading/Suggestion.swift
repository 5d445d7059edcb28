/// Finds what an author may have meant.
package enum Suggestion {
  /// The candidate nearest to a misspelt word: at most a third of its letters differ.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where abs(candidate.count - word.count) <= limit {
      let distance = distance(Array(word.lowercased()), Array(candidate))
      if distance <= limit, distance < (best?.distance ?? .max) {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  /// The next step: the near miss when there is one, otherwise all that is allowed.
  package static func help(for word: String, among candidates: [String]) -> String {
    if let nearest = nearest(to: word, among: candidates) {
      return "did you mean `\(nearest)`?"
    }
    return "use one of \(candidates.map { "`\($0)`" }.joined(separator: ", "))"
  }

  /// The next step where a rule's id is none: the id that may have been meant, or how to see them all.
  package static func help(forRule id: String, among ids: [String]) -> String {
    nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
      ?? "`alongside rules list` names them all"
  }

  /// Edits from one word to the other, a swap of neighbours being one (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
