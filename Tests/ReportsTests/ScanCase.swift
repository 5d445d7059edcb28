import Alongside
import Diagnostics
import Foundation
import Reports
import ReviewFigures
import TestSupport
import Testing
import TimelineModel

/// One case under `fixtures/scans`: `input.*`, perhaps `org.yaml` and `options.txt`, and beside them
/// what each writer makes of it, `expected.*`.
struct ScanCase: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }
  var folder: URL { Repository.fixture("scans/" + name) }

  /// Every case, sorted.
  static let all = Repository.names(in: Repository.fixture("scans"))
    .filter { $0 != "rules-for-tests" }.map { ScanCase(name: $0) }

  /// The words of `options.txt`.
  var options: [Substring] {
    let text = try? String(contentsOf: folder.appending(path: "options.txt"), encoding: .utf8)
    return (text ?? "").split { $0 == " " || $0 == "\n" }
  }

  /// What the case is rendered with.
  var reportOptions: ReportOptions {
    get throws {
      var result = ReportOptions()
      if let text = value(of: "--show-text") {
        result.text = try #require(ReportOptions.Text(rawValue: text))
      }
      result.showsAuthors = options.contains("--show-authors")
      return result
    }
  }

  /// The scan of the case.
  private func request() throws -> ScanRequest {
    let inputs = Repository.names(in: folder).filter { $0.hasPrefix("input") }
    try #require(!inputs.isEmpty, "\(name) has no input")
    var request = ScanRequest(exports: inputs.map { folder.appending(path: $0).path() })
    let organisation = folder.appending(path: "org.yaml").path()
    if FileManager.default.fileExists(atPath: organisation) {
      request.organisation = try PolicyFile.read(organisation).organisation
    }
    request.isHashed = true
    request.assumesFeedOrder = options.contains("--assume-feed-order")
    request.appliesStance = !options.contains("--no-stance")
    request.strictness = value(of: "--strictness").flatMap { Int($0) } ?? 1
    return request
  }

  /// The document that is put together from what was written out while scanning.
  func document() async throws -> [UInt8] {
    let document = try await request()
      .document(with: TestScan.rules(), options: try reportOptions)
    var bytes: [UInt8] = []
    try document.write { bytes += $0 }
    return bytes
  }

  /// Reviews the case.
  func review() async throws -> Review { Review(of: try await report()) }

  /// Scans the case.
  func report() async throws -> ScanReport {
    var report = try await plainReport()
    let inputs = report.outcome.inputs.map { URL(filePath: $0.path).lastPathComponent }
    for (index, name) in inputs.enumerated() { report.outcome.inputs[index].rename(name) }
    return report
  }

  /// The report with the paths as they are.
  func plainReport() async throws -> ScanReport {
    try await request().report(with: TestScan.rules())
  }

  /// Whether a golden of the writer lies in the case's folder.
  func hasGolden(of writer: any ReportWriter.Type) -> Bool {
    FileManager.default.fileExists(atPath: golden(of: writer).path())
  }

  /// Where the writer's golden lies.
  func golden(of writer: any ReportWriter.Type) -> URL {
    folder.appending(path: "expected." + writer.fileExtension)
  }

  /// What a writer makes of the case, without what differs from machine to machine.
  func rendered(by writer: any ReportWriter.Type) async throws -> String {
    let review = try await review()
    let bytes = writer.render(review, try reportOptions)
    let text = try #require(String(validating: bytes, as: UTF8.self))
    return review.scan.run.packs.reduce(text) {
      $0.replacing($1.sha256, with: "<sha256 of \($1.name)>")
    }
    .replacing(ToolVersion.current, with: "<version>")
  }

  private func value(of option: Substring) -> String? {
    guard let place = options.firstIndex(of: option), place + 1 < options.count else { return nil }
    return String(options[place + 1])
  }
}

extension InputSummary {
  /// Puts a name in the place of the path, which differs from machine to machine.
  fileprivate mutating func rename(_ name: String) {
    path = name
    for index in diagnostics.indices {
      if case .record(_, let record, let byte) = diagnostics[index].location {
        diagnostics[index].location = .record(file: name, record: record, byte: byte)
      } else {
        diagnostics[index].location = .file(name)
      }
    }
  }
}
