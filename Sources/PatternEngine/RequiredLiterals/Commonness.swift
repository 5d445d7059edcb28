/// How often a string turns up in ordinary text: a rough estimate, to rank literals and nothing else.
enum Commonness {
  /// The estimated share of places in running text at which `bytes` begin, codes among them.
  static func estimate(of bytes: [UInt8]) -> Double {
    let boundaries =
      (bytes.first == Literal.Code.boundary ? 1 : 0) + (bytes.last == Literal.Code.boundary ? 1 : 0)
    return estimate(of: bytes[...], boundaries: boundaries)
  }

  /// The same for plain bytes.
  static func estimate(of bytes: ArraySlice<UInt8>, boundaries: Int = 0) -> Double {
    var share = 1.0
    // No word of its length is much rarer than that, once someone has thought of it.
    var floor = 0.001
    var word: UInt64 = 0
    var length = 0
    for byte in bytes {
      share *= shareOfByte[Int(byte)]
      if byte == 0x20 || Literal.Code.isCode(byte) { continue }
      floor *= 0.4
      word = word << 8 | UInt64(byte | 0x20)
      length += 1
    }
    share = max(share, floor)
    if boundaries > 0 {
      share *= boundaries == 1 ? 0.4 : 0.15
    } else if length < 4 {
      // Letters do not follow one another by chance.
      share *= length < 3 ? 5 : 2
    }
    guard length <= 8, let rank = ranks[word] else { return share }
    return share + 0.02 / Double(rank)
  }

  /// Whether a text of 50 bytes is likely to be without `byte`.
  static func isRare(_ byte: UInt8) -> Bool { shareOfByte[Int(byte)] < 0.02 }

  /// The share of each byte in texts of European languages.
  private static let shareOfByte: [Double] = {
    var shares = [Double](repeating: 0.008, count: 256)
    for byte in 0x80...0xBF { shares[byte] = 0.125 }
    for byte in 0xC0...0xDF { shares[byte] = 0.016 }
    for byte in 0xE0...0xF7 { shares[byte] = 0.002 }
    shares[Int(Literal.Code.anyCharacter)] = 1
    shares[Int(Literal.Code.nonWord)] = 0.25
    shares[Int(Literal.Code.word)] = 0.75
    shares[Int(Literal.Code.symbol)] = 0.05
    shares[Int(Literal.Code.space)] = 0.2
    shares[Int(Literal.Code.digit)] = 0.03
    shares[Int(Literal.Code.boundary)] = 1
    let letters: [(String, Double)] = [
      (" ", 0.165), ("e", 0.1), ("t", 0.077), ("aoin", 0.067), ("shr", 0.054), ("dl", 0.036),
      ("cumw", 0.024), ("fgypb", 0.017), ("vk", 0.008), ("jxqz", 0.0014),
    ]
    for (group, share) in letters {
      for byte in group.utf8 { shares[Int(byte)] = share }
      for byte in group.uppercased().utf8 { shares[Int(byte)] = share }
    }
    return shares
  }()

  /// The ranks of the commonest words and word pieces; by Zipf's law, a share goes with 1 ÷ rank.
  private static let ranks: [UInt64: Int] = {
    var ranks: [UInt64: Int] = [:]
    for list in [english, german, french] {
      for (rank, word) in list.split(whereSeparator: \.isWhitespace).enumerated()
      where word.utf8.count <= 8 {
        let number = word.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
        ranks[number] = min(rank + 1, ranks[number, default: .max])
      }
    }
    return ranks
  }()

  private static let english = """
    the in er an he re on at th to is it or en and you of st ing me ar al se le ha us so as all for \
    be no do that are we my this have not by but if ion ent her was with can your just his one what \
    out up like get they our who about from good love how now know him when will more day time she \
    go ive see new want don't there people im has some think would need make really look man men \
    only got come too their here had why them were back right even never much going well over been \
    way still let any than then said say off take life best last work girl into which because other \
    year after first tell night every could hope down always two thing shit most should being did \
    where him very show today stop thank happy help give hate before same feel better many wait \
    great big white talk again old ever own home everyone those actually sure ass fuck person live \
    another boy bad bitch call black dog end eat fun god guy head hear hell hit keep kid kill land \
    left let little long lot low mad maybe mean mind miss money mother must name next nothing off ok \
    once part party place play please point post put ran rat read real run sad school set sick since \
    sleep small someone something son start stay such support than their thought three through told \
    trying twitter until use used watch week while whole wife without woman women word world wrong \
    yeah yes yet you're
    """
  private static let german = """
    ich sie das ist du nicht und es der was wir er zu ein in mir mit ja wie den auf mich dass so \
    hier eine wenn all sind von dich haben für an habe da nein noch dir uns sich nur \
    einen kann dem auch schon als dann ihn mal hast sein ihr aus um aber doch mein keine nach oder \
    immer wird bei sehr mehr leute weil gegen alle durch jetzt über unter viel werden
    """
  private static let french = """
    de je est pas le vous la tu que un il et à ne les ce en on ça une ai pour des moi qui nous mais \
    me dans du bien elle si tout plus non mon suis te au avec va oui toi fait ils faire se comme été \
    sur son être bon sa votre par sont même leur sans très encore gens jamais toujours cette contre
    """
}
