import ArgumentParser
import Keeping
import Phrases

struct ExportPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes phrases to a file: CSV or JSON, by the file's name or --format.",
    discussion: """
      Without an option it writes your own phrases. A file that exists is replaced only with --force.

      EXAMPLES
        phrasedesk export mine.csv
        phrasedesk export --starter list.csv      a list to begin your own from
        phrasedesk export --kb replies.csv replies.json
      """)

  @OptionGroup var phrases: PhraseOptions

  @Flag(help: "The built-in starter knowledge base.")
  var starter = false

  @Option(help: "csv, tsv or json; otherwise the file's name decides, and csv for any other.")
  var format: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Argument(help: "Where to; - is standard output.")
  var file: String

  func validate() throws {
    if let format, KnowledgeBaseFormat(name: format) == nil {
      throw ValidationError(CommandSentence.badFormat(format).sentence(.current))
    }
    if starter, phrases.kb != nil {
      throw ValidationError(CommandSentence.twoLists.sentence(.current))
    }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let list = starter ? Opening.starter(context.language) : try context.openOwn(phrases)
    guard !list.isEmpty else {
      throw CommandFailure(.nothing, CommandSentence.nothingToExport.sentence(context.language))
    }
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    let format =
      KnowledgeBaseFormat(name: format ?? ending) ?? .csv(delimiter: .comma)
    let bytes = KnowledgeBase.write(list, as: format)
    if file == "-" {
      try Output.document(bytes)
      return
    }
    do throws(OpeningError) {
      try FileBytes.write(bytes, to: file, replacing: force)
    } catch {
      throw CommandFailure(error, context.language)
    }
    try Output.line(CommandSentence.exported(list.count, file).sentence(context.language))
  }
}
