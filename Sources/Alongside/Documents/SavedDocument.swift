public import Diagnostics
import Foundation

/// A report's JSON document, read back: as much of it as later commands need.
///
/// The whole document is held in memory.
public struct SavedDocument: Decodable, Sendable {
  /// A rule's match.
  public struct Finding: Decodable, Sendable {
    var rule: String
    var category: String
    var ruleTier: String
    var tier: String?
    var loweredBy: [String]
    var review: String?
  }

  /// A post with its findings.
  public struct Post: Decodable, Sendable {
    /// A text as the report shows it.
    struct Text: Decodable, Sendable {
      var field: String
      var text: String
    }

    var role: String
    var author: String?
    var createdAt: String?
    var covered: Bool
    var texts: [Text]
    var findings: [Finding]
  }

  /// An entry.
  public struct Entry: Decodable, Sendable {
    var kind: String
    var promoted: Bool
    var posts: [Post]
    var themes: [String]?
  }

  /// An entry near an own post.
  public struct Neighbour: Decodable, Sendable {
    var side: String
    var distance: Int
    var own: Bool
    var entry: Entry
  }

  /// One factor of a risk.
  public struct Factor: Decodable, Sendable {
    var side: String
    var distance: Int
    var category: String
    var tier: String
    // The letters of the formula, as the document has them.
    var s: Double
    var k: Double
    var v: Double
    var m: Double
    var c: Double
    var product: Double
  }

  /// One own post in one slot.
  public struct Exposure: Decodable, Sendable {
    var account: String
    var capture: Int
    var slot: Int
    var risk: Double
    var unsafe: Bool
    var unsuitable: Bool
    var unknown: Bool
    var own: Entry
    var neighbours: [Neighbour]
    var factors: [Factor]
  }

  /// A finding that a person should look at.
  public struct Item: Decodable, Sendable {
    var fingerprint: String
    var rule: String
    var double: Bool
  }

  /// The review, as far as it is read back.
  public struct Review: Decodable, Sendable {
    struct Stratum: Decodable, Sendable {
      var findings: [Item]
    }
    struct Sampling: Decodable, Sendable {
      var mandatory: [Item]
      var categories: [Stratum]
    }
    var sampling: Sampling
  }

  var schema: String
  var review: Review?
  /// What each rule looks for, by id; nil where an earlier program left it out.
  var rules: [String: String?]?
  var exposures: [Exposure]
  var threadExposures: [Exposure]

  /// Reads a document that `scan --json` wrote.
  public static func read(_ path: String) throws(Diagnostic) -> SavedDocument {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .error, "J001", "cannot be read", at: .file(path),
        help: "check the path and its permissions")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let document = try? decoder.decode(Self.self, from: data),
      document.schema == "alongside.scan/1"
    else {
      throw Diagnostic(
        .error, "J002", "is no document alongside.scan/1", at: .file(path),
        help: "write one with `alongside scan … --json FILE`")
    }
    return document
  }
}

extension SavedDocument.Exposure {
  /// The name of an exposure in tables and on the command line: `c0s17` for capture 0, slot 17.
  public var name: String { "c\(capture)s\(slot)" }
}
