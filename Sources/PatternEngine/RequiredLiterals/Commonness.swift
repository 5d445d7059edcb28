/// How often a string turns up in ordinary text: a rough estimate, to rank literals and nothing else.
///
/// Fitted to the words of 6 MB of posts, whose real share stays within a factor of ten of it for most.
enum Commonness {
  /// The estimated share of places in running text at which `bytes` begin.
  static func estimate(of bytes: [UInt8]) -> Double {
    let independent = bytes.reduce(1) { $0 * shareOfByte[Int($1)] }
    let share = max(independent, 0.001 * power(0.4, bytes.count))
    let word = bytes.split(separator: 0x20).max { $0.count < $1.count } ?? []
    if commonPieces.contains(Array(word)) { return 0.003 }
    return ordinaryWords.contains(Array(word)) ? max(share, 0.0003) : share
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<min(exponent, 16)).reduce(1) { product, _ in product * base }
  }

  /// The share of each byte in texts of European languages.
  private static let shareOfByte: [Double] = {
    var shares = [Double](repeating: 0.008, count: 256)
    for byte in 0x80...0xBF { shares[byte] = 0.125 }
    for byte in 0xC0...0xFF { shares[byte] = 0.016 }
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

  /// Short words and endings that are in nearly every text.
  private static let commonPieces = words(
    """
    al am an ar as at be de do du ed el en er es go ha he hi ic ie if im in is it la le li lo ma me \
    my ne nd ng no nt of on or ou po ra re ri ro sa se sh si so st ta te th ti to un up us ve we zu \
    all and any are ate but can der des die ein ell ent ere ers est ever for from get has have her \
    here his how ich ill ing ion into ist ive just les like may men ment not now one our out over \
    own per que ree sch self she some sse ste ted ter tha that the their them then there they thi \
    thin this tion und ung use user very was were what when who will with you your
    """)

  /// Words that turn up far more often than others of their length.
  private static let ordinaryWords = words(
    """
    about actually after again against aint already also always another anything around because \
    been before being believe best better black call called come coming could country cunt day did \
    does doing done down even every everyone fact family find first friend fuck fucking girl give \
    going good great group hand happy hate head help home hope keep kill know last left life little \
    live look looking love made make makes making many maybe mind money more morning most much must \
    need never news next nigga night nothing number off old only other part party people person \
    place please point police post president pretty public put rather read real really right said \
    same saying says school see shit should show small social somebody someone something still stop \
    such support sure take talk talking team tell than thank thanks thing things think thought time \
    today told tonight too took trump try trying two twitter until want watch way week well went \
    where which while white whole why without woman women work working world would wrong year years \
    yes yet young \
    aber alle alles als auch auf aus bei bin bis dann das dass dem den diese doch durch eine einen \
    einer für gegen geht habe haben hat hier immer jetzt kann kein keine leute mal man mehr mein mit \
    muss nach nicht nichts noch nur oder schon sein sich sie sind soll über unter viel von warum weg \
    wenn werden wie wieder wir wird zum zur \
    alors aussi autre avec bien cette comme contre dans deux dire dit donc elle encore être faire \
    fait faut gens ils jamais juste leur mais même mes moi mon mort nos nous parce pas pays plus pour \
    quand quoi rien sans ses ses sont sur tes toi ton toujours tous tout toute très une vie voir vos \
    vous vrai
    """)

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }
}
