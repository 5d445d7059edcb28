import Digests
import Testing

@Suite("Digests")
struct DigestTests {
  @Test(
    "are those of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256Hasher.digest(of: Array(text.utf8)) == digest)
  }

  @Test("are those of FIPS 180-4 for a million letters")
  func million() {
    let digest = SHA256Hasher.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("do not depend on how the bytes come")
  func pieces() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hasher = SHA256Hasher()
    var start = 0
    for step in [0, 1, 63, 64, 65, 9000] {
      hasher.update(bytes, start..<start + step)
      start += step
    }
    hasher.update(bytes, start..<bytes.count)
    #expect(hasher.finish() == SHA256Hasher.digest(of: bytes))
  }
}
