import Search

/// Writes the queries of one half of a book, by rules that know nothing of the engine.
///
/// Every stratum draws its random numbers from a seed of its own, so that a new one changes no
/// query of the others.
struct QueryWriter {
  let book: Book
  let half: Half
  /// How many queries a stratum gets, where the book has as many.
  let count: Int

  /// Fewer queries than this say nothing, and the stratum is left out.
  static let fewest = 8

  func queries() -> [QualityQuery] {
    var queries: [QualityQuery] = []
    for stratum in Stratum.allCases where !Stratum.slips.contains(stratum) {
      var random = SeededGenerator(seed: seed(of: stratum))
      let written =
        switch stratum {
        case .unslipped: slips(&random)
        case .code: codes(&random)
        case .body: bodyWords(&random)
        case .message: messages(&random)
        case .paraphrase: paraphrases(&random)
        case .absent: absent(&random)
        default: pieces(stratum, &random)
        }
      if written.count >= QueryWriter.fewest { queries += written }
    }
    return queries
  }

  /// What changes when a query of this half does, or what it is asked for.
  static func checksum(of queries: [QualityQuery]) -> Checksum {
    var checksum = Checksum()
    for query in queries {
      checksum.add(query.stratum.rawValue)
      checksum.add(query.text)
      for index in query.relevant.sorted() { checksum.add(String(index)) }
    }
    return checksum
  }

  private func seed(of stratum: Stratum) -> UInt64 {
    var checksum = Checksum(of: book.name)
    checksum.add(half.rawValue)
    checksum.add(stratum.rawValue)
    return checksum.value
  }

  // MARK: - Choosing

  /// The groups of this half.
  func ownHalf(_ groups: [Book.Group]) -> [Book.Group] {
    groups.filter { Half.of($0.name) == half }
  }

  /// Makes queries of groups, one group after the other in a random order, and round again, until
  /// there are enough or nothing new comes.
  func collect(
    from groups: [Book.Group], _ random: inout SeededGenerator,
    _ write: (Book.Group, inout SeededGenerator) -> [QualityQuery]?
  ) -> [QualityQuery] {
    let groups = groups.shuffled(using: &random)
    var queries: [QualityQuery] = []
    var seen: Set<String> = []
    var written = 0
    for _ in 0..<6 where written < count {
      for group in groups where written < count {
        guard let new = write(group, &random), let first = new.first,
          seen.insert(first.text).inserted
        else { continue }
        queries += new.map { query in
          var query = query
          if query.relevant.isEmpty { query.relevant = Set(group.members) }
          return query
        }
        written += 1
      }
    }
    return queries
  }

  /// Letters of a title that stand together: its beginning in a regression set, else from anywhere.
  func piece(
    of letters: Letters, _ lengths: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> Piece? {
    run(of: letters, lengths, &random).map { Piece(letters.all[$0]) }
  }

  private func run(
    of letters: Letters, _ lengths: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> Range<Int>? {
    let runs = book.kind == .regression ? Array(letters.runs.prefix(1)) : letters.runs
    let fitting = runs.filter { $0.count >= lengths.lowerBound }
    guard !fitting.isEmpty else { return nil }
    // A long run has more places to begin at than a short one.
    let places = fitting.flatMap { run in
      run.dropLast(lengths.lowerBound - 1).map { ($0, run.upperBound) }
    }
    let (place, end) = book.kind == .regression ? places[0] : random.pick(places)
    let longest = min(lengths.upperBound, end - place)
    return place..<place + Int.random(in: lengths.lowerBound...longest, using: &random)
  }

  // MARK: - Pieces of titles

  private func pieces(
    _ stratum: Stratum, _ random: inout SeededGenerator
  ) -> [QualityQuery] {
    collect(from: ownHalf(book.titles), &random) { group, random in
      query(stratum, of: group.letters, &random).map { [$0] }
    }
  }

  private func query(
    _ stratum: Stratum, of letters: Letters, _ random: inout SeededGenerator
  ) -> QualityQuery? {
    let isHard = book.kind == .hard
    func piece(_ lengths: ClosedRange<Int>) -> Piece? {
      self.piece(of: letters, lengths, &random).flatMap { $0.hasHanzi ? $0 : nil }
    }
    func query(_ text: String, _ signs: [Wanted.Sign]) -> QualityQuery {
      QualityQuery(stratum, text, wanted: Wanted(signs))
    }
    switch stratum {
    case .hanzi:
      return piece(isHard ? 1...12 : 2...4).map { query($0.asWritten, $0.characters) }
    case .pinyin:
      return piece(isHard ? 1...12 : 2...4).map { query($0.pinyin, $0.sounds) }
    case .initials: return initials(of: letters, &random)
    case .eightInitials: return piece(8...8).map { query($0.initials, $0.firstSounds) }
    case .partial:
      return piece(2...5)?.partial(&random).map { query($0.text, $0.signs) }
    case .mixed: return piece(2...5)?.mixed(&random).map { query($0.text, $0.signs) }
    case .polyphone: return polyphone(in: letters, &random)
    case .xiaohe: return doublePinyin(.xiaohe, stratum, piece(2...5))
    case .ziranma: return doublePinyin(.ziranma, stratum, piece(2...5))
    case .microsoft: return doublePinyin(.microsoft, stratum, piece(2...5))
    case .fuzzySound:
      return piece(2...5).flatMap { piece in
        piece.withFuzzySound(&random).map { query($0, piece.sounds) }
      }
    case .traditional:
      return piece(2...6).flatMap { piece in
        piece.traditional.map { query($0, piece.characters) }
      }
    case .fullWidth:
      return piece(2...5).map { query(QueryWriter.fullWidth($0.pinyin), $0.sounds) }
    case .gapped, .words: return twoPieces(stratum, of: letters, &random)
    case .english: return english(letters, &random)
    default: return nil
    }
  }

  /// Initials; they may be typed on to the end of the run.
  private func initials(
    of letters: Letters, _ random: inout SeededGenerator
  ) -> QualityQuery? {
    guard let range = run(of: letters, book.kind == .hard ? 2...6 : 2...4, &random) else {
      return nil
    }
    let piece = Piece(letters.all[range])
    guard piece.hasHanzi else { return nil }
    let end = letters.runs.first { $0.contains(range.lowerBound) }?.upperBound ?? range.upperBound
    return QualityQuery(
      .initials, piece.initials, typed: Piece(letters.all[range.lowerBound..<end]).initials,
      wanted: Wanted(piece.firstSounds))
  }

  private func doublePinyin(
    _ layout: DoublePinyin, _ stratum: Stratum, _ piece: Piece?
  ) -> QualityQuery? {
    guard let piece, let text = piece.doublePinyin(layout) else { return nil }
    var query = QualityQuery(stratum, text, wanted: Wanted(piece.sounds))
    query.options.doublePinyin = layout
    return query
  }

  private func polyphone(
    in letters: Letters, _ random: inout SeededGenerator
  ) -> QualityQuery? {
    let places = letters.all.indices.filter { letters.all[$0].reading?.isUnusual == true }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    guard let run = letters.runs.first(where: { $0.contains(place) }) else { return nil }
    let start = Int.random(in: max(run.lowerBound, place - 2)...place, using: &random)
    let end = Int.random(in: place + 1...min(run.upperBound, place + 3), using: &random)
    guard end - start > 1 else { return nil }
    let piece = Piece(letters.all[start..<end])
    return piece.letters.count > 2 && random.once(in: 3)
      ? QualityQuery(.polyphone, piece.initials, wanted: Wanted(piece.firstSounds))
      : QualityQuery(.polyphone, piece.pinyin, wanted: Wanted(piece.sounds))
  }

  /// Two words of two 汉字 each, with something between them.
  private func twoPieces(
    _ stratum: Stratum, of letters: Letters, _ random: inout SeededGenerator
  ) -> QualityQuery? {
    let starts = letters.all.indices.dropLast().filter { index in
      letters.all[index].isHanzi && letters.all[index + 1].isHanzi
        && !letters.all[index + 1].beginsRun
    }
    guard let first = starts.randomElement(using: &random),
      let second = starts.filter({ $0 > first + 2 }).randomElement(using: &random)
    else { return nil }
    var pieces = [first, second].map { Piece(letters.all[$0..<$0 + 2]) }
    if stratum == .words, random.once(in: 2) { pieces.reverse() }
    let isWritten = random.once(in: 2)
    return QualityQuery(
      stratum,
      pieces.map { isWritten ? $0.asWritten : $0.pinyin }
        .joined(separator: stratum == .words ? " " : ""),
      wanted: Wanted(
        pieces.map { isWritten ? $0.characters : $0.sounds }, isOrdered: stratum == .gapped))
  }

  /// One to three words that stand together, the last of them not finished.
  private func english(
    _ letters: Letters, _ random: inout SeededGenerator
  ) -> QualityQuery? {
    let isHard = book.kind == .hard
    let words = letters.words.filter { $0.count > 2 }
    guard !words.isEmpty else { return nil }
    let first = isHard ? Int.random(in: 0..<words.count, using: &random) : 0
    let last = min(first + (isHard ? Int.random(in: 0...2, using: &random) : 0), words.count - 1)
    let pieces = (first...last).map { index in
      let length =
        index == last ? Int.random(in: 3...words[index].count, using: &random) : words[index].count
      return Piece(letters.all[words[index].prefix(length)])
    }
    return QualityQuery(
      .english, pieces.map(\.pinyin).joined(separator: " "),
      wanted: Wanted(pieces.map(\.characters), isOrdered: false, beginsWords: true))
  }

  static func fullWidth(_ text: String) -> String {
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isNarrow = (0x21...0x7E).contains(scalar.value)
      wide.append(isNarrow ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(wide)
  }
}
