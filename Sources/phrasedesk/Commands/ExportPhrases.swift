import ArgumentParser
import Formats
import Keeping
import Phrases
import Store

struct ExportPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes phrases to a file: CSV, JSON or a workbook, by the file's name or --format.",
    discussion: """
      Without an option it writes your own phrases. A file that exists is replaced only with --force. \
      In CSV a cell that a spreadsheet would run as a formula begins with ', which phrasedesk drops \
      again.

      EXAMPLES
        phrasedesk export mine.csv
        phrasedesk export --starter list.csv      a list to begin your own from
        phrasedesk export --source company list.csv
        phrasedesk export --source company list.xlsx
        phrasedesk export --kb replies.csv replies.json
      """)

  @OptionGroup var phrases: PhraseOptions

  @Flag(help: "The built-in starter knowledge base.")
  var starter = false

  @Option(help: "csv, tsv, json or xlsx; otherwise the file's name decides, and csv for any other.")
  var format: String?

  @Option(help: ArgumentHelp("The phrases of this connected source.", valueName: "name"))
  var source: String?

  @Flag(help: "Write cells as they are, also those that a spreadsheet would run.")
  var raw = false

  @Flag(
    name: .customLong("no-bom"),
    help: "Leave out the mark by which Excel knows UTF-8 (byte order mark).")
  var hasNoBOM = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Argument(help: "Where to; - is standard output.")
  var file: String

  func validate() throws {
    if let format, KnowledgeBaseFormat(name: format) == nil {
      throw ValidationError(CommandSentence.badFormat(format).sentence(.current))
    }
    if [starter, phrases.kb != nil, source != nil].count(where: { $0 }) > 1 {
      throw ValidationError(CommandSentence.twoLists.sentence(.current))
    }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let list = try self.list(context)
    guard !list.isEmpty else {
      let sentence = source.map(CommandSentence.nothingIn) ?? .nothingToExport
      throw CommandFailure(.nothing, sentence.sentence(context.language))
    }
    let format = try KnowledgeBaseFormat.toWrite(file, format)
    let bytes = ListFormats.write(
      list, as: format, withBOM: !hasNoBOM && NamedFile.isOrdinary(file), isGuarded: !raw)
    if file == "-" {
      try Output.document(bytes)
      return
    }
    try NamedFile.write(bytes, to: file, replacing: force, context.language)
    try Output.line(CommandSentence.exported(list.count, file).sentence(context.language))
  }

  private func list(_ context: Context) throws -> [Phrase] {
    if starter { return Opening.starter(context.language) }
    if phrases.kb != nil { return try context.openOwn(phrases) }
    let access = SourceAccess(context, mode: .readOnly)
    defer { access.close() }
    let name = try source.map { try access.source($0).name }
    let kept = try access.attempt { store throws(StoreError) -> [Phrase] in
      guard let name else { return try store.ownPhrases() }
      return try store.phrases(ofSource: name)
    } orMissing: {
      []
    }
    do throws(OpeningError) {
      return try context.opening(phrases).chosen(from: kept)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}
