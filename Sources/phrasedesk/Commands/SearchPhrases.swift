import ArgumentParser
import HitDocuments
import Keeping
import Phrases
import Search

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

  @Flag(help: "Say of each hit which pass found it, where, and what its score is made of.")
  var explain = false

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
      ? .badLimit
      : explain && (json || queries != nil)
        ? .explainIsText
        : queries == nil ? (isBlank ? .noQuery : nil) : words.isEmpty ? nil : .queryTwice
    if let problem { throw ValidationError(problem.sentence(.current)) }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let finder = try context.finder(context.keeper(context.opening(phrases)))
    if let queries {
      try QueryFile(path: queries).answer(QueryLines.queries, in: context) { text, _, output in
        let query = finder.query(text)
        let result = finder.search(query, limit: limit)
        HitDocument(query: query, result: result, library: finder.library).append(to: &output)
      }
      return
    }
    var output = DocumentBuffer.forOutput()
    let text = words.joined(separator: " ")
    let query = finder.query(text)
    let result = finder.search(query, limit: limit)
    if json {
      HitDocument(query: query, result: result, library: finder.library).append(to: &output)
    } else {
      for (index, hit) in result.hits.enumerated() {
        let phrase = finder.library.phrase(hit.number)
        output.hit(phrase, rank: index + 1)
        guard explain else { continue }
        for line in HitExplanation(hit, in: finder.library, query).lines(context.language) {
          output.line("     \(line)")
        }
      }
    }
    try output.flush()
    guard result.total > 0 else {
      let sentences =
        [CommandSentence.nothingFound(text).sentence(context.language)]
        + context.emptySources.map { SourceSentence.isEmpty($0).sentence(context.language) }
      throw CommandFailure(.nothing, json ? nil : sentences.joined(separator: "\n"))
    }
  }
}
