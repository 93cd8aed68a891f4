import Search

/// How many of the listed hits stand in each category.
struct HitCounts {
  private var counts: [Scope: Int] = [:]
  /// Whether more was found than is listed, so that each of them is the least that there are.
  private let isOpenEnded: Bool

  /// Counts the hits of a result, which are of that library.
  init(_ result: SearchResult, in library: Library) {
    isOpenEnded = result.hits.count < result.total
    for place in library.paths(of: result.hits.lazy.map(\.number)) {
      let path = place.path
      for scope in [
        Scope(department: path.department),
        Scope(department: path.department, category: path.category),
        Scope(
          department: path.department, category: path.category, subcategory: path.subcategory),
      ] {
        counts[scope, default: 0] += place.count
      }
    }
    counts[Scope()] = result.hits.count
  }

  /// `12`, `500+`; empty where a category has none.
  func label(of scope: Scope) -> String {
    guard let count = counts[scope] else { return "" }
    return count.grouped + (isOpenEnded ? "+" : "")
  }
}
