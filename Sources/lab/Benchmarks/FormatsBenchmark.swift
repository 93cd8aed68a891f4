import ArgumentParser
import Formats
import Foundation
import Keeping
import Phrases

struct FormatsBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Reading one list as CSV, as a workbook, in YAML and in JSON of another shape.")
  static let sizes = [100_000]
  static let smallSize = 20_000

  /// How many times the time of CSV each may take.
  private static let worstRatios = ["xlsx": 12.0, "yaml": 25.0, "any-json": 20.0]

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["reading", "size", "median", "worst", "times CSV"])
    for size in sizes { try measure(size, &table, &report) }
    report.tables.append(table)
    return report
  }

  private func measure(_ size: Int, _ table: inout Table, _ report: inout Report) throws {
    let csv = Corpus(size: size).csv
    let phrases = try ListFormats.read(csv, ReadOptions(file: "list")).phrases
    let files: [(String, [UInt8])] = [
      ("csv", csv), ("xlsx", ListFormats.write(phrases, as: .workbook)),
      ("yaml", ListsInOtherForms.yaml(phrases)), ("any-json", ListsInOtherForms.groups(phrases)),
    ]
    var samples = files.map { _ in Samples() }
    for _ in 0..<options.repetitions(5, few: 3) {
      for (index, file) in files.enumerated() {
        let read = try samples[index].measure {
          try ListFormats.read(file.1, ReadOptions(file: "list"))
        }
        if read.phrases.count != size {
          report.broken.append("\(file.0): \(read.phrases.count) phrases were read of \(size)")
        }
      }
    }
    for (index, file) in files.enumerated() {
      let ratio = samples[index].median / samples[0].median
      table.add(
        "\(file.0), \(size.grouped) phrases", String(format: "%.1f MB", Double(file.1.count) / 1e6),
        samples[index].median.text, samples[index].worst.text, String(format: "%.1f", ratio))
      if let worst = FormatsBenchmark.worstRatios[file.0], ratio > worst {
        report.broken.append(
          "\(file.0) takes \(ratio) times the time of CSV, and may take \(worst)")
      }
    }
  }
}
