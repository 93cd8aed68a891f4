import Foundation
import Keeping
import Phrases

/// The books that the evaluation runs on.
enum Shelf {
  /// Real lists beside the package, which are no part of it, and what is known of them.
  private static let real: [(name: String, intent: (@Sendable (Phrase) -> String)?)] = [
    ("zh_rail12306", nil), ("zh_talkq_scripts", nil),
    ("en_bitext", { "\($0.category)/\($0.subcategory)" }),
  ]

  /// `../shared/data` of the package that this file was compiled in.
  private static let data = (0..<5)
    .reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    .appending(path: "../shared/data").standardizedFileURL

  /// How many phrases the generated list gets.
  private static let generatedSize = 2_000

  /// The built-in lists: what every change is checked with.
  static var small: [Book] {
    let corpus = Corpus(size: 1_000)
    let intents = Dictionary(
      corpus.entries.map { ($0.phrase.key, $0.intent.title) }, uniquingKeysWith: { $1 })
    return [
      Book(name: "corpus", kind: .regression, phrases: corpus.phrases) { phrase in
        Book.folded(intents[phrase.key] ?? phrase.title)
      },
      Book(name: "starter", kind: .hard, phrases: Opening.starter(.chinese)),
    ]
  }

  /// The lists beside the package, and what is missing.
  static func full() throws -> (books: [Book], missing: [String]) {
    var books: [Book] = []
    var missing: [String] = []
    if let generated = try generated() {
      books.append(generated)
    } else {
      missing.append("generated")
    }
    for (name, intent) in real {
      let path = data.appending(path: "\(name).csv").path
      guard FileManager.default.fileExists(atPath: path) else {
        missing.append(name)
        continue
      }
      books.append(
        Book(name: name, kind: .hard, phrases: try phrases(of: path), intent: intent))
    }
    return (books, missing)
  }

  /// Any other knowledge base, of which nothing is known but what stands in it.
  static func book(of path: String) throws -> Book {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    return Book(name: name, kind: .hard, phrases: try phrases(of: path))
  }

  /// A list of short titles, each with many texts, of a script that draws it from a seed.
  private static func generated() throws -> Book? {
    let script = data.appending(path: "generate_phrases.py").path
    guard FileManager.default.fileExists(atPath: script), let python = Program.path(of: "python3")
    else { return nil }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-lab-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try Program.output(
      of: python, [script, String(generatedSize), "--format", "csv", "-o", file.path])
    return Book(name: "generated", kind: .regression, phrases: try phrases(of: file.path))
  }

  private static func phrases(of path: String) throws -> [Phrase] {
    try Opening.read(path, source: "file", level: .company).phrases
  }
}
