import Search
import Settings

extension SearchOptions {
  /// The options that the settings choose.
  public init(_ settings: Settings) {
    self.init(
      fuzzySounds: Set(settings.fuzzySounds.compactMap { FuzzySound(rawValue: $0.rawValue) }),
      doublePinyin: settings.doublePinyin.flatMap { DoublePinyin(rawValue: $0.rawValue) },
      forgivesTypos: settings.forgivesTypos)
  }
}
