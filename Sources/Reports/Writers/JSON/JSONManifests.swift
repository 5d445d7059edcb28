import JSONText
import TimelineModel

/// How each input was taken, or that nobody says.
enum JSONManifests {
  static func write(_ review: Review, _ json: inout JSONWriter) {
    json.key("manifests")
    json.array { json in
      for (_, manifest) in review.manifests {
        guard let manifest else {
          json.null()
          continue
        }
        json.object { json in
          json.member("sha256", manifest.sha256)
          json.member("taken_by", manifest.takenBy)
          json.member("taken_at", manifest.takenAt.description)
          json.member("minutes", manifest.minutes.map(Double.init))
          json.member("account", manifest.viewer.handle)
          json.member("account_created", manifest.viewer.created)
          json.member("account_follows", manifest.viewer.follows.map(Double.init))
          json.member("account_settings", manifest.viewer.settings)
          json.member("device", manifest.device)
          json.member("page", manifest.page)
          json.member("tool", manifest.tool)
          json.member("attention", manifest.attention.rawValue)
          json.member("refreshes", manifest.refreshes.map(Double.init))
          json.member("note", manifest.note)
        }
      }
    }
  }
}
