/// A text of a pack and where it stands.
package struct PlacedText: Sendable {
  /// The text as YAML gives it.
  package var text: String
  /// Where its scalar starts, at the quote or `|` if it has one.
  package var place: TextPlace

  /// Names a text and its place.
  package init(_ text: String, at place: TextPlace) {
    self.text = text
    self.place = place
  }
}
