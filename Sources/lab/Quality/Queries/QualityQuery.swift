import Search

/// A query, and the phrases that answer it.
struct QualityQuery: Sendable {
  var stratum: Stratum
  var text: String
  /// What is typed key by key until the phrase is seen; begins with ``text``, or is it.
  var typed: String
  var options = SearchOptions.standard
  /// Nil where no title is meant.
  var wanted: Wanted?
  /// Indices into the book's phrases; none for a query without an answer.
  var relevant: Set<Int> = []
  /// Phrases that are taken out of the library first; the message is the title of one of them.
  var isHeldOut = false

  init(
    _ stratum: Stratum, _ text: String, typed: String? = nil, wanted: Wanted? = nil,
    relevant: Set<Int> = []
  ) {
    self.stratum = stratum
    self.text = text
    self.typed = typed ?? text
    self.wanted = wanted
    self.relevant = relevant
  }
}
