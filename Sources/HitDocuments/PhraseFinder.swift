import Search

/// Searches for who shows no list: the phrases, how they are searched, and what is known of their use.
///
/// ```swift
/// let query = finder.query("tuikuan")
/// let result = finder.search(query, limit: 20)
/// var buffer = DocumentBuffer()
/// HitDocument(query: query, result: result, library: finder.library).append(to: &buffer)
/// ```
public struct PhraseFinder: Sendable {
  public let library: Library
  public let options: SearchOptions
  public let prior: Prior

  /// Phrases, ready to be searched that way.
  public init(library: Library, options: SearchOptions, prior: Prior) {
    self.library = library
    self.options = options
    self.prior = prior
  }

  /// What was typed, taken apart the way the options say.
  public func query(_ text: String) -> Query { Query(text, options: options) }

  /// The hits of a query; nothing to look for finds nothing here.
  public func search(_ query: Query, limit: Int) -> SearchResult {
    guard !query.isEmpty else { return .none }
    var run = SearchRun(query: query, library: library, prior: prior, limit: limit)
    run.finish()
    return run.result
  }

  /// The phrases that answer a customer's message.
  public func suggest(_ message: String, limit: Int) -> SearchResult {
    var run = SuggestionRun(message: message, library: library, limit: limit)
    run.finish()
    return run.result
  }
}
