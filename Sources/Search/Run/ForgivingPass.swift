/// Finds phrases whose title, code and keywords hold the words of a query when a slip of the finger,
/// or something in between, is forgiven.
///
/// It runs only where the passes before it found too little, and looks, chunk by chunk, at the
/// phrases that the index leaves (``ForgivingGraph``), at all where there is none.
struct ForgivingPass: Sendable {
  /// What is added for a phrase looked at, and for a hit, in units of text: rows are larger than
  /// those of the exact passes, and a hit is walked again to be graded.
  private static let workOfLook = 8
  private static let workOfHit = 64

  let tier: Tier
  private(set) var hits: [PhraseNumber] = []
  private(set) var found = 0
  private(set) var isFinished = false

  private let matcher: ForgivingMatcher
  private let query: Query
  private let library: Library
  private let prior: Prior
  /// Those that may be found, by part.
  private let visible: [[UInt64]]
  private var part = 0
  /// Which chunk of the part comes next; without an index those are cut all the same.
  private var chunk = 0
  /// Those of the current chunk that are left to look at, a bit each, and where they start.
  private var left: [UInt64] = []
  private var firstWord = 0
  /// The words of ``left`` before that are done.
  private var word = 0

  /// Nil where the pass can find nothing.
  init?(
    query: Query, library: Library, scope: Scope, prior: Prior, tier: Tier, except: [PhraseNumber]
  ) {
    guard let matcher = ForgivingMatcher(query, tier: tier) else { return nil }
    self.matcher = matcher
    self.tier = tier
    self.query = query
    self.library = library
    self.prior = prior
    visible = library.parts.map { part in
      part.visible(in: scope, except: part.bitmap(of: except))
    }
  }

  /// Goes on until the work exceeds `end`.
  mutating func advance(into best: inout BestHits, _ work: inout Int, until end: Int) {
    while work < end {
      if word < left.count {
        search(library.parts[part], into: &best, &work, until: end)
      } else if !beginChunk(&work) {
        isFinished = true
        return
      }
    }
  }

  /// Finds the candidates of the next chunk; false when there is none.
  private mutating func beginChunk(_ work: inout Int) -> Bool {
    let wordsOfChunk = IndexChunk.capacity / 64
    while part < visible.count, chunk * wordsOfChunk >= visible[part].count {
      part += 1
      chunk = 0
    }
    guard part < visible.count else { return false }
    firstWord = chunk * wordsOfChunk
    word = 0
    left = Array(visible[part][firstWord...].prefix(wordsOfChunk))
    work += 1 + left.count / Candidates.wordsAUnit
    let chunks = library.parts[part].segment.chunks
    if chunk < chunks.count, left.contains(where: { $0 != 0 }) {
      work += matcher.narrow(&left, to: chunks[chunk])
    }
    chunk += 1
    return true
  }

  private mutating func search(
    _ current: Part, into best: inout BestHits, _ work: inout Int, until end: Int
  ) {
    let segment = current.segment
    let start = work
    segment.units.withUnsafeBufferPointer { units in
      _ = matcher.withScanner(of: units) { scanner in
        var added = 0
        while word < left.count, work < end {
          guard left[word] != 0 else {
            word += 1
            continue
          }
          let position = (firstWord + word) << 6 | left[word].trailingZeroBitCount
          left[word] &= left[word] - 1
          let before = found
          look(at: position, of: current, with: &scanner, into: &best)
          added += found > before ? ForgivingPass.workOfHit : ForgivingPass.workOfLook
          work = start + scanner.work + added
        }
      }
    }
  }

  private mutating func look(
    at position: Int, of part: Part, with scanner: inout ForgivingScanner,
    into best: inout BestHits
  ) {
    let segment = part.segment
    let head = segment.fields(at: position).head
    let number = part.number(at: position)
    guard scanner.words.count == 1 else {
      guard let grades = scanner.grade(head: head), !isExcluded(position, segment) else { return }
      count(number)
      let length = scanner.titleEnd(of: head) - head.lowerBound
      best.insert(key(grades: grades, titleLength: length, number))
      return
    }
    guard let start = scanner.start(in: head), !isExcluded(position, segment) else { return }
    count(number)
    let titleEnd = scanner.titleEnd(of: head)
    let length = titleEnd - head.lowerBound
    // Most hits of a word that many titles hold cannot come among the best: only those are graded.
    let bound = scanner.bestGrade(of: head, titleEnd: titleEnd, from: start)
    guard !best.excludes(key(grades: bound, titleLength: length, number)),
      let grade = scanner.grade(head: head, from: start)
    else { return }
    best.insert(key(grades: grade, titleLength: length, number))
  }

  private mutating func count(_ number: Int32) {
    found += 1
    if found <= SearchRun.enough { hits.append(PhraseNumber(rawValue: number)) }
  }

  private func key(grades: Int, titleLength: Int, _ number: Int32) -> UInt64 {
    var score = Ranking.score(
      grades: grades, words: query.words.count, titleLength: titleLength)
    if !prior.points.isEmpty, let points = prior.points[PhraseNumber(rawValue: number)] {
      score += Ranking.score(ofPrior: points)
    }
    return BestHits.key(tier, score: score, number: number)
  }

  private func isExcluded(_ position: Int, _ segment: Segment) -> Bool {
    guard !query.excluded.isEmpty else { return false }
    let fields = segment.fields(at: position)
    let path = Int(segment.pathIDs[position])
    let names = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
    return query.withScanner(of: segment.units) { scanner in
      query.excluded.contains {
        scanner.finds($0, in: fields.head) || scanner.finds($0, in: fields.text)
      }
    } == true
      || query.withScanner(of: segment.pathUnits) { scanner in
        query.excluded.contains { scanner.finds($0, in: names) }
      } == true
  }
}
