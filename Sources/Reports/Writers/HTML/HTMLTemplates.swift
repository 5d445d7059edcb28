import Mustache

/// The templates of the page, read once.
enum HTMLTemplates {
  /// Renders a document as a page.
  static func render(_ document: ReviewDocument, _ words: Words) -> String {
    let css = String(decoding: PackageResources.page_css, as: UTF8.self)
    let root: [String: Any] = [
      "document": document, "w": words.phrases, "css": css, "csp": PagePolicy.text(style: css),
    ]
    return library.render(root, withTemplate: "page") ?? ""
  }

  private static let library = TemplateLibrary.load(
    [
      ("page", PackageResources.page_mustache), ("block", PackageResources.block_mustache),
      ("table", PackageResources.table_mustache), ("figure", PackageResources.figure_mustache),
      ("incident", PackageResources.incident_mustache),
      ("slot", PackageResources.slot_mustache), ("pieces", PackageResources.pieces_mustache),
    ], writing: PageText(), as: "PAGE")
}
