private import CCrypto

/// HMAC-SHA-256 (RFC 2104) with one key, by OpenSSL: hashes that nobody without the key can redo.
package struct KeyedHash: Sendable {
  private let key: [UInt8]

  /// Keeps a key of at least 16 bytes.
  package init(key: [UInt8]) {
    precondition(key.count >= 16, "BUG: a key that can be guessed")
    self.key = key
  }

  /// The first eight bytes of the code of a text, as a number.
  package func number(of text: String) -> Int64 {
    let bytes = Array(text.utf8)
    var code = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    // SAFETY: SHA-256 writes 32 bytes; the arrays outlive the call.
    let done = unsafe HMAC(
      EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &code, &count)
    guard unsafe done != nil, count == 32 else { preconditionFailure("out of memory") }
    return code.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
