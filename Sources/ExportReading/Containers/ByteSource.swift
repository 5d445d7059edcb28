#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Bytes of exports in order, decompressed: of a plain file, a compressed one, standard input, or
/// the members of an archive (zip, tar), one after another.
@safe
package struct ByteSource: ~Copyable {
  /// The path as the user gave it, or `-`.
  package let name: String
  /// Whether it is an archive, whose bytes come member by member.
  package let holdsMembers: Bool
  private let descriptor: Int32
  /// Nil for plain files.
  private var packed: PackedStream?
  private var member: MemberStream?
  private var delivered = 0
  /// Members that no export can be in, by their names.
  private(set) package var passedOver = 0

  /// Opens a file, or standard input for `-`; looks at the first bytes to see how it is packed.
  package init(path: String) throws(ReadError) {
    let descriptor = path == "-" ? 0 : try Self.openFile(path)
    do throws(ReadError) {
      let isPacked = path == "-" ? true : try Self.isPacked(descriptor)
      var packed = isPacked ? try PackedStream.open(descriptor: descriptor) : nil
      holdsMembers = packed?.holdsMembers ?? false
      self.packed = packed.take()
    } catch {
      if descriptor != 0 { close(descriptor) }
      throw error
    }
    name = path
    self.descriptor = descriptor
  }

  deinit {
    if descriptor != 0 {
      close(descriptor)
    }
  }

  /// Goes to the archive's next member that may be an export and returns its name; nil at the end.
  package mutating func nextMember() throws(ReadError) -> String? {
    member = nil
    var count = 0
    while let found = try packed?.nextMember(after: delivered) {
      count += 1
      guard count <= Bounds.members else { throw ReadError.tooManyMembers }
      guard found.isFile else { continue }
      guard let name = found.name, MemberName.mayBeExport(name) else {
        passedOver += 1
        continue
      }
      guard !found.isEncrypted else { throw ReadError.encrypted }
      member = try packed?.memberStream()
      return name
    }
    return nil
  }

  /// Reads up to `count` bytes into `buffer` at `start`, whose room the caller has made.
  ///
  /// Returns how many bytes came; zero at the end.
  package mutating func read(into buffer: inout [UInt8], at start: Int, count: Int)
    throws(ReadError) -> Int
  {
    precondition(start + count <= buffer.count, "BUG: no room to read into")
    // SAFETY: the range lies within the array.
    let got = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe readBytes(to: bytes.baseAddress.map { unsafe $0 + start }, count)
    }
    guard packed != nil else {
      guard got >= 0 else { throw ReadError.system(errno) }
      return got
    }
    guard got >= 0 else { throw ReadError.damaged(after: delivered) }
    delivered += got
    try checkExpansion()
    return got
  }

  /// - Safety: `start` has room for `count` bytes.
  @unsafe private mutating func readBytes(
    to start: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    if holdsMembers { return unsafe member?.read(to: start, count) ?? 0 }
    if packed != nil { return unsafe packed?.read(to: start, count) ?? 0 }
    while true {
      let got = unsafe Glibc.read(descriptor, start, count)
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// Compressed bytes that swell beyond all reason are an attack, not an export.
  private mutating func checkExpansion() throws(ReadError) {
    let taken = packed?.packedBytes ?? 0
    guard delivered > 64 << 20, taken > 0, delivered / taken > Bounds.expansion else { return }
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

  /// Whether the file starts with the magic bytes of something that libarchive unpacks.
  private static func isPacked(_ descriptor: Int32) throws(ReadError) -> Bool {
    var head = [UInt8](repeating: 0, count: 262)
    // SAFETY: the array has room for so many bytes. A pipe cannot be read at an offset: it is
    // unpacked by libarchive, which passes plain bytes through.
    let got = unsafe pread(descriptor, &head, head.count, 0)
    guard got >= 0 else {
      if errno == ESPIPE { return true }
      throw ReadError.system(errno)
    }
    let starts: [[UInt8]] = [
      [0x1F, 0x8B], Array("BZh".utf8), [0x28, 0xB5, 0x2F, 0xFD], [0xFD] + Array("7zXZ".utf8),
      Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8),
    ]
    return starts.contains { head.starts(with: $0) } || head[257...].elementsEqual("ustar".utf8)
  }
}
