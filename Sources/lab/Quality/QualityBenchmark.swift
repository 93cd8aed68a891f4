import ArgumentParser
import Foundation
import Search

struct QualityBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Whether searches find what was meant, beside an oracle, fzf and BM25.",
    discussion: """
      Queries are made from the titles and texts of knowledge bases by rules that know nothing of \
      the engine; see docs/search.md. The halves were split before anything was tuned. Look at the \
      test half only to report it, and count how often.
      """)

  @OptionGroup var options: BenchmarkOptions

  @Option(help: "A knowledge base file to make queries from, instead of the usual ones.")
  var kb: [String] = []

  @Option(help: "The half of the queries to run: dev, to tune with, or test.")
  var half = Half.dev

  @Option(help: "How many queries of each kind.")
  var count: Int?

  @Option(help: "Also list queries of this kind that were not answered first.")
  var misses: String?

  func validate() throws {
    if let count, count < 1 { throw ValidationError("--count must be 1 or more.") }
    if let misses {
      guard Stratum(rawValue: misses) != nil else {
        let known = Stratum.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--misses must be one of: \(known).")
      }
      guard half == .dev else { throw ValidationError("--misses is for the dev half.") }
    }
  }

  func measure() throws -> Report {
    var report = Report()
    let fzf = options.small ? nil : Program.path(of: "fzf")
    if !options.small, fzf == nil { report.notes.append("fzf is left out: it is not installed.") }
    for book in try books(&report) {
      try evaluate(book, fzf, &report)
    }
    if half == .test {
      report.notes.append("This was a look at the test half: count it in docs/search.md.")
    }
    return report
  }

  private func books(_ report: inout Report) throws -> [Book] {
    if !kb.isEmpty { return try kb.map(Shelf.book(of:)) }
    guard !options.small else { return Shelf.small }
    let (books, missing) = try Shelf.full()
    for name in missing {
      report.notes.append("\(name) is left out: it is not in ../shared/data.")
    }
    return books
  }

  private func evaluate(_ book: Book, _ fzf: String?, _ report: inout Report) throws {
    let count = count ?? options.repetitions(120, few: 30)
    let queries = QueryWriter(book: book, half: half, count: count).queries()
    if self.count == nil, !options.small, kb.isEmpty {
      let testHalf =
        half == .test ? queries : QueryWriter(book: book, half: .test, count: count).queries()
      FrozenQueries.check(QueryWriter.checksum(of: testHalf), of: book.name, &report)
    }
    let judgements = try judge(queries, of: book, fzf)
    let strata = Stratum.allCases.compactMap { stratum in
      let own = zip(queries, judgements).filter { $0.0.stratum == stratum }.map(\.1)
      return own.isEmpty ? nil : StratumFigures(stratum: stratum, judgements: own)
    }
    let figures = QualityReport(book: book, half: half, strata: strata, hasFzf: fzf != nil)
    report.tables += figures.tables
    report.notes += figures.shortcomings
    report.broken += QualityGates.broken(figures)
    if let misses { report.notes += self.misses(of: misses, queries, judgements, in: book) }
  }

  private func judge(
    _ queries: [QualityQuery], of book: Book, _ fzf: String?
  ) throws -> [Judgement] {
    let isHeldOut: @Sendable (Int) -> Bool = { book.hasIntents && book.isHeldOut($0) }
    let kept = book.phrases.indices.filter { !isHeldOut($0) }.map { book.phrases[$0] }
    let agent = Agent(book: book, keptLibrary: book.hasIntents ? Library(kept) : book.library)
    let oracle = book.kind == .hard ? Oracle(book) : nil
    let (all, keptOnly) = (BM25(book), BM25(book, leavingOut: isHeldOut))
    let lines = try fzf.map { try FzfBaseline($0, book) }
    defer { lines?.remove() }
    return queries.mapConcurrently { query in
      func rank(in found: [Int]) -> Int? {
        found.firstIndex(where: query.relevant.contains).map { $0 + 1 }
      }
      var judgement = agent.judge(query)
      guard query.stratum != .absent else { return judgement }
      judgement.oracleRank = oracle?.rank(of: query)
      if query.stratum.isMessage {
        let found = (query.isHeldOut ? keptOnly : all)
          .ranked(query.text, limit: Judgement.lowestRank)
        judgement.bm25Rank = rank(in: found)
      } else if let lines {
        judgement.fzfRank =
          (try? lines.ranked(query, limit: Judgement.lowestRank)).flatMap(rank(in:))
      }
      return judgement
    }
  }

  /// The queries that were answered worst, and what was meant.
  private func misses(
    of name: String, _ queries: [QualityQuery], _ judgements: [Judgement], in book: Book
  ) -> [String] {
    zip(queries, judgements)
      .filter { $0.stratum.rawValue == name && $1.rank != 1 && !$0.relevant.isEmpty }
      .sorted { ($0.1.rank ?? .max) > ($1.1.rank ?? .max) }
      .prefix(40)
      .map { query, judgement in
        let meant = query.relevant.min().map { book.phrases[$0].title } ?? ""
        let rank = judgement.rank.map(String.init) ?? "none"
        let oracle = judgement.oracleRank.map(String.init) ?? "none"
        return "\(book.name): \(query.text): rank \(rank), oracle \(oracle), meant \(meant)"
      }
  }
}
