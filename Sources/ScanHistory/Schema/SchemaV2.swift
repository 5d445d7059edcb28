/// The second schema: an own post's sightings can be found without reading them all, which pruning
/// and the keys that refer to own posts ask for.
///
/// Never changed once released.
enum SchemaV2 {
  static let sql = """
    CREATE INDEX exposures_by_post ON exposures (post);
    """
}
