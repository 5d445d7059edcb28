private import CArchive

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Bytes of an export in order, decompressed: a plain file, a compressed one, or standard input.
///
/// Further containers (zip, tar, HAR) belong here: whatever they hold comes out as bytes.
@safe
package struct ByteSource: ~Copyable {
  /// The path as the user gave it, or `-`.
  package let name: String
  private let descriptor: Int32
  // SAFETY: opened in init, freed in deinit, never handed out; nil for plain files.
  private let archive: OpaquePointer?
  private var delivered = 0

  /// Opens a file, or standard input for `-`; looks at the first bytes to see how it is packed.
  package init(path: String) throws(ReadError) {
    let descriptor = path == "-" ? 0 : try Self.openFile(path)
    var archive: OpaquePointer?
    do throws(ReadError) {
      let isPacked = path == "-" ? true : try Self.isPacked(descriptor)
      if isPacked {
        unsafe archive = try Self.openArchive(descriptor: descriptor)
      }
    } catch {
      if descriptor != 0 { close(descriptor) }
      throw error
    }
    name = path
    self.descriptor = descriptor
    unsafe self.archive = unsafe archive
  }

  deinit {
    if let archive = unsafe archive {
      // SAFETY: opened in init, freed once.
      unsafe archive_read_free(archive)
    }
    if descriptor != 0 {
      close(descriptor)
    }
  }

  /// Reads up to `count` bytes into `buffer` at `start`, whose room the caller has made.
  ///
  /// Returns how many bytes came; zero at the end.
  package mutating func read(into buffer: inout [UInt8], at start: Int, count: Int)
    throws(ReadError) -> Int
  {
    precondition(start + count <= buffer.count, "BUG: no room to read into")
    guard let archive = unsafe archive else {
      while true {
        // SAFETY: the range lies within the array.
        let got = unsafe buffer.withUnsafeMutableBytes { bytes in
          unsafe readBytes(descriptor, bytes.baseAddress.map { unsafe $0 + start }, count)
        }
        if got >= 0 { return got }
        if errno != EINTR { throw ReadError.system(errno) }
      }
    }
    // SAFETY: the range lies within the array.
    let got = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe archive_read_data(archive, bytes.baseAddress.map { unsafe $0 + start }, count)
    }
    guard got >= 0 else { throw ReadError.damaged(after: delivered) }
    delivered += got
    try unsafe checkExpansion(of: archive)
    return got
  }

  /// Compressed bytes that swell beyond all reason are an attack, not an export.
  private func checkExpansion(of archive: OpaquePointer) throws(ReadError) {
    // SAFETY: the archive is open; filter -1 is the last one, the bytes on disk.
    let packed = Int(unsafe archive_filter_bytes(archive, -1))
    guard delivered > 64 << 20, packed > 0, delivered / packed > Bounds.expansion else { return }
    throw ReadError.expandsTooFar(after: delivered)
  }

  private static func openFile(_ path: String) throws(ReadError) -> Int32 {
    // SAFETY: the string is passed as a C string for the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError.system(errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw ReadError.system(code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw ReadError.isFolder
    }
    #if os(Linux)
      posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_SEQUENTIAL))
    #endif
    return descriptor
  }

  /// Whether the file starts with the magic bytes of a compression that libarchive undoes.
  private static func isPacked(_ descriptor: Int32) throws(ReadError) -> Bool {
    var head = [UInt8](repeating: 0, count: 6)
    // SAFETY: the array has room for six bytes. A pipe cannot be read at an offset: it is unpacked
    // by libarchive, which passes plain bytes through.
    let got = unsafe pread(descriptor, &head, 6, 0)
    guard got >= 0 else {
      if errno == ESPIPE { return true }
      throw ReadError.system(errno)
    }
    return head.starts(with: [0x1F, 0x8B]) || head.starts(with: "BZh".utf8)
      || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || head.starts(with: [0xFD] + "7zXZ".utf8)
  }

  /// Opens packed bytes; nil when there are none.
  private static func openArchive(descriptor: Int32) throws(ReadError) -> OpaquePointer? {
    // SAFETY: freed in deinit, or below when it cannot be opened.
    guard let archive = unsafe archive_read_new() else {
      preconditionFailure("out of memory")
    }
    // Only what `isPacked` knows: other filters of libarchive run programs.
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    var entry: OpaquePointer?
    let opened = unsafe archive_read_open_fd(archive, descriptor, 1 << 18)
    let found =
      opened == ARCHIVE_OK ? unsafe archive_read_next_header(archive, &entry) : opened
    guard found == ARCHIVE_OK || found == ARCHIVE_EOF || found == ARCHIVE_WARN else {
      unsafe archive_read_free(archive)
      throw ReadError.damaged(after: 0)
    }
    if found == ARCHIVE_EOF {
      // Nothing at all, and libarchive refuses to read it; the descriptor stands at its end.
      unsafe archive_read_free(archive)
      return nil
    }
    return unsafe archive
  }
}

// SAFETY: callers pass room for `count` bytes.
private func readBytes(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  unsafe read(descriptor, start, count)
}
