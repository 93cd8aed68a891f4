import ArgumentParser
import Foundation
import Phrases
import Search

struct KeysBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "From a key to the screen, through a terminal, beside fzf.",
    discussion: """
      A key is written to the terminal, and what comes back is read until the screen shows the right
      number of hits and has stood still for 30 ms; the time is that of the last byte. phrasedesk
      must have been built from the same sources as lab, or the numbers of hits may differ.
      """)

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    let fzf = Program.path(of: "fzf")
    if fzf == nil { report.notes.append("fzf is left out: it is not installed.") }
    var table = Table(["key to screen, 120x35", "keys", "p50", "p99", "worst"])
    for size in sizes {
      let corpus = Corpus(size: size)
      let log = KeystrokeLog(corpus, count: options.repetitions(60, few: 24))
      let program = try DeskProgram(options.program)
      try program.importPhrases(corpus.phrases)
      var typists = [try Typist.desk(program, corpus)]
      if let fzf { typists.append(try Typist.fzf(fzf, program, corpus)) }
      // Query by query in turn, so that a busy moment of the machine strikes both.
      for entry in log.entries {
        for index in typists.indices { typists[index].type(entry) }
      }
      for typist in typists {
        table.add(
          "\(typist.name), \(size.grouped)", typist.samples.count.grouped,
          typist.samples.median.text, typist.samples.p99.text, typist.samples.worst.text)
        if let first = typist.failures.first {
          report.broken.append(
            "\(typist.name), \(typist.failures.count) times, at first: \(first)")
        }
      }
      if typists.count == 2 {
        let ratio = typists[1].samples.median / typists[0].samples.median
        report.notes.append(
          String(
            format: "%@ phrases: %.1f times as fast as fzf on lines with pinyin (medians).",
            size.grouped, ratio))
      }
    }
    report.tables.append(table)
    return report
  }
}
