import ArgumentParser
import Foundation

struct IdleBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "idle", abstract: "What a desk does while nothing happens.")
  static let sizes = [10_000]

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    let seconds = options.repetitions(10, few: 3)
    var table = Table(["idle for \(seconds) s", "wake-ups", "CPU ticks"])
    for size in sizes {
      let program = try DeskProgram(options.program)
      let corpus = Corpus(size: size)
      let phrases = corpus.phrases
      try program.importPhrases(phrases)
      let file = try program.write(corpus.csv, to: "phrases.csv")
      let title = phrases.first?.title ?? ""
      // Both at once: waiting is all there is to do.
      let desks = [
        ("\(size.grouped) phrases of a store", try program.open(showing: title)),
        ("\(size.grouped) phrases of a file", try program.open(["--kb", file], showing: title)),
      ]
      defer { for (_, run) in desks { run.close() } }
      // Threads that were needed for the start have half a second to go.
      usleep(500_000)
      let before = try desks.map { try ProcessFacts($0.1.child.pid) }
      sleep(UInt32(seconds))
      for ((name, run), before) in zip(desks, before) {
        let after = try ProcessFacts(run.child.pid)
        let wakeUps = after.switches - before.switches
        table.add(name, String(wakeUps), String(after.ticks - before.ticks))
        if wakeUps != 0 {
          report.broken.append("\(name): woke up \(wakeUps) times in \(seconds) s of idleness")
        }
      }
    }
    report.tables.append(table)
    return report
  }
}
