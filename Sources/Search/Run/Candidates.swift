/// The phrases of one part that a query may find, as bitmaps, by what the index knows of them.
struct Candidates: Sendable {
  /// Those that were not looked at yet: drafts, hidden ones and those out of scope are not there.
  private(set) var left: [UInt64]
  /// How much work it was to find them: in units of text.
  private(set) var work = 0

  /// About so many words of bitmaps are combined in the time that a unit of text takes.
  static let wordsAUnit = 8

  private let graphs: [ParseGraph]
  private let isIndexed: Bool
  private let wordCount: Int
  private var boosted: [UInt64] = []
  /// For one word by level; for several only the loosest, all words found there.
  private var head: [[UInt64]] = []
  /// For one word, those whose title, or code, or keyword, or word of a title may begin with it.
  private var starts: [[UInt64]] = []
  private var categories: [UInt64] = []

  init(
    of part: Part, query: Query, scope: Scope, paths: PathGrades, boosted: [UInt64],
    except found: [UInt64]
  ) {
    graphs = query.graphs
    wordCount = (part.segment.count + 63) / 64
    isIndexed = !part.segment.chunks.isEmpty && !query.words.isEmpty
    left = part.visible(in: scope, except: found)
    self.boosted = boosted
    work = wordCount
    if isIndexed {
      for index in graphs.indices { add(index, paths, part.segment) }
    }
  }

  // MARK: - Finding

  /// Narrows the candidates down to those that may hold one more word.
  private mutating func add(_ index: Int, _ paths: PathGrades, _ segment: Segment) {
    let graph = graphs[index]
    var any = bitmap(.initials, .all, of: graph, segment)
    if graphs.count == 1 {
      for level in ParseGraph.Level.allCases {
        head.append(bitmap(level, .head, of: graph, segment))
      }
      addPlaces(of: graph, segment)
    } else {
      let found = bitmap(.initials, .head, of: graph, segment)
      if head.isEmpty { head.append(found) } else { Candidates.intersect(&head[0], found) }
    }
    if paths.finds(word: index) {
      let found = segment.bitmap { paths.grade(ofWord: index, path: $0) != nil }
      work += wordCount
      Candidates.unite(&any, found)
      if graphs.count == 1 { categories = found }
    }
    Candidates.intersect(&left, any)
  }

  private mutating func addPlaces(of graph: ParseGraph, _ segment: Segment) {
    let classes = graph.firstClasses
    starts = [Term.titleStart, Term.codeStart, Term.keywordStart, Term.wordStart].map { term in
      bitmap(of: segment, terms: classes.map(term))
    }
    work += 4 * classes.count * wordCount / Candidates.wordsAUnit
  }

  /// Those whose title or code may be the whole word.
  private mutating func wholes(_ level: ParseGraph.Level, _ segment: Segment) -> [UInt64]? {
    let graph = graphs[0]
    guard head[level.rawValue].contains(where: { $0 != 0 }) else { return nil }
    let longest = graph.longestPath(level, withLetters: false)
    let longestOfLetters = graph.longestPath(level, withLetters: true)
    var wholes = wholes(ofUnits: longest, segment)
    guard longestOfLetters > longest else { return wholes }
    // A word of five letters is five units only where those letters stand in the text.
    let letters = graph.nodes.map(\.unitClass).filter(UnitClass.isLetter)
    let lettered = bitmap(of: segment, terms: Set(letters).map(Term.headUnit))
    let long = self.wholes(ofUnits: longestOfLetters, segment)
    for index in wholes.indices { wholes[index] |= long[index] & lettered[index] }
    return wholes
  }

  /// Those whose title or code starts like the word, and has so many units at most.
  private mutating func wholes(ofUnits longest: Int, _ segment: Segment) -> [UInt64] {
    let lengths = (0..<LengthClass.count).filter { LengthClass.shortest[$0] <= longest }
    let codes = (1...Term.longestCode).filter { $0 <= longest }
    var wholes = [UInt64](repeating: 0, count: wordCount)
    wholes.withUnsafeMutableBufferPointer { wholes in
      guard var target = wholes.baseAddress else { return }
      var first = 0
      for chunk in segment.chunks {
        starts[0].withUnsafeBufferPointer { titles in
          guard let titles = titles.baseAddress else { return }
          for length in lengths {
            chunk.unite(Term.titleLength(length), in: titles + first, into: target)
          }
        }
        starts[1].withUnsafeBufferPointer { titles in
          guard let titles = titles.baseAddress else { return }
          for length in codes {
            chunk.unite(Term.codeLength(length), in: titles + first, into: target)
          }
        }
        first += chunk.wordCount
        target += chunk.wordCount
      }
    }
    work += (lengths.count + codes.count) * wordCount / Candidates.wordsAUnit
    return wholes
  }

  /// Those that answer to any of some terms.
  private func bitmap(of segment: Segment, terms: [Int]) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: wordCount)
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      guard var target = bitmap.baseAddress else { return }
      for chunk in segment.chunks {
        for term in terms { chunk.unite(term, into: target) }
        target += chunk.wordCount
      }
    }
    return bitmap
  }

  private mutating func bitmap(
    _ level: ParseGraph.Level, _ fields: ParseGraph.Fields, of graph: ParseGraph,
    _ segment: Segment
  ) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: wordCount)
    let room = graph.nodes.count * IndexChunk.capacity / 64
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: room) { scratch in
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

  // MARK: - Taking

  /// Those of a cell that were not looked at yet; nil when there are none.
  mutating func members(of cell: Cell, in segment: Segment) -> [UInt64]? {
    guard var members = bitmap(of: cell, in: segment) else { return nil }
    Candidates.intersect(&members, left)
    return members.contains { $0 != 0 } ? members : nil
  }

  private mutating func bitmap(of cell: Cell, in segment: Segment) -> [UInt64]? {
    guard isIndexed else { return cell == .unknown ? left : nil }
    switch cell {
    case .boosted: return boosted.isEmpty ? nil : boosted
    case .unknown: return nil
    case .heads: return head[0]
    case .rest, .place(.text, .initials): return left
    case .place(.category, _): return categories.isEmpty ? nil : categories
    case .place(.text, let level): return bitmap(level, .all, of: graphs[0], segment)
    case .place(.inside, let level): return head[level.rawValue]
    case .place(.whole, let level): return wholes(level, segment).map { limit($0, to: level) }
    case .place(.titleStart, let level): return limit(starts[0], to: level)
    case .place(.codeStart, let level): return limit(starts[1], to: level)
    case .place(.keywordStart, let level): return limit(starts[2], to: level)
    case .place(.wordStart, let level): return limit(starts[3], to: level)
    }
  }

  /// Those that may have the word, found so loosely, in title, code or keywords.
  private func limit(_ bitmap: [UInt64], to level: ParseGraph.Level) -> [UInt64] {
    var bitmap = bitmap
    Candidates.intersect(&bitmap, head[level.rawValue])
    return bitmap
  }

  /// How close the only word may be in title, code and keywords of a phrase.
  @inline(__always)
  func closest(_ position: Int) -> ParseGraph.Level {
    guard isIndexed, head.count > 1 else { return .literal }
    let (word, bit) = (position >> 6, UInt64(position & 63))
    if head[0][word] >> bit & 1 != 0 { return .literal }
    return head[1][word] >> bit & 1 != 0 ? .sound : .initials
  }

  /// Marks one as looked at.
  @inline(__always)
  mutating func take(_ position: Int) {
    left[position >> 6] &= ~(1 << UInt64(position & 63))
  }

  /// How many were not looked at yet.
  var leftCount: Int {
    left.withUnsafeBufferPointer { left in left.reduce(0) { $0 &+ $1.nonzeroBitCount } }
  }
}
