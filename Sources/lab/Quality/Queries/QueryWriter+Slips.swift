// Queries with one slip of a finger, beside the same typed right.
extension QueryWriter {
  /// Fewer letters than this are looked at again rather than searched for.
  private static let fewestLetters = 5

  func slips(_ random: inout SeededGenerator) -> [QualityQuery] {
    collect(from: ownHalf(book.titles), &random) { group, random in
      guard let (text, wanted) = base(of: group.letters, &random) else { return nil }
      let slips = Stratum.slips.compactMap { stratum in
        Slip.made(stratum, in: text, &random).map { QualityQuery(stratum, $0, wanted: wanted) }
      }
      return [QualityQuery(.unslipped, text, wanted: wanted)] + slips
    }
  }

  /// Full pinyin of two to four 汉字, or one or two English words.
  private func base(
    of letters: Letters, _ random: inout SeededGenerator
  ) -> (text: String, wanted: Wanted)? {
    if letters.all.contains(where: \.isHanzi) {
      guard let piece = piece(of: letters, 2...4, &random), piece.isHanzi,
        piece.pinyin.count >= QueryWriter.fewestLetters
      else { return nil }
      return (piece.pinyin, Wanted(piece.sounds))
    }
    let words = letters.words.filter { $0.count >= QueryWriter.fewestLetters }
    guard let word = words.randomElement(using: &random) else { return nil }
    let next = letters.words.first { $0.lowerBound == word.upperBound }
    let pieces = ([word] + [next].compactMap { random.once(in: 2) ? $0 : nil })
      .map { Piece(letters.all[$0]) }
    return (
      pieces.map(\.pinyin).joined(separator: " "),
      Wanted(pieces.map(\.characters), isOrdered: false, beginsWords: true)
    )
  }
}
