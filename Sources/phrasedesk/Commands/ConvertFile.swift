import ArgumentParser
import Formats
import Keeping
import Phrases

struct ConvertFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes any list that can be read as CSV, JSON or a workbook.",
    discussion: """
      What is read is told by its content: CSV, JSON of any shape, workbooks, YAML, Markdown, web tables, and \
      the files of other tools. What cannot be carried over is said. A file that exists is replaced only \
      with --force.

      EXAMPLES
        phrasedesk convert macros.json replies.csv
        phrasedesk convert --from espanso base.yml replies.xlsx
        phrasedesk convert --dry-run replies.xlsx replies.csv
      """)

  @OptionGroup var input: FileOptions

  @Option(help: "csv, tsv, json or xlsx; otherwise the name of what is written decides.")
  var format: String?

  @Flag(help: "Only show what would be written.")
  var dryRun = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Argument(help: "Where to; - is standard output.")
  var output: String

  func validate() throws {
    if let format, KnowledgeBaseFormat(name: format) == nil {
      throw ValidationError(CommandSentence.badFormat(format).sentence(.current))
    }
  }

  func run() throws {
    let context = Context()
    let list = try read(context)
    try ListPreview(list, of: input.file, context.language).tell(isWhole: dryRun)
    if dryRun { return }
    let format = try KnowledgeBaseFormat.toWrite(output, format)
    let bytes = ListFormats.write(list.phrases, as: format, withBOM: output != "-")
    if output == "-" { return try Output.document(bytes) }
    do throws(OpeningError) {
      try FileBytes.write(bytes, to: output, replacing: force)
    } catch {
      throw CommandFailure(error, context.language)
    }
    try Output.line(
      CommandSentence.exported(list.phrases.count, output).sentence(context.language))
  }

  private func read(_ context: Context) throws -> KnowledgeBase {
    do throws(OpeningError) {
      return try input.read(source: "file", level: .company)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}
