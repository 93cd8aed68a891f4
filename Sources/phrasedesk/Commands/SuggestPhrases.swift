import ArgumentParser
import HitDocuments
import Keeping
import Phrases
import Search

struct SuggestPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Prints the phrases that answer a customer's message, the best first.",
    discussion: """
      The message is read from standard input, as the customer wrote it: any length, with greetings \
      and all. It is compared by the words it shares with titles, keywords and texts, and is not \
      stored anywhere.

      EXAMPLES
        echo 亲，我上周退的货钱什么时候到账 | phrasedesk suggest
        xclip -o | phrasedesk suggest --limit 3 --json
        phrasedesk suggest --queries messages.txt      one JSON document a line
      """)

  @OptionGroup var phrases: PhraseOptions

  @Option(help: "How many phrases to print.")
  var limit = 20

  @Flag(help: "Print one JSON document; ranges count Unicode scalars, the end excluded.")
  var json = false

  @Option(
    help: ArgumentHelp(
      """
      Answer every line of this file (- is standard input) with one JSON document a line; a message \
      with line breaks is a JSON string.
      """, valueName: "file"))
  var queries: String?

  func validate() throws {
    if limit < 1 { throw ValidationError(CommandSentence.badLimit.sentence(.current)) }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    if let queries {
      try answer(queries, context)
      return
    }
    let text = try message(in: context)
    let finder = try finder(context)
    let library = finder.library
    let result = finder.suggest(text, limit: limit)
    var output = DocumentBuffer.forOutput()
    if json {
      HitDocument(message: Message(text), result: result, library: library).append(to: &output)
    } else {
      for (index, hit) in result.hits.enumerated() {
        output.hit(library.phrase(hit.number), rank: index + 1)
      }
    }
    try output.flush()
    guard result.total > 0 else {
      throw CommandFailure(
        .nothing, json ? nil : CommandSentence.nothingSuggested.sentence(context.language))
    }
  }

  private func finder(_ context: Context) throws -> PhraseFinder {
    try context.finder(context.keeper(context.opening(phrases)))
  }

  private func answer(_ path: String, _ context: Context) throws {
    let finder = try finder(context)
    try QueryFile(path: path).answer(QueryLines.messages, in: context) { text, line, output in
      HitDocument(
        message: Message(text), line: line, result: finder.suggest(text, limit: limit),
        library: finder.library
      ).append(to: &output)
    }
  }

  private func message(in context: Context) throws -> String {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read("-")
    } catch {
      throw CommandFailure(error, context.language)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(.wrongUse, CommandSentence.noMessage.sentence(context.language))
    }
    return text
  }
}
