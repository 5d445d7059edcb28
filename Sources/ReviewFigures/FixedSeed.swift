/// The seeds of whatever a review draws at random: fixed, so that the same scan gives the same bytes.
enum FixedSeed {
  static let bootstrap: UInt64 = 0x616C_6F6E_6773_6964
  static let shuffle: UInt64 = 0x6164_6A61_6365_6E74
}
