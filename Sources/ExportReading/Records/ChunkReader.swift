private import Guarding

/// Cuts an input into chunks of whole records; any number of workers may draw from it.
///
/// Whoever draws reads: the lock is held while bytes come in, never while they are parsed, so
/// nothing is read before a worker has room for it.
package final class ChunkReader: Sendable {
  private let state: Guarded<ChunkCutter>

  /// Opens an input; `-` is standard input.
  ///
  /// With `isHashed` the unpacked bytes are digested. `chunkSize` is how many bytes are read at a
  /// time, on which no record depends; `recordLimit` is how long a record may grow.
  package init(
    path: String, isHashed: Bool = false, chunkSize: Int = Bounds.chunk,
    recordLimit: Int = Bounds.record
  ) throws(ReadError) {
    let source = try ByteSource(path: path)
    state = Guarded(
      ChunkCutter(
        source: source, isHashed: isHashed, chunkSize: chunkSize, recordLimit: recordLimit))
  }

  /// Fills `chunk` with the next records and returns false at the end.
  ///
  /// The chunk's memory is used again. An error comes after the records that were read before it,
  /// and ends the input.
  package func fill(_ chunk: inout Chunk) throws(ReadError) -> Bool {
    // A closure of `withLock` must not capture inout state that is also sent: the chunk goes in
    // and comes out as a value.
    var moved = Chunk()
    swap(&moved, &chunk)
    let outcome: Result<Bool, ReadError> = state.withLock { cutter in
      do throws(ReadError) {
        return .success(try cutter.fill(&moved))
      } catch {
        return .failure(error)
      }
    }
    swap(&moved, &chunk)
    return try outcome.get()
  }

  /// Whether the input is an archive, whose records come member by member.
  package var holdsMembers: Bool {
    state.withLock { $0.holdsMembers }
  }

  /// Goes to the archive's next member that may be an export and returns its name; nil at the end.
  ///
  /// The member then reads like an input of its own; nobody may still draw from the one before.
  package func nextMember() throws(ReadError) -> String? {
    let outcome: Result<String?, ReadError> = state.withLock { cutter in
      do throws(ReadError) {
        return .success(try cutter.nextMember())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// How many members no export can be in, by their names.
  package var passedOver: Int {
    state.withLock { $0.passedOver }
  }

  /// Unpacked bytes read so far, of the member that is being read.
  package var bytesRead: Int {
    state.withLock { $0.bytesRead }
  }

  /// The SHA-256 of the unpacked bytes, in hexadecimal, once the end was reached and if asked for.
  package var digest: String? {
    state.withLock { $0.digest }
  }
}
