import ArgumentParser
import Keeping
import Phrases

struct StartBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "From the start of the program to the first frame with phrases."
  )

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["start, in a terminal of 120x35", "runs", "median", "p90", "worst"])
    func row(_ name: String, _ samples: Samples) {
      table.add(
        name, samples.count.grouped, samples.median.text, samples.percentile(90).text,
        samples.worst.text)
    }
    let runs = options.repetitions(20, few: 5)
    let bare = try DeskProgram(options.program)
    row("--version", try samples(runs, bare, ["--version"], showing: "."))
    row(
      "desk, starter phrases",
      try samples(runs, bare, showing: Opening.starter(.english).first?.title ?? ""))
    for size in sizes {
      let program = try DeskProgram(options.program)
      let phrases = Corpus(size: size).phrases
      try program.importPhrases(phrases)
      let title = phrases.first?.title ?? ""
      row("desk, \(size.grouped) phrases", try samples(runs, program, showing: title))
    }
    report.tables.append(table)
    return report
  }

  private func samples(
    _ runs: Int, _ program: DeskProgram, _ arguments: [String] = [], showing text: String
  ) throws -> Samples {
    var samples = Samples()
    for _ in 0...runs {
      let run = try program.run(arguments)
      let end = try run.settled(text) { $0.contains(text) }
      samples.add(end - run.start)
      run.close()
    }
    // The first run brings the program and the store into the page cache.
    return samples.droppingFirst
  }
}
