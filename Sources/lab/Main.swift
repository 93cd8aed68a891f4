import ArgumentParser

/// Measures what phrasedesk does, in process and through a terminal; see `docs/benchmarks.md`.
@main
struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Measures phrasedesk.",
    discussion: """
      Build everything first, in the configuration that is measured: swift build -c release. Those
      that start the real program find it beside lab.
      """,
    subcommands: [WriteCorpus.self, KeysDocument.self, Ledger.self] + benchmarks
      + [AllBenchmarks.self, Torture.self, TortureWorker.self, Soak.self])

  static let benchmarks: [any Benchmark.Type] = [
    CSVBenchmark.self, FormatsBenchmark.self, SearchBenchmark.self, SuggestBenchmark.self,
    QualityBenchmark.self,
    FzfBenchmark.self, StoreBenchmark.self, SyncBenchmark.self, DeskBenchmark.self,
    StartBenchmark.self, KeysBenchmark.self, FocusBenchmark.self, MemoryBenchmark.self,
    IdleBenchmark.self, CustomersBenchmark.self,
  ]
}

struct AllBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Runs all of them; exit code 1 when a bound does not hold.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    var arguments: [String] = options.small ? ["--small"] : []
    if let size = options.size { arguments += ["--size", String(size)] }
    if let program = options.program { arguments += ["--program", program] }
    var broken: [String] = []
    for type in Lab.benchmarks {
      let benchmark = try type.parse(arguments)
      let name = type.configuration.commandName ?? ""
      print("== \(name)")
      do {
        let report = try benchmark.measure()
        print(report.text)
        broken += report.broken.map { "\(name): \($0)" }
      } catch {
        print("FAILED: \(error)\n")
        broken.append("\(name): \(error)")
      }
    }
    guard broken.isEmpty else {
      // Said again at the end, where a log that was cut still has it.
      print("== what did not hold")
      for sentence in broken { print(sentence) }
      throw ExitCode.failure
    }
  }
}
