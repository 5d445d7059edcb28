import Alongside
import Diagnostics

/// A report that an earlier command wrote.
enum SavedReport {
  /// Reads its JSON document; what is wrong with it ends the command.
  static func read(_ path: String) throws -> SavedDocument {
    do throws(Diagnostic) {
      return try SavedDocument.read(path)
    } catch {
      throw DiagnosticList([error])
    }
  }
}
