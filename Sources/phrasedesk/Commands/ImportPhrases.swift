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
      removed. A file with an error is refused as a whole, and changes nothing. Without ids a phrase is \
      known by where it stands and its title or its text.

      EXAMPLES
        phrasedesk import replies.csv
        phrasedesk import --columns title=subject,text=answer old.csv
      """)

  @OptionGroup var input: FileOptions

  @Flag(help: "Only show what is there.")
  var dryRun = false

  func run() throws {
    let context = Context()
    context.tellProblems()
    do {
      let list = try input.read(source: "personal", level: .personal)
      try ListPreview(list, of: input.file, context.language).tell(isWhole: dryRun)
      if dryRun { return }
      let access = SourceAccess(context)
      defer { access.close() }
      let summary = try access.attempt { store throws(StoreError) in
        try store.importPersonal(list)
      }
      if summary.added + summary.changed > 0 { access.backUp() }
      try Output.line(summary.sentence(context.language))
      if summary.added > 0, context.settings.showsStarter, try access.sources().isEmpty {
        ErrorOutput.write(MineSentence.starterStays.sentence(context.language))
      }
    } catch let error as OpeningError {
      throw CommandFailure(error, context.language)
    }
  }
}
