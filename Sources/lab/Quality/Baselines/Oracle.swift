/// Who knows how every title is really read, and what exactly was meant, and takes the shortest
/// title that holds it; the first one of several.
///
/// Nothing can tell which of the titles with the piece was meant, so this is about what a perfect
/// matcher without any knowledge of what is sent often can reach.
struct Oracle: Sendable {
  /// Titles of one length, the shortest first.
  private let lengths: [[Book.Group]]

  init(_ book: Book) {
    lengths = Dictionary(grouping: book.titles) { $0.letters.all.count }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// The rank of the first relevant phrase; nil when there is none, or no title is meant.
  func rank(of query: QualityQuery) -> Int? {
    guard let wanted = query.wanted else { return nil }
    var before = 0
    for titles in lengths {
      let found = titles.filter { wanted.stands(in: $0.letters) }.flatMap(\.members).sorted()
      if let index = found.firstIndex(where: query.relevant.contains) { return before + index + 1 }
      before += found.count
    }
    return nil
  }
}
