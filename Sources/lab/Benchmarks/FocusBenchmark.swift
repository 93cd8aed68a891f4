import ArgumentParser
import Phrases

struct FocusBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "focus", abstract: "From Alt+Z in a chat to the desk, and from Enter to the chat.",
    discussion: """
      A real tmux with a chat in one pane and the desk beside it, with the key binding that
      phrasedesk integrate tmux prints. Times are those of the last byte on tmux' own terminal: until
      its cursor stands in the search box, and until the phrase stands in the chat with the cursor
      behind it.
      """)

  static var sizes: [Int] { [10_000] }

  @OptionGroup var options: BenchmarkOptions

  func measure() throws -> Report {
    var report = Report()
    guard Program.path(of: "tmux") != nil else {
      report.notes.append("Left out: tmux is not installed.")
      return report
    }
    var table = Table(["in tmux, 120x35", "times", "p50", "p99", "worst"])
    for size in sizes {
      let chat = try ChatInTmux(size: size, program: options.program)
      defer { chat.close() }
      var (toDesk, toChat) = (Samples(), Samples())
      for _ in 0..<options.repetitions(200, few: 20) {
        toDesk.add(try chat.pressAltZ())
        try chat.search()
        toChat.add(try chat.pressEnter())
      }
      for (name, samples) in [
        ("Alt+Z to the search box, \(size.grouped)", toDesk),
        ("Enter to the text in the chat, \(size.grouped)", toChat),
      ] {
        table.add(
          name, samples.count.grouped, samples.median.text, samples.p99.text, samples.worst.text)
      }
    }
    report.tables.append(table)
    return report
  }
}
