import ArgumentParser
import Keeping
import Phrases
import Store

struct ImportPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes the phrases of a file yours: they are kept in the personal level.",
    discussion: """
      Safe to repeat: what is there already is changed where the file differs, and nothing is \
      removed. A file with an error is refused as a whole, and changes nothing.

      EXAMPLES
        phrasedesk import replies.csv
        phrasedesk import --columns title=subject,text=answer old.csv
      """)

  @OptionGroup var input: FileOptions

  func run() throws {
    let context = Context()
    context.tellProblems()
    do {
      let list = try input.read(source: "personal", level: .personal)
      for warning in list.warnings.prefix(5) {
        ErrorOutput.write(warning.sentence(context.language, file: input.file))
      }
      if list.warnings.count > 5 {
        ErrorOutput.write(
          CommandSentence.moreWarnings(list.warnings.count - 5, input.file)
            .sentence(context.language))
      }
      let access = SourceAccess(context)
      defer { access.close() }
      let summary = try access.attempt { store throws(StoreError) in
        try store.importPersonal(list.phrases)
      }
      if summary.added + summary.changed > 0 { access.backUp() }
      try Output.line(summary.sentence(context.language))
    } catch let error as OpeningError {
      throw CommandFailure(error, context.language)
    }
  }
}
