private import CCrypto

/// A running SHA-256, by OpenSSL.
@safe
package struct SHA256Hasher: ~Copyable {
  // SAFETY: made in init, freed in deinit, one owner.
  private let context: OpaquePointer

  /// How many digits a digest has.
  package static let length = 64

  /// Starts a digest of nothing.
  package init() {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else {
      preconditionFailure("out of memory")
    }
    unsafe self.context = context
  }

  deinit {
    // SAFETY: the only owner goes away.
    unsafe EVP_MD_CTX_free(context)
  }

  /// Adds `bytes[range]`.
  package mutating func update(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.upperBound <= bytes.count, "BUG: digest out of bounds")
    // SAFETY: the range lies within the array.
    _ = unsafe bytes.withUnsafeBytes { buffer in
      unsafe EVP_DigestUpdate(
        context, buffer.baseAddress.map { unsafe $0 + range.lowerBound }, range.count)
    }
  }

  /// The digest of all bytes so far in 64 hexadecimal digits; ends the digest.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    // SAFETY: SHA-256 writes 32 bytes.
    unsafe EVP_DigestFinal_ex(context, &digest, nil)
    return Self.hexadecimal(digest)
  }

  /// The digest of some bytes in hexadecimal.
  package static func digest(of bytes: [UInt8]) -> String {
    var hasher = SHA256Hasher()
    hasher.update(bytes, bytes.indices)
    return hasher.finish()
  }

  /// Two lower-case digits a byte.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    var digits: [UInt8] = []
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
