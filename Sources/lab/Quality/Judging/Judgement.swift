import Search

/// What became of one query.
struct Judgement: Sendable {
  /// The ranks of the first relevant phrase, from 1; nil below ``lowestRank``, or when it is not
  /// found at all.
  var rank: Int?
  var oracleRank: Int?
  var fzfRank: Int?
  var bm25Rank: Int?
  /// Keys until the phrase is on its way.
  var keystrokes: Int?
  /// Keys after which the phrase stood lower than before, and keys that could have done that.
  var fallCount = 0
  var laterKeyCount = 0
  /// Whether anything at all was found.
  var foundAnything = false

  /// How far down a list anybody looks.
  static let lowestRank = 50
}

/// Somebody who types a query and looks at the list after every key.
struct Agent {
  let book: Book
  /// The library without the phrases that are held out.
  let keptLibrary: Library

  func judge(_ query: QualityQuery) -> Judgement {
    var judgement = Judgement()
    let library = query.isHeldOut ? keptLibrary : book.library
    guard !query.stratum.isMessage else {
      var run = SuggestionRun(message: query.text, library: library, limit: Judgement.lowestRank)
      run.finish()
      let found = book.indices(of: run.result, in: library)
      judgement.rank = rank(of: query, in: found)
      judgement.foundAnything = !found.isEmpty
      return judgement
    }
    guard !query.relevant.isEmpty else {
      judgement.foundAnything = !found(query.text, query).isEmpty
      return judgement
    }
    var previous: Int?
    var cheapest = Int.max
    var typed = String.UnicodeScalarView()
    for (index, scalar) in query.typed.unicodeScalars.enumerated() {
      typed.append(scalar)
      let rank = rank(of: query, in: found(String(typed), query))
      if index > 0 {
        judgement.laterKeyCount += 1
        if let previous, rank.map({ $0 > previous }) ?? true { judgement.fallCount += 1 }
      }
      previous = rank
      cheapest = min(cheapest, index + 1 + Agent.keysToSend(rank))
      if String(typed) == query.text { judgement.rank = rank }
    }
    judgement.keystrokes = cheapest
    judgement.foundAnything = judgement.rank != nil
    return judgement
  }

  /// Enter for the first hit, Alt and a digit to the ninth, else Down to it and Enter; what is not
  /// in the list costs as much as going through all of it.
  private static func keysToSend(_ rank: Int?) -> Int {
    guard let rank else { return Judgement.lowestRank }
    return rank == 1 ? 1 : rank < 10 ? 2 : rank
  }

  private func found(_ text: String, _ query: QualityQuery) -> [Int] {
    book.indices(
      of: book.library.search(
        Query(text, options: query.options), limit: Judgement.lowestRank))
  }

  private func rank(of query: QualityQuery, in found: [Int]) -> Int? {
    found.firstIndex(where: query.relevant.contains).map { $0 + 1 }
  }
}
