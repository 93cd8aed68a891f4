import ArgumentParser
import Glibc
import Keeping
import Phrases
import Review
import Sync

struct CheckOut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkout",
    abstract: "Writes the list that desks read to a file, to be edited and published.",
    discussion: """
      FILE.base.json beside it says what the list was, so that publishing it puts in what others have \
      published meanwhile.

      EXAMPLES
        phrasedesk checkout company new.csv
        phrasedesk publish new.csv company
      """)

  @Argument(help: "A connected source's name, a path, or a file in a git repository.")
  var source: String

  @Argument(help: "Where to write the list; it must not be there yet.")
  var file: String

  func run() throws {
    let context = Context()
    let language = context.language
    let (_, source) = try context.destination(source)
    guard access(file, F_OK) != 0 else {
      throw CommandFailure(.wrongUse, PublishSentence.exists(file).sentence(language))
    }
    guard let published = try PublishedList.fetch(source, context) else {
      throw CommandFailure(
        .sourceUnreachable, PublishSentence.nothingPublished(source.name).sentence(language))
    }
    if published.list == nil {
      ErrorOutput.write(PublishSentence.presentHasErrors.sentence(language))
    }
    do throws(OpeningError) {
      // The base first: a list without one would be published as of unknown origin.
      try CheckoutBase(published, release: published.release?.number).write(beside: file)
      try FileBytes.write(published.bytes, to: file, replacing: false)
    } catch {
      throw CommandFailure(error, language)
    }
    try Output.line(
      PublishSentence.checkedOut(
        file, phrases: published.list?.phrases.count ?? 0, release: published.release?.name
      ).sentence(language))
  }
}
