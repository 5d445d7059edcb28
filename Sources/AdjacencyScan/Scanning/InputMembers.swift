package import Diagnostics
package import ExportReading

/// The exports that a path leads to: itself, or the members of an archive, one after another.
package struct InputMembers: ~Copyable {
  /// One export.
  package struct Member {
    /// What it is called in reports: the path, or `archive.zip!/member.json`.
    package let name: String
    /// Stands at its beginning.
    package let reader: ChunkReader
  }

  private let path: String
  private let reader: ChunkReader
  private var count = 0
  private var isAtEnd = false

  /// Opens a path; `isHashed` asks for digests of what is read.
  package init(of path: String, isHashed: Bool = false) throws(Diagnostic) {
    self.path = path
    do throws(ReadError) {
      reader = try ChunkReader(path: path, isHashed: isHashed)
    } catch {
      throw InputDiagnostics.unreadable(error, path)
    }
  }

  /// What to tell of the members that were passed over, once the end was reached.
  package var note: Diagnostic? {
    let count = reader.passedOver
    return count > 0 ? InputDiagnostics.passedOver(count, in: path) : nil
  }

  /// The next export, once the one before has been read as far as it will be; nil at the end.
  ///
  /// Throws, once, when the archive cannot be read further or holds no exports.
  package mutating func next() throws(Diagnostic) -> Member? {
    guard !isAtEnd else { return nil }
    guard reader.holdsMembers else {
      isAtEnd = true
      return Member(name: path, reader: reader)
    }
    let name: String?
    do throws(ReadError) {
      name = try reader.nextMember()
    } catch {
      isAtEnd = true
      throw InputDiagnostics.unreadable(error, path)
    }
    guard let name else {
      isAtEnd = true
      guard count > 0 else { throw InputDiagnostics.archiveWithoutExports(path) }
      return nil
    }
    count += 1
    return Member(name: "\(path)!/\(name)", reader: reader)
  }
}
