import ArgumentParser
import Formats
import Foundation
import Keeping
import Phrases

struct CSVBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Reading a CSV file, beside Python's csv module.")
  static let sizes = [100_000]
  static let smallSize = 20_000

  /// What Python does with the same file: every cell as a string, nothing checked.
  private static let script = """
    import csv, sys, time
    start = time.perf_counter()
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    print(time.perf_counter() - start, len(rows))
    """

  /// Ratios of medians on a busy machine are good to about a quarter.
  ///
  /// What is measured is the whole way of a file: which of a dozen kinds it is, its header, every check of its
  /// texts.
  private static let worstRatio = 1.5

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    let python = Program.path(of: "python3")
    if python == nil { report.notes.append("Python is left out: there is no python3.") }
    var table = Table(["reading CSV", "median", "worst", "MB/s"])
    for size in sizes { try measure(size, python, &table, &report) }
    report.tables.append(table)
    return report
  }

  private func measure(
    _ size: Int, _ python: String?, _ table: inout Table, _ report: inout Report
  ) throws {
    let bytes = Corpus(size: size).csv
    let file = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(ProcessInfo.processInfo.processIdentifier).csv")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var ours = Samples()
    var theirs = Samples()
    var ratios: [Double] = []
    for _ in 0..<options.repetitions(11, few: 5) {
      let read = try ours.measure {
        try ListFormats.read(FileBytes.read(file.path), ReadOptions(file: "corpus.csv"))
      }
      if read.phrases.count != size {
        report.broken.append("\(read.phrases.count) phrases were read of \(size)")
      }
      guard let python else { continue }
      let output = try Program.output(of: python, ["-c", CSVBenchmark.script, file.path])
      let fields = output.split { $0 == " " || $0 == "\n" }
      guard let seconds = fields.first.flatMap({ Double($0) }), Int(fields[1]) == size + 1 else {
        throw LabFailure("python3 did not read the file: \(output)")
      }
      theirs.add(.seconds(seconds))
      if let last = ours.durations.last { ratios.append(last / .seconds(seconds)) }
    }
    func row(_ name: String, _ samples: Samples) {
      let rate = Double(bytes.count) / (samples.median / .seconds(1)) / 1e6
      table.add(
        name, samples.median.text, samples.worst.text, String(format: "%.0f", rate))
    }
    row("phrasedesk, \(size.grouped) rows", ours)
    guard !ratios.isEmpty else { return }
    row("python3 csv, \(size.grouped) rows", theirs)
    let ratio = median(ratios)
    report.notes.append(
      String(
        format: "%@ rows: %.2f times the time of Python's csv module (median of %d pairs).",
        size.grouped, ratio, ratios.count))
    if ratio > CSVBenchmark.worstRatio {
      report.broken.append("reading CSV must not be slower than Python's csv module")
    }
  }
}
