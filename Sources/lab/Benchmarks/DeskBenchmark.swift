import ArgumentParser
import Desk
import Search

struct DeskBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "From a key to the canvas, in process.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["desk, 120x35, each key", "keys", "p50", "p99", "worst"])
    for size in sizes {
      let corpus = Corpus(size: size)
      let log = KeystrokeLog(corpus, count: options.repetitions(60, few: 30))
      var desk = Desk()
      _ = desk.handle(.resize(rows: TerminalRun.rows, columns: TerminalRun.columns))
      _ = desk.handle(.library(Library(corpus.phrases), origin: .store))
      guard let arrows = Key.script(String(repeating: "<Down>", count: 10)) else { continue }
      let typed = log.entries.flatMap { entry in
        [Key(.character("z"), .alt)] + entry.query.unicodeScalars.map { Key(.character($0)) }
      }
      var handling = Samples()
      var drawing = Samples()
      var both = Samples()
      var moving = Samples()
      for round in 0...options.repetitions(3, few: 1) {
        for key in typed {
          let (handled, drawn) = press(key, &desk)
          guard round > 0 else { continue }
          handling.add(handled)
          drawing.add(drawn)
          both.add(handled + drawn)
        }
        for key in arrows {
          let (handled, drawn) = press(key, &desk)
          if round > 0 { moving.add(handled + drawn) }
        }
      }
      func row(_ name: String, _ samples: Samples) {
        table.add(
          "\(name), \(size.grouped)", samples.count.grouped, samples.median.text, samples.p99.text,
          samples.worst.text)
      }
      row("typing, key to canvas", both)
      row("  of it handle", handling)
      row("  of it draw", drawing)
      row("Down, key to canvas", moving)
    }
    report.tables.append(table)
    return report
  }

  private func press(_ key: Key, _ desk: inout Desk) -> (handled: Duration, drawn: Duration) {
    let start = ContinuousClock.now
    _ = desk.handle(.key(key, at: 0))
    let middle = ContinuousClock.now
    let canvas = desk.draw()
    let end = ContinuousClock.now
    precondition(canvas.rows == TerminalRun.rows, "the desk draws what the terminal shows")
    return (middle - start, end - middle)
  }
}
