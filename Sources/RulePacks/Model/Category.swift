package import TimelineModel

/// What a category means, as `categories.yaml` says.
package struct Category: Sendable {
  /// The id that rules name.
  package var id: CategoryID
  /// What it is, in a few words for a heading.
  package var summary: String
  /// What belongs to it and what does not, for a report's reader.
  package var definition: String
  /// The id in the IAB Content Taxonomy, where it has one.
  package var iab: String?
  /// What each tier means in this category.
  package var tiers: [Tier: String]
  /// Where the id stands.
  package var place: TextPlace
}
