/// Finds phrases whose title, code and keywords hold the words of a query when a slip of the finger,
/// or something in between, is forgiven.
///
/// It looks at all phrases, head by head; it runs only where the passes before it found too little.
struct ForgivingPass: Sendable {
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
  private var position = 0

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
      guard part < library.parts.count else {
        isFinished = true
        return
      }
      search(library.parts[part], into: &best, &work, until: end)
      if position >= library.parts[part].segment.count {
        part += 1
        position = 0
      }
    }
  }

  private mutating func search(
    _ current: Part, into best: inout BestHits, _ work: inout Int, until end: Int
  ) {
    let segment = current.segment
    let start = work
    segment.units.withUnsafeBufferPointer { units in
      _ = matcher.withScanner(of: units) { scanner in
        var looked = 0
        while position < segment.count, work < end {
          defer { position += 1 }
          guard visible[part][position >> 6] >> UInt64(position & 63) & 1 != 0 else { continue }
          looked += 1
          let head = segment.fields(at: position).head
          if let grades = scanner.grade(head: head), !isExcluded(position, segment) {
            take(position, grades, head, current, into: &best)
          }
          work = start + scanner.work + looked
        }
      }
    }
    // Hidden ones are no work, but are passed by all the same.
    work = max(work, start + 1)
  }

  private mutating func take(
    _ position: Int, _ grades: Int, _ head: Range<Int>, _ part: Part, into best: inout BestHits
  ) {
    let number = part.number(at: position)
    let title = part.segment.units[head].prefix { $0 > Unit.keywordEnd }
    var score = Ranking.score(
      grades: grades, words: query.words.count, titleLength: title.count)
    if let points = prior.points[PhraseNumber(rawValue: number)] {
      score += Ranking.score(ofPrior: points)
    }
    found += 1
    if found <= SearchRun.enough { hits.append(PhraseNumber(rawValue: number)) }
    best.insert(BestHits.key(tier, score: score, number: number))
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
