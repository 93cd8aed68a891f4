import ArgumentParser
import Foundation
import Keeping
import Phrases

struct MemoryBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Private memory of a running desk.")

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    var table = Table(["private memory of the desk", "all", "over its base", "a phrase"])
    let bare = try DeskProgram(options.program)
    let empty = try bare.write(Array("text\n".utf8), to: "empty.csv")
    let base = try memory(of: bare, ["--kb", empty], showing: "no phrases")
    table.add("base: a file without phrases", Self.text(base), "", "")
    let starter = try memory(of: bare, showing: Opening.starter(.english).first?.title ?? "")
    table.add("starter phrases", Self.text(starter), Self.text(starter - base), "")
    for size in sizes {
      let program = try DeskProgram(options.program)
      let phrases = Corpus(size: size).phrases
      try program.importPhrases(phrases)
      let all = try memory(of: program, showing: phrases.first?.title ?? "")
      table.add(
        "\(size.grouped) phrases", Self.text(all), Self.text(all - base),
        "\((all - base) / size) bytes")
    }
    report.tables.append(table)
    return report
  }

  private func memory(
    of program: DeskProgram, _ arguments: [String] = [], showing text: String
  ) throws -> Int {
    let run = try program.open(arguments, showing: text)
    defer { run.close() }
    return try ProcessFacts(run.child.pid).privateBytes
  }

  private static func text(_ bytes: Int) -> String {
    String(format: "%.1f MB", Double(bytes) / 1e6)
  }
}
