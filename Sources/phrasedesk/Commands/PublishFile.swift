import ArgumentParser
import Keeping
import Phrases
import Store
import Sync

struct PublishFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts a checked file where desks read it, after showing what they will see change.",
    discussion: """
      A path is replaced at once and as a whole; a git repository gets a commit, which is pushed. A \
      file with errors is not published.

      EXAMPLES
        phrasedesk publish new.csv /srv/team/phrases.csv
        phrasedesk publish new.csv company --message "Double eleven"
        phrasedesk publish --dry-run new.csv company
      """)

  @Option(help: "Why, for the commit.")
  var message = "Update the phrases"

  @Option(help: .columns, transform: ColumnMapping.argument)
  var columns: ColumnMapping?

  @Option(help: .placeholders, transform: PlaceholderStyles.argument)
  var placeholders: PlaceholderStyles?

  @Flag(help: "Only show what would change.")
  var dryRun = false

  @Argument(help: "A CSV or JSON file.")
  var file: String

  @Argument(help: "A connected source's name, a path, or a file in a git repository.")
  var target: String

  func run() throws {
    let context = Context()
    let language = context.language
    let (address, source) = try destination(context)
    let bytes: [UInt8]
    var new: KnowledgeBase
    do throws(OpeningError) {
      bytes = try FileBytes.read(file)
      new = try Opening.read(
        file, columns: columns ?? ColumnMapping(), placeholders: styles(of: source),
        source: source.name, level: source.level)
    } catch {
      throw CommandFailure(error, language)
    }
    let old = try published(source, context)
    new.inheritIDs(from: old)
    let difference = Difference(from: old, to: new.phrases)
    for line in difference.lines(language) { try Output.line(line) }
    for warning in new.warnings where warning.problem.concernsPlaceholders {
      ErrorOutput.write(warning.sentence(language, file: file))
    }
    if dryRun { return }
    do throws(FetchFailure) {
      let publishing = Publishing(
        environment: context.environment, temporaryFolder: context.transports.cache)
      let published = try publishing.publish(bytes, to: address, message: message)
      try? Output.line(SourceSentence.published(published).sentence(language))
    } catch {
      throw CommandFailure(.sourceUnreachable, error.sentence(language, source: target))
    }
  }

  /// Where to publish, as an address and as a source.
  private func destination(_ context: Context) throws -> (SourceAddress, Source) {
    let access = SourceAccess(context, mode: .readOnly)
    if let source = try? access.sources().first(where: { $0.name == target }) {
      return (try access.address(source.address), source)
    }
    let address = try SourceAccess.address(target, context.language)
    return (address, Source(name: address.suggestedName, address: address.description))
  }

  /// As desks read the file, unless somebody says otherwise.
  private func styles(of source: Source) -> PlaceholderStyles {
    placeholders ?? (try? PlaceholderStyles(source.placeholders)) ?? []
  }

  /// What desks see now; nothing where there is no file yet.
  private func published(_ source: Source, _ context: Context) throws -> [Phrase] {
    guard let transport = try? context.transports.transport(of: source),
      case .file(let fetched)? = try? transport.fetch(unless: nil)
    else { return [] }
    let options = ReadOptions(
      file: source.shownAddress, source: source.name, level: source.level,
      columns: columns ?? ColumnMapping(), placeholders: styles(of: source))
    return (try? KnowledgeBase.read(fetched.bytes, options))?.phrases ?? []
  }
}
