/// An own post with what stood around it, drawn as it was seen.
struct Incident {
  /// The address within the page.
  let id: String
  /// The heading.
  let title: String
  /// Where and when.
  let place: String
  /// The slots, from the top of the page to its end.
  let slots: [Slot]
  /// How the risk came about.
  let reckoning: String
  /// Where it is drawn, if that is elsewhere on the page.
  var elsewhere: Elsewhere?

  /// A place on the same page.
  struct Elsewhere {
    let id: String
    let title: String
  }

  /// One slot.
  struct Slot {
    /// `mine` for the own post, `other` for another own post, a tier, `unknown` or `clean`.
    let mark: String
    /// Where it stands: "1 above".
    let position: String
    /// Who wrote it.
    let author: String?
    /// What it is, and what the platform marks it as.
    let badges: [String]
    /// When it was published.
    let time: String?
    /// Its address.
    let link: Link?
    /// Its own texts.
    let texts: [Passage]
    /// What is said in the place of texts.
    let note: String?
    /// Posts that it shows: quoted, passed on, answered.
    let inside: [Slot]
    /// What the rules found.
    let findings: [Reason]
  }

  /// An address with what it leads to.
  struct Link {
    let address: String
    let title: String

    /// Refuses what is no plain address.
    init?(address: String, title: String) {
      guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E })
      else { return nil }
      self.address = address
      self.title = title
    }
  }

  /// One text of a post.
  struct Passage {
    /// The part of the post, where it is not the post's own words.
    let part: String?
    /// The language that the platform states.
    let language: String?
    /// The text as shown first.
    let pieces: [Piece]
    /// The text as written, for readers who ask for it.
    let revealed: Revealed?
  }

  /// The text as written.
  struct Revealed {
    let title: String
    let pieces: [Piece]
  }

  /// A stretch of a text.
  struct Piece: Equatable {
    var text: String
    /// A rule found it.
    let isFound: Bool
  }

  /// Why a rule fired.
  struct Reason {
    let tier: String
    let title: String
    let rule: String
    let summary: String
  }
}
