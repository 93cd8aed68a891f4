import Phrases
import Search

/// Builds phrases and looks for them, as short as the tests need it.
enum Samples {
  static func phrase(
    _ title: String, text: String = "", keywords: [String] = [], code: String = "",
    path: [String] = [], id: String? = nil, isDraft: Bool = false
  ) -> Phrase {
    let names = path + Array(repeating: "", count: 3 - path.count)
    return Phrase(
      key: PhraseKey(source: "file", id: id ?? title), department: names[0], category: names[1],
      subcategory: names[2], title: title, text: text, keywords: keywords, code: code,
      isDraft: isDraft)
  }

  static func library(_ titles: String...) -> Library {
    Library(titles.enumerated().map { phrase($0.element, id: "\($0.offset)") })
  }
}

extension Library {
  /// The titles that a query finds, the best first.
  func titles(
    _ query: String, _ options: SearchOptions = .standard, scope: Scope = .all, limit: Int = 1000
  ) -> [String] {
    result(Query(query, options: options), scope: scope, limit: limit).hits
      .map { phrase($0.number).title }
  }

  func result(_ query: String, scope: Scope = .all, limit: Int = 1000) -> SearchResult {
    result(Query(query), scope: scope, limit: limit)
  }

  func result(_ query: Query, scope: Scope = .all, limit: Int = 1000) -> SearchResult {
    var run = SearchRun(query: query, library: self, scope: scope, limit: limit)
    run.finish()
    return run.result
  }
}

/// Whether a query finds a phrase with that title as it was typed, nothing forgiven.
func finds(_ query: String, _ title: String, _ options: SearchOptions = .standard) -> Bool {
  Samples.library(title).result(Query(query, options: options)).hits.contains { $0.tier == .exact }
}

/// A small generator whose numbers are the same everywhere (SplitMix64, Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
