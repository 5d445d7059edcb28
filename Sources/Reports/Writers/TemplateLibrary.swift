import Mustache

/// Reads templates that are built into the program.
enum TemplateLibrary {
  /// The templates by name; each writes text in one way, which Mustache would otherwise take from its
  /// own escaping.
  static func load(
    _ templates: [(name: String, text: [UInt8])], writing text: any MustacheContentType,
    as kind: String
  ) -> MustacheLibrary {
    MustacheContentTypes.register(text, named: kind)
    var library = MustacheLibrary()
    for template in templates {
      do {
        try library.register(
          "{{% CONTENT_TYPE:\(kind)}}" + String(decoding: template.text, as: UTF8.self),
          named: template.name)
      } catch {
        preconditionFailure("BUG: the template \(template.name): \(error)")
      }
    }
    return library
  }
}
