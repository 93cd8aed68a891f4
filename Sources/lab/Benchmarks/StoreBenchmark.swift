import ArgumentParser
import Foundation
import Store

struct StoreBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Importing into the store, and opening and reading it.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["store", "median", "worst", "a phrase"])
    for size in sizes { try measure(size, &table, &report) }
    report.tables.append(table)
    return report
  }

  private func measure(_ size: Int, _ table: inout Table, _ report: inout Report) throws {
    let phrases = Corpus(size: size).phrases
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(ProcessInfo.processInfo.processIdentifier)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var fresh = Samples()
    var again = Samples()
    var reading = Samples()
    for round in 0..<options.repetitions(5, few: 2) {
      let path = "\(folder)/\(round)/phrases.sqlite"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(round)", withIntermediateDirectories: true)
      let store = try Store.open(at: path)
      let added = try fresh.measure { try store.importPersonal(phrases).added }
      let unchanged = try again.measure { try store.importPersonal(phrases).unchanged }
      store.close()
      let read = try reading.measure {
        let store = try Store.open(at: path)
        defer { store.close() }
        return try store.phrases().count
      }
      if [added, unchanged, read] != [size, size, size] {
        report.broken.append(
          "of \(size) phrases \(added) were added, \(unchanged) unchanged and \(read) read")
      }
    }
    func row(_ name: String, _ samples: Samples) {
      table.add(
        "\(name), \(size.grouped)", samples.median.text, samples.worst.text,
        String(format: "%.2f us", samples.median.milliseconds * 1_000 / Double(size)))
    }
    row("import", fresh)
    row("import the same again", again)
    row("open and read", reading)
  }
}
