import ArgumentParser
import Foundation
import Keeping
import Phrases

/// The keys that everyday tasks take here, and finding the same phrases with fzf over the same file.
struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "The keys of everyday tasks, beside fzf on the same file.",
    discussion: """
      fzf gets the starter in that language, a phrase a line: title, text, code. Its keys are the fewest that put the \
      phrase first, from the title's beginning, and Enter; 汉字 are typed as their pinyin and a key that takes \
      them. Where fzf is not installed its columns are empty.
      """)

  func run() throws {
    print(try Ledger.text(fzf: Program.path(of: "fzf")), terminator: "")
  }

  /// The table of `docs/benchmarks.md`, without fzf's columns where that is nil.
  static func text(fzf program: String?) throws -> String {
    var table = Table(["task", "Chinese", "fzf", "English", "fzf"])
    var ratios: [Double] = []
    let tasks = Story.all.map(\.task).reduce(into: [String]()) { tasks, task in
      if !tasks.contains(task) { tasks.append(task) }
    }
    for task in tasks {
      var cells = [task]
      for language in [Language.chinese, .english] {
        guard let story = Story.all.first(where: { $0.task == task && $0.language == language })
        else { continue }
        let keys: Int
        do {
          keys = try story.keys()
        } catch {
          throw LabFailure("\(task), \(language): \(error)")
        }
        let other = try program.flatMap { try fzfKeys(story, $0) }
        if let other { ratios.append(Double(keys) / Double(other)) }
        cells += [String(keys), other.map(String.init) ?? (program == nil ? "" : "cannot")]
      }
      table.add(cells)
    }
    let median = ratios.sorted()[safe: ratios.count / 2]
    let note = median.map {
      String(format: "\nKeys here for each of fzf's, where it can: %.2f (median).\n", $0)
    }
    return table.text + (note ?? "")
  }

  private static func fzfKeys(_ story: Story, _ program: String) throws -> Int? {
    guard case .finds(let titles) = story.fzf else { return nil }
    let phrases = Opening.starter(story.language)
    let lines = phrases.map { phrase in
      [phrase.title, phrase.text.replacing("\n", with: " "), phrase.code].joined(separator: "\t")
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-ledger-\(UUID().uuidString)")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try titles.reduce(0) { try $0 + fewest(for: $1, program, file.path) }
  }

  /// The fewest keys that put the phrase of a title first, and Enter.
  private static func fewest(for title: String, _ program: String, _ file: String) throws -> Int {
    for count in 1...title.count {
      let query = String(title.prefix(count))
      let output = try Program.output(
        of: program, ["--filter", query], environment: [:], input: file)
      guard output.hasPrefix(title + "\t") else { continue }
      return keys(of: query) + 1
    }
    throw LabFailure("fzf never puts \(title) first")
  }

  /// What an input method is typed for it: the letters, and one key that takes them.
  private static func keys(of query: String) -> Int {
    let letters = Letters(query).all
    let isChinese = letters.contains(where: \.isHanzi)
    return letters.reduce(isChinese ? 1 : 0) { $0 + ($1.reading?.syllable.count ?? 1) }
  }
}

extension [Double] {
  fileprivate subscript(safe index: Int) -> Double? { indices.contains(index) ? self[index] : nil }
}
