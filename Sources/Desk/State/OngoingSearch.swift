import Search

/// The search whose hits are on the list: for a query, or for a customer's message.
enum OngoingSearch: Sendable {
  case query(SearchRun)
  case message(SuggestionRun)

  /// What a key searches before anything is drawn, in units of work.
  ///
  /// The words as they were typed are looked for to the end in that, also among a million phrases;
  /// it costs two to three milliseconds, which nobody feels between a key and its letter.
  static let firstBudget = 2_000_000
  /// What is searched between two looks at the keyboard: well under a millisecond, so that no key
  /// waits longer than that.
  static let stepBudget = 200_000

  var isFinished: Bool {
    switch self {
    case .query(let run): run.isFinished
    case .message(let run): run.isFinished
    }
  }

  /// What can be shown already.
  ///
  /// A query's hits are the best there are from the first on; the order of suggestions is settled
  /// only when every word of the message was weighed, so until then there are none.
  var result: SearchResult {
    switch self {
    case .query(let run): run.result
    case .message(let run): run.isFinished ? run.result : .none
    }
  }

  /// Whether ``result`` tells anything yet.
  var hasResult: Bool {
    if case .message(let run) = self { run.isFinished } else { true }
  }

  /// Searches as far as a key may wait: until the best hits of the words as they were typed are
  /// known, and then one step more, in which most knowledge bases are searched to the end.
  mutating func begin() {
    switch consume self {
    case .query(var run):
      run.rank(within: OngoingSearch.firstBudget)
      _ = run.advance(by: OngoingSearch.stepBudget)
      self = .query(run)
    case .message(var run):
      _ = run.advance(by: OngoingSearch.firstBudget)
      self = .message(run)
    }
  }

  mutating func advance(by budget: Int) {
    switch consume self {
    case .query(var run):
      _ = run.advance(by: budget)
      self = .query(run)
    case .message(var run):
      _ = run.advance(by: budget)
      self = .message(run)
    }
  }
}

extension OngoingSearch: Equatable {
  static func == (left: OngoingSearch, right: OngoingSearch) -> Bool {
    switch (left, right) {
    case (.query(let left), .query(let right)):
      left.query == right.query && left.library == right.library && left.scope == right.scope
        && left.work == right.work
    case (.message(let left), .message(let right)):
      left.message == right.message && left.library == right.library && left.scope == right.scope
        && left.work == right.work
    default: false
    }
  }
}
