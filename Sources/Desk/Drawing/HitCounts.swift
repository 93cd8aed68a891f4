import Search

/// How many of the listed hits stand in each category.
struct HitCounts {
  private let paths: [CategoryCount]
  /// Whether more was found than is listed, so that each of them is the least that there are.
  private let isOpenEnded: Bool

  /// Counts the hits of a result, which are of that library.
  init(_ result: SearchResult, in library: Library) {
    isOpenEnded = result.hits.count < result.total
    paths = library.paths(of: result.hits.lazy.map(\.number))
  }

  /// `12`, `500+`; empty where a category has none.
  func label(of scope: Scope) -> String {
    let count = paths.reduce(0) { scope.contains($1.path) ? $0 + $1.count : $0 }
    return count == 0 ? "" : count.grouped + (isOpenEnded ? "+" : "")
  }
}
