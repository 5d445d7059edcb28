#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Why an input could not be read, or not to its end.
package enum ReadError: Error, Hashable {
  /// What the operating system says.
  case system(Int32)
  /// A folder where a file is needed.
  case isFolder
  /// Compressed data that cannot be unpacked after so many good bytes.
  case damaged(after: Int)
  /// Compressed data that grows beyond `Bounds.expansion`.
  case expandsTooFar(after: Int)
  /// An archive with more than `Bounds.members` members.
  case tooManyMembers
  /// A member of an archive that needs a password.
  case encrypted

  /// The reason in words.
  package var reason: String {
    switch self {
    case .system(let code):
      // SAFETY: strerror returns a C string that is copied at once.
      unsafe String(cString: strerror(code)).lowercased()
    case .isFolder: "is a folder"
    case .damaged(let after): "the compressed data is damaged or cut short after byte \(after)"
    case .expandsTooFar(let after):
      "the compressed data grows more than \(Bounds.expansion) times, stopped after byte \(after)"
    case .tooManyMembers: "the archive has more than \(Bounds.members) members"
    case .encrypted: "a member of the archive is encrypted"
    }
  }
}
