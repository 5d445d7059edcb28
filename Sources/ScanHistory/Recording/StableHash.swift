/// FNV-1a in 64 bits: the same for the same texts on every machine, and no secret.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Hashes some texts, told apart by what stands between them.
  init(of texts: [String]) {
    for text in texts {
      for byte in text.utf8 { add(byte) }
      add(0xFF)
    }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
