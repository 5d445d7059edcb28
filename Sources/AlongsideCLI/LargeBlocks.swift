private import CAllocator

/// Large blocks of memory.
enum LargeBlocks {
  /// Gives those that are no longer needed back to the system at once.
  ///
  /// glibc by itself keeps ever larger ones for later, a tenth of a long run's memory.
  static func returnAtOnce() {
    #if os(Linux)
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 17)
    #endif
  }
}
