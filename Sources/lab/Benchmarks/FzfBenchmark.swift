import ArgumentParser
import Foundation
import Search

struct FzfBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "fzf", abstract: "Searches beside fzf --filter on lines with pinyin.",
    discussion: """
      fzf gets every phrase with its full pinyin and its initials on one line, because it knows no \
      pinyin. Of the time of `fzf --filter QUERY` that of `fzf --filter ''` is taken, which reads \
      all lines, matches none and writes them all: what is left is matching and sorting, and less \
      than all of it, because QUERY writes fewer lines.
      """)
  static let sizes = [100_000]

  @OptionGroup var options: BenchmarkOptions

  /// Queries of one kind, each found in many phrases of the corpus, and how much faster than fzf
  /// they are to be answered.
  private struct Kind {
    var name: String
    var queries: [String]
    /// The aim; nil where there is none.
    var leastRatio: Double?
  }

  private static let kinds = [
    Kind(
      name: "initials", queries: ["fh", "tkjd", "qtwly"], leastRatio: 50),
    Kind(name: "pinyin", queries: ["fahuo", "tuikuan", "wuliyou"]),
    Kind(name: "hanzi", queries: ["发货", "退款", "无理由"], leastRatio: 10),
  ]

  func measure() throws -> Report {
    var report = Report()
    guard let fzf = Program.path(of: "fzf") else {
      report.notes.append("fzf is not installed.")
      return report
    }
    let version = try Program.output(of: fzf, ["--version"]).prefix { $0 != "\n" }
    report.notes.append("fzf \(version)")
    for size in sizes { try measure(fzf, Corpus(size: size), &report) }
    return report
  }

  private func measure(_ fzf: String, _ corpus: Corpus, _ report: inout Report) throws {
    let phrases = corpus.phrases
    let lines = phrases.map { ExpandedLines.line(of: $0) + "\n" }.joined()
    let file = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(UUID().uuidString).txt")
    try Data(lines.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let library = Library(phrases)
    let runs = options.repetitions(5, few: 2)
    var table = Table(
      ["\(phrases.count.grouped) phrases", "phrasedesk", "worst", "fzf", "loading", "ratio"])
    for kind in FzfBenchmark.kinds {
      var ratios: [Double] = []
      for query in kind.queries {
        var ours = Samples()
        var theirs = Samples()
        var loading = Samples()
        // In turn, so that a busy moment of the machine strikes all three.
        for _ in 0...runs {
          try loading.measure { try FzfBenchmark.filter(fzf, "", file.path) }
          try theirs.measure { try FzfBenchmark.filter(fzf, query, file.path) }
          for _ in 0..<4 * runs { ours.measure { FzfBenchmark.search(query, library) } }
        }
        let matching = theirs.droppingFirst.median - loading.droppingFirst.median
        let ratio = matching / ours.median
        ratios.append(ratio)
        table.add(
          query.allSatisfy(\.isASCII) ? query : FzfBenchmark.pinyin(of: query), ours.median.text,
          ours.worst.text, max(matching, .zero).text, loading.droppingFirst.median.text,
          String(format: "%.1f", ratio))
      }
      report.notes.append(
        String(
          format: "%@ phrases, %@: %.1f times as fast as fzf (median; %.1f to %.1f)%@.",
          phrases.count.grouped, kind.name, median(ratios), ratios.min() ?? 0, ratios.max() ?? 0,
          kind.leastRatio.map { String(format: ", aim %.0f", $0) } ?? ""))
    }
    report.tables.append(table)
  }

  /// One query to its end, as the desk asks it.
  private static func search(_ query: String, _ library: Library) {
    var run = SearchRun(query: Query(query), library: library, limit: 50)
    run.finish()
    withExtendedLifetime(run.result) {}
  }

  /// Runs fzf with its output thrown away, so that nothing but its own work is measured.
  private static func filter(_ fzf: String, _ query: String, _ file: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: fzf)
    process.arguments = ["--filter", query]
    process.environment = [:]
    process.standardInput = FileHandle(forReadingAtPath: file)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// The name of a query of 汉字 in a table, which is of ASCII only.
  private static func pinyin(of query: String) -> String {
    "hanzi " + Piece(Letters(query).all).pinyin
  }
}
