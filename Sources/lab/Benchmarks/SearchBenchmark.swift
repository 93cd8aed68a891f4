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
    var library = Table(["library", "build", "a phrase", "memory a phrase"])
    for size in sizes {
      let corpus = Corpus(size: size)
      let built = try build(corpus, &library)
      let log = KeystrokeLog(corpus, count: options.repetitions(60, few: 30))
      type(log, into: built, size, &perKey, &perKind)
      report.broken += findings(log, in: built, of: corpus)
    }
    report.tables = [library, perKey, perKind]
    return report
  }

  private func build(_ corpus: Corpus, _ table: inout Table) throws -> Library {
    let phrases = corpus.phrases
    let before = try HeapMemory.bytesInUse
    let library = Library(phrases)
    let bytes = try HeapMemory.bytesInUse - before
    var times = Samples()
    for _ in 0..<options.repetitions(5, few: 3) { times.measure { _ = Library(phrases) } }
    let count = phrases.count
    table.add(
      "\(count.grouped) phrases", times.median.text,
      String(format: "%.2f us", times.median.milliseconds * 1_000 / Double(count)),
      "\(bytes / count) bytes")
    return library
  }

  private func type(
    _ log: KeystrokeLog, into library: Library, _ size: Int, _ perKey: inout Table,
    _ perKind: inout Table
  ) {
    var all = Samples()
    var work = 0
    var ofKind: [KeystrokeLog.Kind: Samples] = [:]
    // The first round also reads the tables in; the desk does that before its first frame.
    for round in 0...options.repetitions(5, few: 1) {
      for entry in log.entries {
        for prefix in entry.prefixes {
          var samples = Samples()
          let units = samples.measure {
            // The limit of the desk's list.
            var run = SearchRun(query: prefix, library: library, limit: 500)
            run.finish()
            return run.result.hits.count <= 500 ? run.work : 0
          }
          guard round > 0 else { continue }
          all.add(contentsOf: samples)
          ofKind[entry.kind, default: Samples()].add(contentsOf: samples)
          work += units
        }
      }
    }
    perKey.add(
      "\(size.grouped) phrases", all.count.grouped, all.median.text, all.p99.text, all.worst.text,
      (work / max(all.count, 1)).grouped)
    for kind in KeystrokeLog.Kind.allCases {
      guard let samples = ofKind[kind] else { continue }
      perKind.add(
        "\(kind.rawValue), \(size.grouped)", samples.count.grouped, samples.median.text,
        samples.p99.text, samples.worst.text)
    }
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
