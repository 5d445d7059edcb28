import TimelineModel

/// Finds the postures that are not what they were.
enum PostureChanges {
  static func find(
    from before: [PostureStatement], to after: [PostureStatement]
  ) -> [PeriodChange.PostureChange] {
    after.compactMap { statement in
      let earlier = before.first { $0.scope == statement.scope }
      guard statement.posture != nil, earlier?.posture != statement.posture else { return nil }
      return .init(scope: statement.scope, before: earlier, after: statement)
    }
  }
}
