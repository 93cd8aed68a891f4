extension Library {
  /// Runs a query to its end.
  ///
  /// The best `limit` hits are kept; the total counts all.
  public func search(_ query: Query, in scope: Scope = .all, limit: Int) -> SearchResult {
    var run = SearchRun(query: query, library: self, scope: scope, limit: limit)
    run.finish()
    return run.result
  }
}
