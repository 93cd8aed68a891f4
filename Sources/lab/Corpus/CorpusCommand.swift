import ArgumentParser
import Foundation

struct WriteCorpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Writes the made-up phrases that everything is measured with.")

  @Option(help: "How many phrases.")
  var size = 10_000

  @Argument(help: "The CSV file to write; without it, only what the corpus is like is printed.")
  var file: String?

  func run() throws {
    let corpus = Corpus(size: max(size, 1))
    if let file { try Data(corpus.csv).write(to: URL(filePath: file)) }
    print(WriteCorpus.summary(of: corpus).text, terminator: "")
  }

  private static func summary(of corpus: Corpus) -> Table {
    func average(_ measure: (Corpus.Entry) -> Int) -> String {
      let sum = corpus.entries.reduce(0) { $0 + measure($1) }
      return String(format: "%.1f", Double(sum) / Double(corpus.entries.count))
    }
    func share(_ matches: (Corpus.Entry) -> Bool) -> String {
      let count = corpus.entries.count(where: matches)
      return String(format: "%.1f %%", 100 * Double(count) / Double(corpus.entries.count))
    }
    let traditional = Set(Intent.traditional.map(\.title))
    var table = Table(["corpus of \(corpus.entries.count.grouped) phrases", ""])
    table.add("characters of a text", average { $0.phrase.text.count })
    table.add(
      "of these, Chinese characters",
      average { entry in
        entry.phrase.text.unicodeScalars.count { ("\u{4E00}"..."\u{9FFF}").contains($0) }
      })
    table.add("bytes of a text", average { $0.phrase.text.utf8.count })
    table.add("English", share { $0.intent.category == "English" })
    table.add("traditional characters", share { traditional.contains($0.intent.title) })
    table.add("with a product code", share { $0.sku != nil })
    table.add(
      "with an emoji", share { $0.phrase.text.unicodeScalars.contains { $0.value > 0x1F000 } })
    return table
  }
}
