import Foundation

/// Makes up texts of posts, the same in every run: sentences, links, mentions, some of them abusive.
struct PostTexts {
  private var state: UInt64

  init(seed: UInt64 = 1) { state = seed }

  private static let openings = [
    "Please note that", "We are glad that", "Did you hear that", "I still think", "This morning",
    "According to the council", "Thanks to everybody here,", "For once", "My neighbour says",
    "After the meeting", "Nobody told me that", "Reminder:", "Good to see that", "Honestly,",
    "Wir freuen uns, dass", "Heute wissen wir, dass", "On me dit que", "Ce matin",
  ]
  private static let subjects = [
    "the library", "the night bus", "our swimming pool", "the school on the hill", "the market",
    "a group of refugees", "the women's shelter", "the police station", "the football club",
    "the mosque next door", "the pride parade", "the town hall", "the new bakery", "the gay choir",
    "the disabled ramp", "die Bürgerinitiative", "le marché couvert", "the black cat", "the river",
  ]
  private static let verbs = [
    "opens again", "was closed", "is looking for helpers", "has been repaired", "needs your vote",
    "will kill the evening with music", "was full of people", "is about to hang new lights",
    "got a grant", "has lost its keys", "is hit by the strike", "wird heute eröffnet",
    "fête ses dix ans", "should be sent back to the planners", "is not what they promised",
  ]
  private static let endings = [
    "on Friday.", "at half past nine!", "after all these years.", "and everyone is welcome",
    "so bring your own cup.", "because of the weather…", "— details below.", "for the third time 😡",
    "and that’s fine by me 🎉", "in spring 🌷🌷", "für alle.", "à côté de l’église.", "#local #news",
    "in the whole district.", "with coffee ☕ and cake.", "and I love it.", "who knows why?",
  ]
  private static let insults = [
    "you stupid fucking idiots, shut up", "go back to your own country", "what a bunch of morons",
    "i hope you all die", "these immigrants are vermin", "hot girls, free porn in bio",
    "fuck off you absolute cunt", "women belong in the kitchen",
  ]

  /// A number below `bound`, by SplitMix64.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// A text of about `length` bytes; one of twenty is one that a pack should find.
  mutating func next(length: Int) -> String {
    var text = below(4) == 0 ? "@user\(below(9_999)) " : ""
    if below(20) == 0 { text += pick(Self.insults) + ". " }
    repeat {
      text += pick(Self.openings) + " " + pick(Self.subjects) + " " + pick(Self.verbs) + " "
      text += pick(Self.endings) + " "
      // Names and numbers keep the words of a million posts from being those of a hundred.
      text += "No. \(below(99_999)) \(name()) "
    } while text.utf8.count < length
    return below(3) == 0 ? text + "https://t.co/" + name() : text
  }

  /// A word that is in no dictionary.
  private mutating func name() -> String {
    let syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wen", "zar", "dol"]
    return (0..<2 + below(3)).map { _ in pick(syllables) }.joined().capitalized
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }
}
