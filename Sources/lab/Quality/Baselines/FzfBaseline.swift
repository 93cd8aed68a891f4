import Foundation
import Phrases

/// What `fzf --filter` finds on lines with pinyin.
struct FzfBaseline: Sendable {
  private let program: String
  private let folder: URL
  /// Lines of titles, and lines with texts for queries that ask for what stands in them.
  private let files: (titles: String, texts: String)

  /// Writes the lines of a book; ``remove()`` removes them.
  init(_ program: String, _ book: Book) throws {
    self.program = program
    folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    files = try (
      FzfBaseline.write(book, ExpandedLines.line(ofTitle:), folder.appending(path: "titles")),
      FzfBaseline.write(book, ExpandedLines.line(of:), folder.appending(path: "texts"))
    )
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The first phrases found, the best first.
  func ranked(_ query: QualityQuery, limit: Int) throws -> [Int] {
    // The first field, a number of the same width in every line, says which phrase it is.
    let output = try Program.output(
      of: program, ["--filter", query.text, "--delimiter", "\t", "--nth", "2.."],
      environment: [:], input: query.stratum.isOfText ? files.texts : files.titles)
    return output.split(separator: "\n", maxSplits: limit).prefix(limit)
      .compactMap { Int($0.prefix(FzfBaseline.numberWidth)) }
  }

  private static let numberWidth = 7

  private static func write(
    _ book: Book, _ line: (Phrase) -> String, _ file: URL
  ) throws -> String {
    var text = ""
    for (index, phrase) in book.phrases.enumerated() {
      text += String(format: "%0\(numberWidth)d\t", index) + line(phrase) + "\n"
    }
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
