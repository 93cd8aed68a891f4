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
      """)

  @OptionGroup var phrases: PhraseOptions

  @Option(help: "How many phrases to print.")
  var limit = 20

  @Flag(help: "Print one JSON document; ranges count Unicode scalars, the end excluded.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError(CommandSentence.badLimit.sentence(.current)) }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let text = try message(in: context)
    let library = try context.finder(context.keeper(context.opening(phrases))).library
    var run = SuggestionRun(message: text, library: library, limit: limit)
    run.finish()
    var output = DocumentBuffer.forOutput()
    if json {
      HitDocument(message: Message(text), result: run.result, library: library).append(to: &output)
    } else {
      for (index, hit) in run.result.hits.enumerated() {
        output.hit(library.phrase(hit.number), rank: index + 1)
      }
    }
    try output.flush()
    guard run.result.total > 0 else {
      throw CommandFailure(
        .nothing, json ? nil : CommandSentence.nothingSuggested.sentence(context.language))
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
