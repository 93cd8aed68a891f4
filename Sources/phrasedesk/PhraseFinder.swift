import Search

/// Searches for a command: the phrases, how they are searched, and what is known of their use.
struct PhraseFinder {
  let library: Library
  let options: SearchOptions
  let prior: Prior

  func query(_ text: String) -> Query { Query(text, options: options) }

  /// The hits of a query; nothing to look for finds nothing here.
  func search(_ query: Query, limit: Int) -> SearchResult {
    guard !query.isEmpty else { return .none }
    var run = SearchRun(query: query, library: library, prior: prior, limit: limit)
    run.finish()
    return run.result
  }
}
