import Diagnostics
import Foundation

/// Keeps two runs off one history; the kernel lets go of it when the program ends, however it does.
final class HistoryLock {
  private let descriptor: Int32

  /// Takes the lock beside a history; throws `B001` while another run holds it.
  init(history path: String) throws(Diagnostic) {
    let lock = path + ".lock"
    // SAFETY: the path is passed as a C string for the call.
    let descriptor = unsafe open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      // SAFETY: strerror returns a C string that is copied at once.
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw Diagnostic(
        .error, "H003", "cannot be written to: \(reason)", at: .file(lock),
        help: "check the permissions of the history's folder")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Diagnostic(
        .error, "B001", "another run is at work on this history", at: .file(path),
        help: "wait for it to end; `batch status` tells when")
    }
    self.descriptor = descriptor
  }

  deinit {
    // A program that is being started at this moment may hold a copy of the descriptor.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
