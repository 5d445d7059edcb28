internal import CVectorscan
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

extension LiteralPrefilter {
  /// The versions of the libraries that a preparation holds for.
  package static var libraryVersions: String {
    // SAFETY: Vectorscan returns a string that lives as long as the program.
    let version = unsafe hs_version().map { unsafe String(cString: $0) }
    return "Vectorscan \(version ?? "unknown"), PCRE2 \(Pattern.libraryVersion)"
  }

  /// Writes the compiled literals down, in about a millisecond.
  package func write(to writer: inout PreparationWriter) throws(PrefilterError) {
    table.write(to: &writer)
    guard let database = unsafe database else { return writer.append([] as [UInt8]) }
    var start: UnsafeMutablePointer<CChar>?
    var count = 0
    // SAFETY: the database lives as long as the prefilter; Vectorscan allocates the bytes.
    let status = unsafe hs_serialize_database(database, &start, &count)
    defer { unsafe free(start) }
    guard status == HS_SUCCESS, let start = unsafe start else {
      throw PrefilterError(code: status, message: "the database cannot be written down")
    }
    writer.append(unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
  }

  /// Takes compiled literals as they were written down by the same program on the same machine.
  package convenience init(_ reader: inout PreparationReader) throws(PreparationError) {
    let table = try LiteralTable(&reader)
    var database: OpaquePointer?
    let status = try reader.withBytes { bytes in
      guard !bytes.isEmpty else { return HS_SUCCESS }
      // SAFETY: the bytes live through the call; Vectorscan checks their version, processor and CRC.
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe hs_deserialize_database(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &database)
      }
    }
    guard status == HS_SUCCESS else { throw .foreign }
    unsafe self.init(table, database)
  }
}
