private import CArchive

/// Bytes that libarchive unpacks: of a compressed file, or of the members of an archive one by one.
@safe
struct PackedStream: ~Copyable {
  /// What a member of an archive is.
  struct Member {
    /// Its path in the archive; nil when the archive does not say.
    var name: String?
    /// It has bytes; folders and links have none.
    var isFile: Bool
    /// It cannot be read without a password.
    var isEncrypted: Bool
  }

  // SAFETY: made in init, freed in deinit, lent only to the stream of a member, which goes first.
  fileprivate let archive: OpaquePointer
  /// Whether it is an archive of members rather than one stream.
  let holdsMembers: Bool
  /// The entry that opening the archive has already come to.
  private var first: Member?

  /// Opens packed bytes; nil when there are none.
  static func open(descriptor: Int32) throws(ReadError) -> PackedStream? {
    let archive = unsafe reader()
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip(archive)
    return try unsafe PackedStream(archive, archive_read_open_fd(archive, descriptor, 1 << 18))
  }

  /// Takes over an archive that was opened with `code`, and frees it when nothing is in it.
  fileprivate init?(_ archive: OpaquePointer, _ code: Int32) throws(ReadError) {
    var entry: OpaquePointer?
    let found =
      code == ARCHIVE_OK ? unsafe archive_read_next_header(archive, &entry) : code
    guard found == ARCHIVE_OK || found == ARCHIVE_WARN, let entry = unsafe entry else {
      // Nothing at all is no fault, but libarchive refuses to read it.
      unsafe archive_read_free(archive)
      if found == ARCHIVE_EOF { return nil }
      throw ReadError.damaged(after: 0)
    }
    unsafe self.archive = unsafe archive
    let format = unsafe archive_format(archive) & Int32(ARCHIVE_FORMAT_BASE_MASK)
    holdsMembers = format == Int32(ARCHIVE_FORMAT_TAR) || format == Int32(ARCHIVE_FORMAT_ZIP)
    first = unsafe Self.member(entry)
  }

  deinit {
    // SAFETY: the only owner goes away.
    unsafe archive_read_free(archive)
  }

  /// A reader of what exports are packed with; other filters of libarchive run programs.
  fileprivate static func reader() -> OpaquePointer {
    // SAFETY: null only when memory has run out, where Swift would trap as well.
    guard let archive = unsafe archive_read_new() else { preconditionFailure("out of memory") }
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    return unsafe archive
  }

  /// Goes to the next member; nil at the end.
  mutating func nextMember(after delivered: Int) throws(ReadError) -> Member? {
    if let member = first.take() { return member }
    var entry: OpaquePointer?
    let found = unsafe archive_read_next_header(archive, &entry)
    if found == ARCHIVE_EOF { return nil }
    guard found == ARCHIVE_OK || found == ARCHIVE_WARN, let entry = unsafe entry else {
      throw ReadError.damaged(after: delivered)
    }
    return unsafe Self.member(entry)
  }

  /// The member's own stream, unpacked once more if it is compressed; nil when it is empty.
  func memberStream() throws(ReadError) -> MemberStream? {
    try unsafe MemberStream(of: archive)
  }

  /// Reads up to `count` bytes to `start`; zero at the end, negative when the data is damaged.
  ///
  /// - Safety: `start` has room for `count` bytes.
  @unsafe func read(to start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe archive_read_data(archive, start, count)
  }

  /// Bytes taken from the file so far.
  var packedBytes: Int {
    // SAFETY: the archive is open; filter -1 is the last one, the bytes on disk.
    Int(unsafe archive_filter_bytes(archive, -1))
  }

  // SAFETY: the entry belongs to the archive until its next header is read; strings are copied.
  private static func member(_ entry: OpaquePointer) -> Member {
    let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Member(
      name: unsafe name.map { unsafe String(cString: $0) },
      isFile: unsafe archive_entry_filetype(entry) == 0o100000,
      isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0)
  }
}

/// The bytes of one member of an archive, decompressed.
@safe
struct MemberStream: ~Copyable {
  private let stream: PackedStream
  // SAFETY: made in init, freed in deinit after the stream that reads through it.
  private let block: UnsafeMutablePointer<Block>

  /// What the inner reader draws from: the outer archive, and room for a block of it.
  @unsafe fileprivate struct Block {
    let outer: OpaquePointer
    let bytes: UnsafeMutableRawPointer
    static let size = 1 << 17
  }

  fileprivate init?(of outer: OpaquePointer) throws(ReadError) {
    let block = UnsafeMutablePointer<Block>.allocate(capacity: 1)
    unsafe block.initialize(
      to: Block(outer: outer, bytes: .allocate(byteCount: Block.size, alignment: 16)))
    let inner = unsafe PackedStream.reader()
    let code = unsafe archive_read_open(inner, block, nil, readBlock, nil)
    do throws(ReadError) {
      guard let stream = try unsafe PackedStream(inner, code) else {
        unsafe Self.free(block)
        return nil
      }
      self.stream = stream
    } catch {
      unsafe Self.free(block)
      throw error
    }
    unsafe self.block = unsafe block
  }

  deinit {
    // The stream reads no more once nobody holds this; freeing it draws nothing.
    unsafe Self.free(block)
  }

  private static func free(_ block: UnsafeMutablePointer<Block>) {
    // SAFETY: called once, by the owner.
    unsafe block.pointee.bytes.deallocate()
    unsafe block.deallocate()
  }

  /// Reads up to `count` bytes to `start`; zero at the end, negative when the data is damaged.
  ///
  /// - Safety: `start` has room for `count` bytes, and the archive stands at this member.
  @unsafe func read(to start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe stream.read(to: start, count)
  }
}

// SAFETY: libarchive calls this with the block that `MemberStream` opened it with, while it lives.
private func readBlock(
  _: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ start: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let block = unsafe context?.assumingMemoryBound(to: MemberStream.Block.self) else {
    return -1
  }
  unsafe start?.pointee = UnsafeRawPointer(block.pointee.bytes)
  return unsafe archive_read_data(
    block.pointee.outer, block.pointee.bytes, MemberStream.Block.size)
}
