import TimelineModel

/// Where a person can open a post whose export does not say.
enum Permalink {
  /// The address, or nil where none can be told from platform, handle and id.
  static func make(for post: Post) -> String? {
    guard post.platform == .x, !post.id.isEmpty, post.id.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    guard let handle = post.author.handle, isHandle(handle) else {
      return "https://x.com/i/web/status/\(post.id)"
    }
    return "https://x.com/\(handle)/status/\(post.id)"
  }

  /// Letters, digits and underscores: an export may claim any handle.
  private static func isHandle(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F }
  }
}
