package import Diagnostics
package import RulePacks

extension PreparationStore {
  /// Compiles packs, or takes what was kept when they were compiled before; `preparation` is that,
  /// where it was read already.
  ///
  /// Without the prefilter everything is compiled anew: that run is what others are compared with.
  package static func compiled(
    _ library: RuleLibrary, options: CompiledRules.Options, with store: PreparationStore?,
    _ preparation: Preparation? = nil
  ) throws(DiagnosticList) -> CompiledRules {
    guard let store, options.usesPrefilter else {
      return try CompiledRules(library, options: options)
    }
    if let kept = preparation ?? store.preparation(of: library.sources),
      let rules = try? CompiledRules(library, options: options, preparation: kept)
    {
      return rules
    }
    let rules = try CompiledRules(library, options: options)
    if let preparation = try? rules.preparation() { store.keep(preparation, of: library.sources) }
    return rules
  }

  /// Reads packs and, beside that, what was kept when they were compiled before.
  package static func read(
    _ sources: [PackSource], with store: PreparationStore?
  ) throws(DiagnosticList) -> (library: RuleLibrary, preparation: Preparation?) {
    let (library, preparation) = AllCores.both {
      Result { () throws(DiagnosticList) in try RuleLibrary(sources) }
    } _: {
      store?.preparation(of: sources)
    }
    return (try library.get(), preparation)
  }
}
