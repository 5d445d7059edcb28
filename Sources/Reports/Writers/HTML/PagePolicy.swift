import Digests
import Foundation

/// The page's content security policy: nothing is loaded, nothing is run, one style sheet counts.
enum PagePolicy {
  /// The policy for a page with that style sheet in it.
  static func text(style: String) -> String {
    let digest = SHA256Hasher.digest(of: Array(style.utf8))
    return "default-src 'none'; style-src 'sha256-\(base64(hexadecimal: digest))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func base64(hexadecimal: String) -> String {
    let digits = Array(hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }
}
