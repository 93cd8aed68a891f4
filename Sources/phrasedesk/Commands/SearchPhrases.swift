import ArgumentParser
import Phrases
import Search
import Session

struct SearchPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Prints the phrases that a query finds, the best first.",
    discussion: """
      Every word of the query has to match the title, text, keywords, code or category: 汉字, full \
      pinyin (tuikuan), initials (tk), or a mixture. Options stand before the query; a query that \
      begins with a dash stands after --.

      EXAMPLES
        phrasedesk search fh
        phrasedesk search --kb replies.csv --limit 3 --json 退款 运费
        phrasedesk search --queries queries.txt      one JSON document a line
      """)

  @OptionGroup var phrases: PhraseOptions

  @Option(help: "How many hits to print.")
  var limit = 20

  @Flag(help: "Print one JSON document; ranges count Unicode scalars, the end excluded.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Answer every line of this file (- is standard input) with one JSON document a line.",
      valueName: "file"))
  var queries: String?

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var words: [String] = []

  func validate() throws {
    let isBlank = words.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    let problem: CommandSentence? =
      limit < 1
      ? .badLimit : queries == nil ? (isBlank ? .noQuery : nil) : words.isEmpty ? nil : .queryTwice
    if let problem { throw ValidationError(problem.sentence(.current)) }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let library = Library(try context.open(phrases))
    if let queries {
      try answer(queries, from: library, in: context)
      return
    }
    let query = words.joined(separator: " ")
    let result = library.search(query, limit: limit)
    if json {
      try JSONOutput.write(HitDocument(query: query, result: result, library: library))
    } else {
      for (index, hit) in result.hits.enumerated() {
        try print(library.phrase(hit.number), rank: index + 1)
      }
    }
    guard result.total > 0 else {
      throw CommandFailure(
        .nothing, json ? nil : CommandSentence.nothingFound(query).sentence(context.language))
    }
  }

  /// Two lines a hit: what it is, and how its text begins.
  private func print(_ phrase: Phrase, rank: Int) throws {
    let code = phrase.code.isEmpty ? "" : "[\(phrase.code)]"
    let facts = ["\(rank)", phrase.title, code, phrase.path.joined(separator: " / ")]
    try Output.line(facts.filter { !$0.isEmpty }.joined(separator: "  "))
    try Output.line("     \(phrase.text.prefix(100))")
  }

  private func answer(_ path: String, from library: Library, in context: Context) throws {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path)
    } catch {
      throw CommandFailure(error, context.language)
    }
    // An answer a line, so that whoever asks can count them: an empty line has an empty answer.
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      let query = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      let result = library.search(query, limit: limit)
      try JSONOutput.write(HitDocument(query: query, result: result, library: library))
    }
  }
}

extension Library {
  /// The hits of a query; nothing to look for finds nothing here.
  func search(_ text: String, limit: Int) -> SearchResult {
    let query = Query(text)
    return query.isEmpty ? .none : search(query, limit: limit)
  }
}
