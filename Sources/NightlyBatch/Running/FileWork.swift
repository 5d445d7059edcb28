import Diagnostics
import Foundation
import ScanHistory

/// One file that a run has to look at.
struct FileWork: Sendable {
  let path: String
  let name: CaptureName
  let stamp: ArchiveFile.Stamp

  /// Files from this size on are read by all workers, one at a time; smaller ones by one worker
  /// each, several at a time.
  private static let large = 32 << 20

  /// Whether the file is worth all workers.
  var isLarge: Bool { stamp.size >= Self.large }

  /// What a look at the file came to.
  enum Result: Sendable {
    /// Its bytes are those of another file, which came to this input.
    case linked(ArchiveFile, Int64)
    /// It was measured.
    case measured(ArchiveFile, MeasuredFile)
    /// Nothing of it may be counted.
    case refused(ArchiveFile, Diagnostic)
  }

  /// Digests the file and measures it, unless its bytes are known; `isAnew` measures in any case.
  func perform(
    _ measurement: FileMeasurement, _ history: History, jobs: Int, isAnew: Bool
  ) async throws -> Result {
    var file = ArchiveFile(path: path, name: name, stamp: stamp, digest: nil, state: .read)
    do throws(FileStamp.Failure) {
      file.stamp = try FileStamp.read(path)
      file.digest = try FileStamp.digest(path)
    } catch {
      return refused(
        file, .unreadable,
        Diagnostic(
          .error, "F001", "cannot be read: \(error.reason)", at: .file(path),
          help: "check the path and its permissions"))
    }
    if !isAnew, let digest = file.digest, let input = try history.input(ofDigest: digest) {
      return hasChanged(since: file) ?? .linked(file, input)
    }
    let measured = try await measurement.measure(path, jobs: jobs)
    if let result = hasChanged(since: file) { return result }
    if let (state, diagnostic) = measured.refusal { return refused(file, state, diagnostic) }
    return .measured(file, measured)
  }

  /// A refusal when the file is no longer the one that was read.
  private func hasChanged(since file: ArchiveFile) -> Result? {
    guard (try? FileStamp.read(path)) != file.stamp else { return nil }
    return refused(
      file, .unsettled,
      Diagnostic(
        .warning, "B005", "changed while it was read; nothing of it was counted",
        at: .file(path), help: "the next run reads it again"))
  }

  private func refused(
    _ file: ArchiveFile, _ state: ArchiveFile.State, _ diagnostic: Diagnostic
  ) -> Result {
    var file = file
    file.state = state
    file.message = "\(diagnostic.code): \(diagnostic.message)"
    return .refused(file, diagnostic)
  }
}
