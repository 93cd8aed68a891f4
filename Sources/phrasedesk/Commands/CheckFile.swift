import ArgumentParser
import Keeping
import Phrases
import Review

struct CheckFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a knowledge base file: every finding with its row, phrase and column.",
    discussion: """
      FILE is a file, an address, or the name of a connected source. --fix writes another file with what \
      is mechanical put right: spaces at the ends of texts, full-width braces, line breaks spelt out, \
      markup, dates, rows that stand twice.

      Exit code 0 when the file can be used, 1 when it has errors.

      EXAMPLES
        phrasedesk check replies.csv
        phrasedesk check --columns title=subject,text=answer old.csv
        phrasedesk check replies.xlsx --fix better.csv
      """)

  @OptionGroup var input: FileOptions

  @Flag(help: "One JSON document instead of lines.")
  var json = false

  @Option(
    help: ArgumentHelp("Write the file with what is mechanical put right.", valueName: "file"))
  var fix: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  /// The file as it is told anybody: an address without its secrets.
  private var shownName: String {
    input.file.contains("://") ? SafeText.withoutSecrets(address: input.file) : input.file
  }

  func run() throws {
    let context = Context()
    let list = try read(context)
    if json {
      try JSONOutput.write(CheckDocument(list.base, file: shownName, context.language))
    } else {
      try tell(list.base, context.language)
    }
    if let fix {
      let format = KnowledgeBaseFormat(fileName: fix)
      try write(MechanicalFix(of: list, as: format), to: fix, context)
    }
  }

  private func tell(_ list: KnowledgeBase, _ language: Language) throws {
    for group in FindingGroup.all(of: list.warnings) {
      try Output.line(group.sentence(language, file: shownName))
    }
    if !list.unknownColumns.isEmpty {
      let sentence = CommandSentence.ignoredColumns(shownName, list.unknownColumns)
      try Output.line(sentence.sentence(language))
    }
    if !list.foreignHeaders.isEmpty {
      try Output.line(CommandSentence.mapped(shownName, list).sentence(language))
    }
    try Output.line(CommandSentence.checked(shownName, list).sentence(language))
  }

  /// Reads the file; its errors are the command's output.
  private func read(_ context: Context) throws -> ListFile {
    let (bytes, options) = try CheckTarget(input.file, input.reading, context).fetched()
    do throws(KnowledgeBaseError) {
      return try ListFile(bytes, options)
    } catch {
      if json {
        try JSONOutput.write(CheckDocument(error, file: shownName, context.language))
      } else {
        for sentence in error.sentences(context.language) { try Output.line(sentence) }
      }
      if let fix { ErrorOutput.write(CommandSentence.notFixed(fix).sentence(context.language)) }
      throw CommandFailure(.nothing)
    }
  }

  private func write(
    _ fixed: MechanicalFix, to file: String, _ context: Context
  ) throws {
    do throws(OpeningError) {
      try FileBytes.write(fixed.bytes, to: file, replacing: force)
    } catch {
      throw CommandFailure(error, context.language)
    }
    let sentence = CommandSentence.fixed(file, fixed.count).sentence(context.language)
    if json { ErrorOutput.write(sentence) } else { try Output.line(sentence) }
  }
}
