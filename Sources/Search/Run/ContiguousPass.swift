/// Finds the phrases that hold every word of a query in one piece, the best first.
///
/// It has two stages. *Ranking* looks at candidates cell by cell, and stops when nothing that is
/// left can be among the best hits: those are then final. *Counting* looks at the rest, only to
/// know how many there are; until it is done the total is an estimate, drawn from a sample.
struct ContiguousPass: Sendable {
  let query: Query
  let tier: Tier
  private(set) var work = 0
  private(set) var isRanked = false
  private(set) var isFinished = false

  private let library: Library
  private let scope: Scope
  private let prior: Prior
  /// What passes before this one found.
  private let alreadyFound: [PhraseNumber]
  private var paths: [PathGrades]
  /// How many of them are done; the candidates are known when all are.
  private var gradedCount = 0
  private var candidates: [Candidates] = []
  /// The first of them, for as long as later passes may follow.
  private(set) var hits: [PhraseNumber] = []
  /// How many of those looked at were hits, and how many were not.
  private(set) var found = 0
  private var missed = 0
  /// Hits found by ranking and sampling, for as long as the rest is not counted.
  private var estimate: Int?

  // Where ranking stands.
  private var cells: [Cell] = []
  private var closest = ParseGraph.Level.literal
  /// The best grade that the only word has in any category.
  private var bestOfCategories: Int?
  private var cellIndex = 0
  private var batch: Batch?
  // Where counting stands.
  private var countedPart = 0
  private var countedWord = 0

  /// Some members of a cell, being looked at.
  private struct Batch: Sendable {
    var members: [[UInt64]]
    /// Whether they are taken by the length of their titles; the class that is under way.
    var lengthClass: Int?
    var current: [[UInt64]]
    var part = 0
    var word = 0
  }

  init(
    query: Query, library: Library, scope: Scope, prior: Prior, tier: Tier,
    except found: [PhraseNumber] = []
  ) {
    self.query = query
    self.library = library
    self.scope = scope
    self.prior = prior
    self.tier = tier
    alreadyFound = found
    paths = library.parts.map { PathGrades(of: query, in: $0.segment) }
  }

  /// Whether nothing is known yet but some of the names of categories.
  private var isPreparing: Bool { cells.isEmpty }

  /// Goes on with the names of categories, and finds the candidates once all are known.
  private mutating func prepare(until end: Int) {
    while gradedCount < paths.count, work < end {
      let before = paths[gradedCount].work
      paths[gradedCount].advance(
        of: query, in: library.parts[gradedCount].segment, until: before + (end - work))
      work += paths[gradedCount].work - before
      if paths[gradedCount].isFinished { gradedCount += 1 }
    }
    guard gradedCount == paths.count else { return }
    for (part, grades) in zip(library.parts, paths) {
      candidates.append(
        Candidates(
          of: part, query: query, scope: scope, paths: grades,
          boosted: part.bitmap(of: prior.points.keys), except: part.bitmap(of: alreadyFound)))
    }
    closest = candidates.lazy.map(\.closest).min { $0.rawValue < $1.rawValue } ?? .literal
    bestOfCategories = paths.compactMap(\.bestOfOnly).max()
    cells = Cell.all(words: query.words.count, closest: closest)
    work += candidates.reduce(0) { $0 + $1.work }
  }

  /// How many phrases are hits, as far as is known.
  var total: Int { estimate ?? found }
  var isTotalExact: Bool { estimate == nil && isRanked }

  // MARK: - Ranking

  /// Goes on until the best hits are known, or the work exceeds `end`.
  mutating func rank(into best: inout BestHits, until end: Int) {
    if isPreparing { prepare(until: end) }
    while !isPreparing, !isRanked, work < end {
      if batch == nil {
        // What is left cannot be better than the next cell allows; maybe that is not enough.
        guard cellIndex < cells.count, !isHopeless(cells[cellIndex], titleLength: 0, best) else {
          finishRanking()
          return
        }
        begin(cells[cellIndex], best.limit)
      }
      lookAtBatch(into: &best, until: end)
    }
  }

  /// Whether no phrase of the cell with so long a title, or a longer one, would be kept.
  private func isHopeless(_ cell: Cell, titleLength: Int, _ best: BestHits) -> Bool {
    best.excludes(bestKey(of: cell, titleLength: titleLength, number: 0))
  }

  private func bestKey(of cell: Cell, titleLength: Int, number: Int32) -> UInt64 {
    let grade = cell.bestGrade(words: query.words.count, closest: closest)
    let score = Ranking.bestScore(grade: grade, titleLength: titleLength)
    return BestHits.key(tier, score: score, number: number)
  }

  /// The same for the members of a cell: of categories it is known how well the only word fits, or
  /// very many that it does not fit well would all be looked at.
  private func bestKey(ofMembersOf cell: Cell, titleLength: Int) -> UInt64 {
    guard case .place(.category, _) = cell, let grade = bestOfCategories else {
      return bestKey(of: cell, titleLength: titleLength, number: 0)
    }
    let score = Ranking.bestScore(grade: grade, titleLength: titleLength)
    return BestHits.key(tier, score: score, number: 0)
  }

  private mutating func begin(_ cell: Cell, _ limit: Int) {
    var members: [[UInt64]] = []
    var count = 0
    for index in candidates.indices {
      let bitmap = candidates[index].members(of: cell) ?? []
      count += bitmap.reduce(0) { $0 &+ $1.nonzeroBitCount }
      work += bitmap.count / Candidates.wordsAUnit
      members.append(bitmap)
    }
    guard count > 0 else {
      cellIndex += 1
      return
    }
    // Not worth telling lengths apart for a few, nor where lengths do not tell.
    let isSplit = count > limit + 32 && cell != .boosted && cell != .unknown
    batch = Batch(members: members, lengthClass: isSplit ? 0 : nil, current: members)
    if isSplit { selectLength(0) }
  }

  /// Narrows the batch down to titles of one length class.
  private mutating func selectLength(_ lengthClass: Int) {
    guard var batch else { return }
    self.batch = nil
    batch.lengthClass = lengthClass
    batch.part = 0
    batch.word = 0
    for index in batch.members.indices where !batch.members[index].isEmpty {
      batch.current[index] = library.parts[index].segment.bitmap(
        ofTitleLength: lengthClass, in: batch.members[index])
      work += batch.current[index].count / Candidates.wordsAUnit
    }
    self.batch = batch
  }

  private mutating func endBatch(_ best: BestHits) {
    if let next = batch?.lengthClass.map({ $0 + 1 }), next < LengthClass.count,
      !best.excludes(
        bestKey(ofMembersOf: cells[cellIndex], titleLength: LengthClass.shortest(next)))
    {
      selectLength(next)
    } else {
      batch = nil
      cellIndex += 1
    }
  }

  private mutating func lookAtBatch(into best: inout BestHits, until end: Int) {
    guard var batch else { return }
    self.batch = nil
    let cell = cells[cellIndex]
    let shortest = batch.lengthClass.map { LengthClass.shortest($0) } ?? 0
    while batch.part < batch.current.count, work < end {
      let part = library.parts[batch.part]
      let bound = bestKey(ofMembersOf: cell, titleLength: shortest)
      let (start, index) = (work, batch.part)
      let isDone = query.withScanner(of: part.segment.units) { scanner -> Bool in
        var looked = 0
        while batch.word < batch.current[index].count {
          var bits = batch.current[index][batch.word]
          while bits != 0 {
            let position = batch.word &* 64 &+ bits.trailingZeroBitCount
            bits &= bits &- 1
            batch.current[index][batch.word] = bits
            let number = part.number(at: position)
            // Nor are those after it, whose numbers are larger and whose scores no better.
            if best.excludes(bound &- UInt64(UInt32(bitPattern: number))) { return true }
            look(at: position, number, index, with: &scanner, into: &best)
            looked &+= 1
            work = start &+ scanner.scanned &+ looked
            if work >= end { return false }
          }
          batch.word &+= 1
        }
        return true
      }
      if isDone ?? true {
        batch.part += 1
        batch.word = 0
      }
    }
    let isDone = batch.part == batch.current.count
    self.batch = batch
    if isDone { endBatch(best) }
  }

  @inline(__always)
  private mutating func look(
    at position: Int, _ number: Int32, _ part: Int, with scanner: inout UnitScanner,
    into best: inout BestHits
  ) {
    candidates[part].take(position)
    let segment = library.parts[part].segment
    let closest = candidates[part].closest(position)
    guard
      var score = scanner.score(position, of: segment, query, paths[part], closest: closest)
    else {
      missed &+= 1
      return
    }
    if let points = prior.isEmpty ? nil : prior.points[PhraseNumber(rawValue: number)] {
      score += Ranking.score(ofPrior: points)
    }
    addHit(number)
    best.insert(BestHits.key(tier, score: score, number: number))
  }

  @inline(__always)
  private mutating func addHit(_ number: Int32) {
    found &+= 1
    if found <= SearchRun.enough { hits.append(PhraseNumber(rawValue: number)) }
  }

  // MARK: - Counting

  /// Rests of so many candidates are looked at right away.
  private static let fewLeft = 128
  /// How many are looked at to estimate how many of the rest are hits.
  private static let sampleSize = 64

  private mutating func finishRanking() {
    isRanked = true
    let left = candidates.reduce(0) { $0 + $1.leftCount }
    if left == 0 {
      isFinished = true
    } else if query.isIndexExact {
      found += left
      isFinished = true
    } else if left <= ContiguousPass.fewLeft {
      count(until: .max)
    } else {
      sample(left)
    }
  }

  /// Looks at evenly spaced ones of the candidates that are left.
  private mutating func sample(_ left: Int) {
    let (foundBefore, missedBefore) = (found, missed)
    let step = left / ContiguousPass.sampleSize
    // How many candidates there are before the next one to look at.
    var distance = step / 2
    for index in candidates.indices {
      var picked = [UInt64](repeating: 0, count: candidates[index].left.count)
      for (word, bits) in candidates[index].left.enumerated() where bits != 0 {
        var (bits, count) = (bits, bits.nonzeroBitCount)
        while distance < count {
          for _ in 0..<distance { bits &= bits &- 1 }
          picked[word] |= bits & (0 &- bits)
          bits &= bits &- 1
          count -= distance + 1
          distance = step - 1
        }
        distance -= count
      }
      visit(picked, of: index, until: .max)
    }
    let hits = found - foundBefore
    let looked = hits + missed - missedBefore
    estimate = found + (left - looked) * hits / max(looked, 1)
  }

  /// Counts on until the work exceeds `end`.
  mutating func count(until end: Int) {
    while isRanked, !isFinished, work < end {
      guard countedPart < candidates.count else {
        estimate = nil
        isFinished = true
        return
      }
      let bitmap = candidates[countedPart].left
      if let word = visit(bitmap, of: countedPart, from: countedWord, until: end) {
        countedWord = word
      } else {
        countedPart += 1
        countedWord = 0
      }
    }
  }

  /// Looks at those of a bitmap; the word it stopped in, if it did.
  @discardableResult
  private mutating func visit(
    _ bitmap: [UInt64], of part: Int, from first: Int = 0, until end: Int
  ) -> Int? {
    let segment = library.parts[part].segment
    let start = work
    var stopped: Int?
    _ = query.withScanner(of: segment.units) { scanner in
      var looked = 0
      for word in first..<max(first, bitmap.count) {
        if work >= end {
          stopped = word
          return
        }
        var bits = bitmap[word]
        while bits != 0 {
          let position = word &* 64 &+ bits.trailingZeroBitCount
          bits &= bits &- 1
          candidates[part].take(position)
          if scanner.score(position, of: segment, query, paths[part]) != nil {
            addHit(library.parts[part].number(at: position))
          } else {
            missed += 1
          }
          looked += 1
        }
        work = start + scanner.scanned + looked
      }
    }
    return stopped
  }
}

extension Segment {
  /// Those of a bitmap whose titles are of a length class.
  fileprivate func bitmap(ofTitleLength lengthClass: Int, in mask: [UInt64]) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: mask.count)
    mask.withUnsafeBufferPointer { mask in
      bitmap.withUnsafeMutableBufferPointer { bitmap in
        guard var mask = mask.baseAddress, var target = bitmap.baseAddress else { return }
        for chunk in chunks {
          chunk.unite(Term.titleLength(lengthClass), in: mask, into: target)
          mask += chunk.wordCount
          target += chunk.wordCount
        }
      }
    }
    return bitmap
  }
}
