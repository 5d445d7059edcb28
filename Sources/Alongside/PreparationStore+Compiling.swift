package import Diagnostics
import Digests
package import RulePacks

extension PreparationStore {
  /// Compiles packs, or takes what was kept when they were compiled before.
  ///
  /// Without the prefilter everything is compiled anew: that run is what others are compared with.
  package static func compiled(
    _ library: RuleLibrary, options: CompiledRules.Options, with store: PreparationStore?
  ) throws(DiagnosticList) -> CompiledRules {
    guard let store, options.usesPrefilter else {
      return try CompiledRules(library, options: options)
    }
    let packs = library.packs.map { SHA256Hasher.digest(of: $0.source.bytes) }
    if let kept = store.preparation(of: packs),
      let rules = try? CompiledRules(library, options: options, preparation: kept)
    {
      return rules
    }
    let rules = try CompiledRules(library, options: options)
    if let preparation = try? rules.preparation() { store.keep(preparation, of: packs) }
    return rules
  }
}
