import ArgumentParser
import Formats
import Keeping
import Phrases
import Store
import Sync

struct ConnectSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Connects a knowledge base file that every desk follows, and syncs it once.",
    discussion: """
      SOURCE is a path, also on a network folder; an http or https address; or a file in a git \
      repository. A token for a server is read from PHRASEDESK_TOKEN_NAME or from the file \
      tokens/NAME beside the settings (mode 0600), never from the command line.

      EXAMPLES
        phrasedesk connect /srv/team/phrases.csv
        phrasedesk connect https://kb.example.com/phrases.csv --name company
        phrasedesk connect "git+ssh://git@example.com/kb.git//phrases.csv?ref=main"
        phrasedesk connect --dry-run new.csv
      """)

  @Option(help: "What to call it; without, the file's name.")
  var name: String?

  @Option(help: "company or department: whose phrases these are.")
  var level: Level = .company

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Let plain http go to other than private addresses.")
  var allowHttp = false

  @Flag(help: "Only show what is there.")
  var dryRun = false

  /// Whether an agent connects it, who can do nothing about what a supervisor would want to know of it.
  @Flag(help: ArgumentHelp("Say only what an agent needs.", visibility: .hidden))
  var isForAgent = false

  @Argument(help: "A path, an address of the web, or a file in a git repository.")
  var source: String

  func validate() throws {
    if level == .personal { throw ValidationError("--level takes company or department.") }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let address = try SourceAccess.address(source, context.language)
    let name = name ?? address.suggestedName
    guard SourceName.isUsable(name) else {
      throw CommandFailure(.wrongUse, SourceSentence.badName(name).sentence(context.language))
    }
    let source = Source(
      name: name, address: address.description, level: level,
      columns: reading.columns?.argument ?? "",
      placeholders: reading.placeholders?.argument ?? "", encoding: reading.encoding?.option ?? "",
      reading: reading.hints.lines, allowsHTTP: allowHttp)
    if dryRun {
      _ = try show(source, context)
      return
    }
    let access = SourceAccess(context)
    let connected = try access.sources()
    if connected.contains(where: { $0.name == name }) {
      throw CommandFailure(.wrongUse, SourceSentence.nameTaken(name).sentence(context.language))
    }
    if let same = connected.first(where: { $0.address == source.address }) {
      ErrorOutput.write(SourceSentence.connectedTwice(same.name).sentence(context.language))
    }
    let file = try show(source, context)
    let report = try access.sync { sync throws(StoreError) in try sync.connect(source, file) }
    guard let report else {
      throw CommandFailure(.wrongUse, SourceSentence.nameTaken(name).sentence(context.language))
    }
    if case .held(let reasons, _) = report.outcome {
      let sentence = SourceSentence.notConnected(name, reasons.sentence(context.language))
      throw CommandFailure(report.status, sentence.sentence(context.language))
    }
    guard report.isChange else {
      throw CommandFailure(report.status, report.sentence(context.language))
    }
    access.backUp()
    try Output.line(report.sentence(context.language))
  }

  /// Says what the file holds, and gives it; what cannot be fetched or read ends the command.
  private func show(_ source: Source, _ context: Context) throws -> FetchedFile {
    let language = context.language
    let file: FetchedFile
    do throws(FetchFailure) {
      let transport = try transport(of: source, context)
      guard case .file(let fetched) = try transport.fetch(unless: nil) else {
        // Nothing was known of it that it could have been equal to.
        throw FetchFailure(.notFound)
      }
      file = fetched
    } catch {
      throw CommandFailure(.sourceUnreachable, error.sentence(language, source: source.name))
    }
    let base: KnowledgeBase
    do throws(KnowledgeBaseError) {
      var options = source.readOptions(of: file.bytes)
      options.hints.encoding = reading.encoding
      base = try ListFormats.read(file.bytes, options)
    } catch {
      throw CommandFailure(OpeningError.badFile(error), language)
    }
    try Output.line(SourceSentence.found(source.name, base).sentence(language))
    if !isForAgent { try ListPreview(base, of: source.name, language).tell(isWhole: dryRun) }
    return file
  }

  private func transport(
    of source: Source, _ context: Context
  ) throws(FetchFailure) -> any Transport {
    do {
      return try context.transports.transport(of: source)
    } catch {
      throw FetchFailure(.notFound)
    }
  }
}

extension Level: ExpressibleByArgument {}

/// What a source may be called: something that can be typed, and stand in a file name.
enum SourceName {
  static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix("-") && !name.hasPrefix(".")
      && !["personal", "starter", "file"].contains(name)
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || ["-", "_", "."].contains($0)
      }
  }
}
