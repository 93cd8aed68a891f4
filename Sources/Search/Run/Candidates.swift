/// The phrases of one part that a query may find, as bitmaps, by what the index knows of them.
struct Candidates: Sendable {
  /// Those that were not looked at yet: drafts, hidden ones and those out of scope are not there.
  private(set) var left: [UInt64]
  /// How much work it was to find them: in units of text.
  private(set) var work = 0
  /// No word stands anywhere in title, code and keywords closer than so.
  private(set) var closest = ParseGraph.Level.literal

  /// About so many words of bitmaps are combined in the time that a unit of text takes.
  static let wordsAUnit = 8

  private let segment: Segment
  private let graphs: [ParseGraph]
  /// Which of the words was typed first.
  private let firstWord: Int
  private let isIndexed: Bool
  private let wordCount: Int
  private let boosted: [UInt64]
  /// Those that may have all words in title, code or keywords; for one word by level.
  private var heads: [[UInt64]] = []
  private var categories: [UInt64] = []

  init(
    of part: Part, query: Query, scope: Scope, paths: PathGrades, boosted: [UInt64],
    except found: [UInt64]
  ) {
    segment = part.segment
    graphs = query.graphs
    firstWord = query.firstWord
    wordCount = (part.segment.count + 63) / 64
    isIndexed = !part.segment.chunks.isEmpty && !query.words.isEmpty
    left = part.visible(in: scope, except: found)
    self.boosted = boosted
    work = wordCount
    guard isIndexed else { return }
    for index in graphs.indices { narrow(toWord: index, paths) }
    if let graph = onlyGraph {
      // Where nothing is found by sound, one level says it all.
      for level in ParseGraph.Level.allCases where graph.hasSounds || level == .literal {
        heads.append(bitmap(level, .head, of: graph))
      }
    } else {
      addHeadsOfAll()
    }
  }

  private var onlyGraph: ParseGraph? { graphs.count == 1 ? graphs[0] : nil }

  // MARK: - Finding

  private mutating func narrow(toWord index: Int, _ paths: PathGrades) {
    var any = bitmap(.initials, .all, of: graphs[index])
    if paths.finds(word: index) {
      let found = segment.bitmap { paths.grade(ofWord: index, path: $0) != nil }
      work += wordCount
      Candidates.unite(&any, found)
      if graphs.count == 1 { categories = found }
    }
    Candidates.intersect(&left, any)
  }

  private mutating func addHeadsOfAll() {
    var all = left
    for graph in graphs { Candidates.intersect(&all, bitmap(.initials, .head, of: graph)) }
    closest = .initials
    for graph in graphs where closest != .literal {
      let level = ParseGraph.Level.allCases.first { level in
        level.rawValue >= closest.rawValue
          || Candidates.haveCommon(bitmap(level, .head, of: graph), all)
      }
      closest = level ?? closest
    }
    heads = [all]
  }

  /// Those whose title or code may be the whole word.
  private mutating func wholes(_ level: ParseGraph.Level) -> [UInt64]? {
    let graph = graphs[0]
    guard Candidates.haveCommon(heads[level.rawValue], left) else { return nil }
    let titles = limit(titleStarts(of: graph, level), to: level)
    let codes = limit(starts(Term.codeStart, of: graph, level), to: level)
    var wholes = self.wholes(level, withLetters: false, titles: titles, codes: codes)
    // A word of five letters is five units only where those letters stand in the text.
    let lettered = bitmap(ofTerms: graph.letters.map(Term.headUnit))
    var (titlesOfLetters, codesOfLetters) = (titles, codes)
    Candidates.intersect(&titlesOfLetters, lettered)
    Candidates.intersect(&codesOfLetters, lettered)
    Candidates.unite(
      &wholes,
      self.wholes(level, withLetters: true, titles: titlesOfLetters, codes: codesOfLetters))
    return wholes
  }

  /// Those of some titles and codes that may be the whole word.
  private mutating func wholes(
    _ level: ParseGraph.Level, withLetters: Bool, titles: [UInt64], codes: [UInt64]
  ) -> [UInt64] {
    let graph = graphs[0]
    var wholes = [UInt64](repeating: 0, count: wordCount)
    var counts = graph.unitCounts(level, withLetters: withLetters)
    let isAmbiguous = counts.nonzeroBitCount > 1
    while counts != 0 {
      let count = counts.trailingZeroBitCount
      counts &= counts - 1
      let shortest = graph.countsAreExact ? count : 0
      var some = bitmap(ofLengths: shortest...count, titles: titles, codes: codes)
      if isAmbiguous, Candidates.count(some) > Candidates.worthNarrowing {
        let limited = graph.limited(level, toUnits: count, withLetters: withLetters)
        Candidates.intersect(&some, bitmap(level, .head, of: limited))
      }
      Candidates.unite(&wholes, some)
    }
    return wholes
  }

  /// So few are sooner looked at than told apart further.
  private static let worthNarrowing = 16

  /// Those whose title may be all words, in the order they were typed.
  private mutating func wholesOfAll() -> [UInt64] {
    let titles = titleStarts(of: graphs[firstWord], .initials)
    let none = [UInt64](repeating: 0, count: wordCount)
    func longest(withLetters: Bool) -> Int {
      graphs.reduce(graphs.count - 1) { longest, graph in
        let own = graph.unitCounts(.initials, withLetters: withLetters)
        let all = own == 0 ? graph.unitCounts(.initials) : own
        return longest + max(0, 63 - all.leadingZeroBitCount)
      }
    }
    let length = longest(withLetters: false)
    let lengthOfLetters = longest(withLetters: true)
    var wholes = bitmap(ofLengths: 0...length, titles: titles, codes: none)
    guard lengthOfLetters > length else { return wholes }
    // A word of five letters is five units only where those letters stand in the text.
    var long = bitmap(ofLengths: 0...lengthOfLetters, titles: titles, codes: none)
    Candidates.intersect(&long, bitmap(ofTerms: graphs.flatMap(\.letters).map(Term.headUnit)))
    Candidates.unite(&wholes, long)
    return wholes
  }

  /// Those of some titles, and of some codes, that have so many units.
  private mutating func bitmap(
    ofLengths lengths: ClosedRange<Int>, titles: [UInt64], codes: [UInt64]
  ) -> [UInt64] {
    let titleTerms = (LengthClass.of(lengths.lowerBound)...LengthClass.of(lengths.upperBound))
      .map(Term.titleLength)
    let codeLengths =
      min(
        max(lengths.lowerBound, 1), Term.longestCode)...min(
        max(lengths.upperBound, 1), Term.longestCode)
    var bitmap = [UInt64](repeating: 0, count: wordCount)
    unite(titleTerms, in: titles, into: &bitmap)
    unite(codeLengths.map(Term.codeLength), in: codes, into: &bitmap)
    return bitmap
  }

  /// Those whose title may begin with a word.
  private mutating func titleStarts(
    of graph: ParseGraph, _ level: ParseGraph.Level
  ) -> [UInt64] {
    bitmap(ofTerms: graph.titleStarts(level))
  }

  /// Those of which something else may begin with a word.
  private mutating func starts(
    _ term: (_ unitClass: Int) -> Int, of graph: ParseGraph, _ level: ParseGraph.Level
  ) -> [UInt64] {
    bitmap(ofTerms: graph.firstClasses(level).map(term))
  }

  /// Those that answer to any of some terms.
  private mutating func bitmap(ofTerms terms: [Int]) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: wordCount)
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      guard var target = bitmap.baseAddress else { return }
      for chunk in segment.chunks {
        for term in terms { chunk.unite(term, into: target) }
        target += chunk.wordCount
      }
    }
    work += terms.count * wordCount / Candidates.wordsAUnit
    return bitmap
  }

  /// Adds those of `mask` that answer to any of some terms.
  private mutating func unite(
    _ terms: [Int], in mask: [UInt64], into bitmap: inout [UInt64]
  ) {
    mask.withUnsafeBufferPointer { mask in
      bitmap.withUnsafeMutableBufferPointer { bitmap in
        guard var mask = mask.baseAddress, var target = bitmap.baseAddress else { return }
        for chunk in segment.chunks {
          for term in terms { chunk.unite(term, in: mask, into: target) }
          mask += chunk.wordCount
          target += chunk.wordCount
        }
      }
    }
    work += terms.count * wordCount / Candidates.wordsAUnit
  }

  private mutating func bitmap(
    _ level: ParseGraph.Level, _ fields: ParseGraph.Fields, of graph: ParseGraph
  ) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: wordCount)
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: graph.scratchWordCount) { scratch in
        guard var target = bitmap.baseAddress, let scratch = scratch.baseAddress else { return }
        for chunk in segment.chunks {
          let combined = graph.unite(
            level, fields, of: chunk, scratch: scratch, into: target)
          target += chunk.wordCount
          work += combined * chunk.wordCount / Candidates.wordsAUnit
        }
      }
    }
    return bitmap
  }

  private static func unite(_ bitmap: inout [UInt64], _ other: [UInt64]) {
    for index in bitmap.indices { bitmap[index] |= other[index] }
  }

  private static func intersect(_ bitmap: inout [UInt64], _ other: [UInt64]) {
    for index in bitmap.indices { bitmap[index] &= other[index] }
  }

  private static func haveCommon(_ bitmap: [UInt64], _ other: [UInt64]) -> Bool {
    bitmap.indices.contains { bitmap[$0] & other[$0] != 0 }
  }

  private static func count(_ bitmap: [UInt64]) -> Int {
    bitmap.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ $1.nonzeroBitCount } }
  }

  // MARK: - Taking

  /// Those of a cell that were not looked at yet; nil when there are none.
  mutating func members(of cell: Cell) -> [UInt64]? {
    guard var members = bitmap(of: cell) else { return nil }
    Candidates.intersect(&members, left)
    return members.contains { $0 != 0 } ? members : nil
  }

  private mutating func bitmap(of cell: Cell) -> [UInt64]? {
    guard isIndexed else { return cell == .unknown ? left : nil }
    switch cell {
    case .boosted: return boosted.isEmpty ? nil : boosted
    case .unknown: return nil
    case .rest: return left
    case .place(.category, _): return categories.isEmpty ? nil : categories
    case .place(.text, let level) where level == .initials || !graphs[0].hasSounds: return left
    case .place(let place, let level):
      return place == .text || level.rawValue < heads.count ? bitmap(of: place, level) : nil
    case .words(let place):
      var bitmap = bitmap(of: place)
      Candidates.intersect(&bitmap, heads[0])
      return bitmap
    }
  }

  private mutating func bitmap(of place: Cell.Place, _ level: ParseGraph.Level) -> [UInt64]? {
    let graph = graphs[0]
    switch place {
    case .whole: return wholes(level)
    case .titleStart: return limit(titleStarts(of: graph, level), to: level)
    case .codeStart: return limit(starts(Term.codeStart, of: graph, level), to: level)
    case .keywordStart: return limit(starts(Term.keywordStart, of: graph, level), to: level)
    case .wordStart: return limit(starts(Term.wordStart, of: graph, level), to: level)
    case .inside: return heads[level.rawValue]
    case .category: return categories
    case .text: return bitmap(level, .all, of: graph)
    }
  }

  private mutating func bitmap(of place: Cell.WordsPlace) -> [UInt64] {
    switch place {
    case .wholeTitle: wholesOfAll()
    case .codeStart:
      bitmap(ofTerms: graphs.flatMap { $0.firstClasses(.initials).map(Term.codeStart) })
    case .titleStart: bitmap(ofTerms: graphs.flatMap { $0.titleStarts(.initials) })
    case .elsewhere: heads[0]
    }
  }

  /// Those that may have the only word, found so loosely, in title, code or keywords.
  private func limit(_ bitmap: [UInt64], to level: ParseGraph.Level) -> [UInt64] {
    var bitmap = bitmap
    Candidates.intersect(&bitmap, heads[level.rawValue])
    return bitmap
  }

  /// How close the only word may be in title, code and keywords of a phrase.
  @inline(__always)
  func closest(_ position: Int) -> ParseGraph.Level {
    guard isIndexed, graphs.count == 1 else { return .literal }
    let (word, bit) = (position >> 6, UInt64(position & 63))
    for level in heads.indices where heads[level][word] >> bit & 1 != 0 {
      return ParseGraph.Level(rawValue: level) ?? .initials
    }
    return .initials
  }

  /// Marks one as looked at.
  @inline(__always)
  mutating func take(_ position: Int) {
    left[position >> 6] &= ~(1 << UInt64(position & 63))
  }

  /// How many were not looked at yet.
  var leftCount: Int { Candidates.count(left) }
}
