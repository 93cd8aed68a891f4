import ArgumentParser
import Keeping
import Phrases

struct CheckFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a knowledge base file: every finding with its line and column.",
    discussion: """
      Exit code 0 when the file can be used, 1 when it has errors.

      EXAMPLES
        phrasedesk check replies.csv
        phrasedesk check --columns title=subject,text=answer old.csv
      """)

  @OptionGroup var input: FileOptions

  func run() throws {
    let context = Context()
    let list = try read(context)
    for warning in list.warnings {
      try Output.line(warning.sentence(context.language, file: input.file))
    }
    if !list.unknownColumns.isEmpty {
      let sentence = CommandSentence.ignoredColumns(input.file, list.unknownColumns)
      try Output.line(sentence.sentence(context.language))
    }
    try Output.line(CommandSentence.checked(input.file, list).sentence(context.language))
  }

  /// Reads the file; its errors are the command's output.
  private func read(_ context: Context) throws -> KnowledgeBase {
    do throws(OpeningError) {
      return try input.read(source: "file", level: .company)
    } catch {
      guard case .badFile(let errors) = error else {
        throw CommandFailure(error, context.language)
      }
      for sentence in errors.sentences(context.language) { try Output.line(sentence) }
      throw CommandFailure(.nothing)
    }
  }
}
