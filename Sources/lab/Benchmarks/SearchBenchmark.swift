import ArgumentParser
import Foundation
import Search

struct SearchBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Every prefix of a keystroke log, and building the library.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var perKey = Table(["search, each key", "keys", "p50", "p99", "worst", "units a key"])
    var perKind = Table(["search, by kind of query", "keys", "p50", "p99", "worst"])
    var fallBack = Table(["fall-back passes", "queries", "p50", "p99", "worst"])
    var library = Table([
      "library", "build", "a phrase", "index a phrase", "all a phrase", "change one",
    ])
    for size in sizes {
      let corpus = Corpus(size: size)
      let built = try build(corpus, &library)
      let log = KeystrokeLog(corpus, count: options.repetitions(60, few: 30))
      type(log, into: built, size, &perKey, &perKind)
      forgive(log, in: built, size, &fallBack)
      report.broken += findings(log, in: built, of: corpus)
    }
    report.tables = [library, perKey, perKind, fallBack]
    return report
  }

  private func build(_ corpus: Corpus, _ table: inout Table) throws -> Library {
    let phrases = corpus.phrases
    let before = try HeapMemory.bytesInUse
    let library = Library(phrases)
    let bytes = try HeapMemory.bytesInUse - before
    var times = Samples()
    for _ in 0..<options.repetitions(5, few: 3) { times.measure { _ = Library(phrases) } }
    var changes = Samples()
    for index in 0..<options.repetitions(200, few: 20) {
      var changed = phrases[index % phrases.count]
      changed.title += "\(index)"
      changes.measure { _ = library.applying(removing: [], adding: [changed]) }
    }
    let count = phrases.count
    table.add(
      "\(count.grouped) phrases", times.median.text,
      String(format: "%.2f us", times.median.milliseconds * 1_000 / Double(count)),
      "\(library.indexByteCount / count) bytes", "\(bytes / count) bytes", changes.median.text)
    return library
  }

  private func type(
    _ log: KeystrokeLog, into library: Library, _ size: Int, _ perKey: inout Table,
    _ perKind: inout Table
  ) {
    var all = Samples()
    var work = 0
    var ofKind: [KeystrokeLog.Kind: Samples] = [:]
    var marked = Samples()
    // The first round also reads the tables in; the desk does that before its first frame.
    for round in 0...options.repetitions(5, few: 1) {
      for entry in log.entries {
        for prefix in entry.prefixes {
          var samples = Samples()
          let units = samples.measure {
            // What a key waits for: the best hits, and how many there are.
            var run = SearchRun(query: prefix, library: library, limit: 50)
            run.rank()
            return run.result.hits.count <= 50 ? run.work : 0
          }
          guard round > 0 else { continue }
          mark(prefix, in: library, &marked)
          all.add(contentsOf: samples)
          ofKind[entry.kind, default: Samples()].add(contentsOf: samples)
          work += units
        }
      }
    }
    perKey.add(
      "\(size.grouped) phrases", all.count.grouped, all.median.text, all.p99.text, all.worst.text,
      (work / max(all.count, 1)).grouped)
    perKey.add(
      "  and all matches marked", marked.count.grouped, marked.median.text, marked.p99.text,
      marked.worst.text, "")
    for kind in KeystrokeLog.Kind.allCases {
      guard let samples = ofKind[kind] else { continue }
      perKind.add(
        "\(kind.rawValue), \(size.grouped)", samples.count.grouped, samples.median.text,
        samples.p99.text, samples.worst.text)
    }
  }

  /// The same with the places of the matches in all fields of all fifty, as `--json` tells them.
  private func mark(_ query: String, in library: Library, _ samples: inout Samples) {
    let count = samples.measure {
      let query = Query(query)
      var run = SearchRun(query: query, library: library, limit: 50)
      run.rank()
      var highlighter = Highlighter(query)
      return run.result.hits.reduce(0) { count, hit in
        count + highlighter.matches(of: hit.number, in: library, foundBy: hit.tier).count
      }
    }
    precondition(count >= 0)
  }

  /// Pinyin with two letters swapped: what the passes after the first one take, in one go.
  private func forgive(
    _ log: KeystrokeLog, in library: Library, _ size: Int, _ table: inout Table
  ) {
    var samples = Samples()
    for entry in log.entries where entry.kind == .pinyin && entry.query.count > 4 {
      var letters = Array(entry.query)
      letters.swapAt(letters.count / 2, letters.count / 2 - 1)
      var run = SearchRun(query: String(letters), library: library, limit: 50)
      run.rank()
      guard run.result.total < 9 else { continue }
      for _ in 0..<options.repetitions(10, few: 2) {
        var rest = run
        let isDone = samples.measure { rest.advance(by: .max) }
        precondition(isDone)
      }
    }
    guard samples.count > 0 else { return }
    table.add(
      "\(size.grouped) phrases", samples.count.grouped, samples.median.text, samples.p99.text,
      samples.worst.text)
  }

  /// What is wrong with the hits themselves: a benchmark of wrong answers is worth nothing.
  private func findings(
    _ log: KeystrokeLog, in library: Library, of corpus: Corpus
  ) -> [String] {
    var findings: [String] = []
    for entry in log.entries {
      var run = SearchRun(query: entry.query, library: library, limit: library.count)
      run.finish()
      let result = run.result
      let key = corpus.entries[entry.phrase].phrase.key
      if !result.hits.contains(where: { $0.number == library.number(of: key) }) {
        findings.append("\(entry.query) does not find \(key), which it was taken from")
      }
      if entry.kind == .digits {
        let expected = corpus.entries.count { Self.holds(entry.query, $0) }
        if result.total != expected {
          findings.append("\(entry.query) finds \(result.total) phrases, not \(expected)")
        }
      }
    }
    return findings
  }

  /// Whether digits stand in a phrase, hyphens between them or not.
  private static func holds(_ digits: String, _ entry: Corpus.Entry) -> Bool {
    [entry.phrase.title, entry.phrase.text, entry.phrase.code].contains {
      $0.replacing("-", with: "").contains(digits)
    }
  }
}
