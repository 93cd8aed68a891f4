import Foundation
import Phrases
import Search

/// Somebody who types queries into a running program and looks at the screen after every key.
struct Typist {
  let name: String
  private(set) var samples = Samples()
  /// Keys after which the screen never showed the right count.
  private(set) var failures: [String] = []

  private let run: TerminalRun
  /// What makes the search box ready for a new query, and what the screen shows then.
  private let startOver: String
  private let showsStart: (ScreenText) -> Bool
  /// How many hits a query has, and whether the screen says so.
  private let count: (String) throws -> Int
  private let shows: (ScreenText, Int) -> Bool

  /// Presses the keys of one query, one after the other.
  ///
  /// After a key that leaves the count as it was nobody could tell from the screen when the search
  /// was done: it is pressed, and not counted.
  mutating func type(_ entry: KeystrokeLog.Entry) {
    run.terminal.type(startOver)
    guard run.settle(showing: showsStart) != nil else {
      failures.append("the search box did not become ready for \(entry.query)")
      return
    }
    var previous = -1
    for (key, prefix) in zip(entry.query, entry.prefixes) {
      guard let count = try? count(prefix) else { continue }
      defer { previous = count }
      let start = ContinuousClock.now
      run.terminal.type(String(key))
      if let end = run.settle(within: .seconds(3), showing: { shows($0, count) }) {
        if count != previous { samples.add(end - start) }
      } else {
        failures.append(
          "\(count) hits of \(prefix) did not appear, but:\n\(run.screen.text)")
      }
    }
  }

  /// The desk on its store: Alt+Z selects what was typed before, so that the next key replaces it.
  static func desk(_ program: DeskProgram, _ corpus: Corpus) throws -> Typist {
    let library = Library(corpus.phrases)
    let all = corpus.entries.count.grouped
    let run = try program.open(showing: corpus.entries.first?.phrase.title ?? "")
    return Typist(
      name: "phrasedesk", run: run, startOver: "\u{1B}z", showsStart: { _ in true },
      count: { query in
        var search = SearchRun(query: query, library: library, limit: 1)
        search.finish()
        return search.result.total
      },
      shows: { $0.line(0).hasSuffix(" \($1.grouped) of \(all)") })
  }

  /// Interactive fzf as it comes, on lines with pinyin.
  static func fzf(_ path: String, _ program: DeskProgram, _ corpus: Corpus) throws -> Typist {
    let lines = corpus.phrases.map { ExpandedLines.line(of: $0) + "\n" }
    let file = try program.write(Array(lines.joined().utf8), to: "lines.txt")
    var environment = program.environment
    environment["SHELL"] = "/bin/sh"
    let count = lines.count
    let run = try TerminalRun(path, environment: environment, input: file)
    func shows(_ screen: ScreenText, _ hits: Int) -> Bool {
      // `  12/2000 ────`; the count changes when the search is done.
      screen.line(screen.rows - 2).split(separator: " ").first ?? "" == "\(hits)/\(count)"
    }
    _ = try run.settled("\(count) lines") { shows($0, count) }
    return Typist(
      name: "fzf", run: run, startOver: "\u{15}", showsStart: { shows($0, count) },
      count: { query in
        try Program.output(of: path, ["--filter", query], environment: environment, input: file)
          .utf8.count { $0 == UInt8(ascii: "\n") }
      },
      shows: shows)
  }
}
