import JSONText
import TimelineModel

/// The answers to own posts over time, and to the most answered posts.
enum JSONReplies {
  static func write(_ replies: [ReplyFigures], _ json: inout JSONWriter) {
    json.list("replies", replies) { figures, json in
      json.member("account", figures.account)
      json.member("unsuitable", figures.unsuitable)
      json.member("answered_posts", figures.answeredPosts)
      json.list("weeks", figures.weeks) { week, json in
        json.member("start", week.start.description)
        writeMembers(week.surface, &json)
      }
      json.list("posts", figures.posts) { post, json in
        json.member("post", post.post)
        writeMembers(post.surface, &json)
      }
    }
  }

  private static func writeMembers(_ surface: Tally.ReplySurface, _ json: inout JSONWriter) {
    json.member("replies", surface.replies)
    json.member("quotes", surface.quotes)
    json.member("unsuitable", surface.unsuitable)
    json.member(surface.metrics)
  }
}
