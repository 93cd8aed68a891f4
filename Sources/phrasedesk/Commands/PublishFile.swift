import ArgumentParser
import Glibc
import Keeping
import Phrases
import Review
import Store
import Sync

struct PublishFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts a checked file where desks read it, after showing what it changes and asking.",
    discussion: """
      A path is replaced at once and as a whole; a git repository gets a commit, which is pushed. A \
      file with errors is not published. What others have published since the file was checked out is \
      put in. The yes travels with the list: no desk asks its agent again.

      EXAMPLES
        phrasedesk checkout company new.csv
        phrasedesk publish new.csv company --message "Double eleven"
        phrasedesk publish new.csv company --yes --accept removed=198,changed=20
        phrasedesk publish --dry-run --details new.csv /srv/team/phrases.csv
      """)

  @Option(name: [.long, .customShort("m")], help: "Why, for the release and the commit.")
  var message = "Update the phrases"

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Only show what would change.")
  var dryRun = false

  @Argument(help: "The list, as every desk is to have it.")
  var file: String

  @Argument(help: "A connected source's name, a path, or a file in a git repository.")
  var target: String

  func run() throws {
    let context = Context()
    let language = context.language
    let (address, source) = try context.destination(target)
    let bytes: [UInt8]
    do throws(OpeningError) {
      bytes = try FileBytes.read(file)
    } catch {
      throw CommandFailure(error, language)
    }
    let desks = DeskReading(source: source, file: file, language: language)
    var list = try desks.list(bytes, toldTo: reading)
    let kind = list.base.format
    var published = try PublishedList.fetch(source, context)
    if let promised = KnowledgeBaseFormat(fileName: address.filePath), promised.name != kind.name,
      published?.list?.base.format.name != kind.name
    {
      let sentence = PublishSentence.otherKind(file, kind, place: source.shownAddress)
      throw CommandFailure(.wrongUse, sentence.sentence(language))
    }
    let base = base(of: source.shownAddress, language)
    if base == nil || published?.list?.givesAllIDs == false,
      let history = try? context.publishing.history(of: address, atMost: Self.mostStates)
    {
      published?.learn(history, desks.list)
    }
    var isCompared = base == nil
    if let published, let base, base.hash != published.hash {
      let merged = try merged(list, base, published, desks)
      // Where what it was taken out of cannot be read, what would be taken back is looked for.
      isCompared = merged == nil
      list = merged ?? list
    }
    list.inheritIDs(from: published?.list?.phrases ?? [])
    var publication = Publication(
      list, to: address, of: source, named: target, after: published, context)
    publication.attachments = PublishedAttachment.all(of: list.phrases, beside: file)
    if isCompared, let published {
      compare(&publication, with: published)
    }
    try publication.show(details: decision.details)
    publication.showWarnings(of: file)
    if dryRun { return }
    if !publication.isSame { try publication.decide(decision.decision) }
    let outcome = try publication.publish(message: message)
    guard base != nil else { return }
    try keep(list, outcome.release ?? published?.release, source, language)
  }

  /// So many of the lists that stood there before are looked at.
  private static let mostStates = 20

  /// What the file was taken out of; nil where nobody knows, or it was another place.
  private func base(of place: String, _ language: Language) -> CheckoutBase? {
    guard let base = CheckoutBase(of: file) else {
      if access(CheckoutBase.path(of: file), F_OK) == 0 {
        ErrorOutput.write(PublishSentence.unreadableBase(file).sentence(language))
      }
      return nil
    }
    guard base.source == place else {
      ErrorOutput.write(PublishSentence.otherBase(base.source).sentence(language))
      return nil
    }
    return base
  }

  /// The file with what others have published since it was taken out; nil where it cannot be compared with that.
  private func merged(
    _ mine: ListFile, _ base: CheckoutBase, _ published: PublishedList, _ desks: DeskReading
  ) throws -> ListFile? {
    let language = desks.language
    guard var old = try? desks.list(Array(base.list)), var theirs = published.list else {
      return nil
    }
    var mine = mine
    if let state = published.states.first(where: { $0.former.hash == base.hash }) {
      old.inheritIDs(from: state.phrases)
    }
    mine.inheritIDs(from: old.phrases)
    theirs.inheritIDs(from: old.phrases)
    let merge = ListMerge(base: old.records, mine: mine.records, theirs: theirs.records)
    let theirsTaken = try decide(merge.collisions, language)
    let changes = merge.changes(takingTheirsOf: theirsTaken)
    guard !changes.isEmpty else { return mine }
    guard let bytes = mine.applying(changes) else {
      throw CommandFailure(
        .wrongUse, PublishSentence.cannotMerge(file, changes.count).sentence(language))
    }
    let who = Publishers(of: published, since: base.release)
    try Output.line(PublishSentence.merged(changes.count, who).sentence(language))
    return try desks.wholeList(bytes)
  }

  /// The collisions that are decided for the others.
  private func decide(
    _ collisions: [ListMerge.Collision], _ language: Language
  ) throws -> Set<Int> {
    guard !collisions.isEmpty else { return [] }
    let asks = isatty(STDIN_FILENO) == 1 && !decision.yes
    var taken: Set<Int> = []
    for (index, collision) in collisions.enumerated() {
      try Output.line(PublishSentence.collision(collision).sentence(language))
      guard asks, !dryRun else { continue }
      let question = PublishSentence.collisionQuestion.sentence(language)
      var answer = Question.answer(question)
      // A slip of the finger does not throw away what was decided before.
      while !["m", "t", ""].contains(answer) { answer = Question.answer(question) }
      if answer.isEmpty {
        throw CommandFailure(.nothing, PublishSentence.notPublished.sentence(language))
      }
      if answer == "t" { taken.insert(index) }
    }
    let isAccepted = decision.accepted.covers(Acceptance.collisions, collisions.count)
    guard asks || dryRun || isAccepted else {
      throw CommandFailure(
        .wrongUse, PublishSentence.undecidedCollisions(collisions.count).sentence(language))
    }
    return taken
  }

  /// Looks for what the file would take back, among the lists that stood there before.
  private func compare(
    _ publication: inout Publication, with published: PublishedList
  ) {
    guard let now = published.list else { return }
    let present =
      published.present ?? FormerList(published.bytes, published.hash, by: "", at: "")
    var states = published.states.map { (list: $0.former, phrases: $0.phrases) }
    if states.isEmpty { states = statesOfDesk(publication) }
    publication.former = [present] + states.map(\.list)
    publication.putBack = PutBack(
      mine: publication.list.phrases, states: [now.phrases] + states.map(\.phrases))
  }

  /// What stood there before as this desk knows it, where the place itself keeps nothing.
  private func statesOfDesk(_ publication: Publication) -> [(list: FormerList, phrases: [Phrase])] {
    let access = SourceAccess(publication.context, mode: .readOnly)
    defer { access.close() }
    let name = publication.source.name
    var states: [(list: FormerList, phrases: [Phrase])] = []
    try? access.attempt { store throws(StoreError) in
      for version in try store.versions(ofSource: name).prefix(20) {
        guard let phrases = try store.phrases(ofSource: name, version: version.number) else {
          continue
        }
        states.append((FormerList([], version.hash, by: version.author, at: ""), phrases))
      }
    }
    return states
  }

  /// Leaves the file, and what it was taken out of, as they were published.
  private func keep(
    _ list: ListFile, _ release: Release?, _ source: Source, _ language: Language
  ) throws {
    do throws(OpeningError) {
      if try FileBytes.read(file) != list.bytes {
        try FileBytes.write(list.bytes, to: file, replacing: true)
        try? Output.line(PublishSentence.fileUpdated(file).sentence(language))
      }
      try CheckoutBase(
        PublishedList(
          bytes: list.bytes, hash: SHA256(of: list.bytes).digits, list: list,
          place: source.shownAddress),
        release: release?.number
      ).write(beside: file)
    } catch {
      throw CommandFailure(error, language)
    }
  }
}

/// How a yes is said, for what is published.
struct DecisionOptions: ParsableArguments {
  @Flag(help: "Every phrase that changes, and how.")
  var details = false

  @Flag(help: "Publish without asking; what desks would wait for has to be named by --accept.")
  var yes = false

  @Option(
    help: ArgumentHelp(
      "What is agreed to, such as removed=198,changed=20.", valueName: "key=number,…"),
    transform: Acceptance.argument)
  var accept: Acceptance?

  var accepted: Acceptance { accept ?? Acceptance() }

  var decision: Publication.Decision { Publication.Decision(yes: yes, accept: accepted) }
}

extension Context {
  /// Where to publish, as an address and as a source.
  func destination(_ target: String) throws -> (SourceAddress, Source) {
    let access = SourceAccess(self, mode: .readOnly)
    defer { access.close() }
    if let source = try? access.sources().first(where: { $0.name == target }) {
      return (try access.address(source.address), source)
    }
    // A name that was mistyped, and no file that is to be: that would have an ending or a folder.
    if !target.contains("/"), !target.contains("."), Glibc.access(target, F_OK) != 0 {
      let names = (try? access.sources().map(\.name)) ?? []
      throw CommandFailure(
        .wrongUse, SourceSentence.noSuchSource(target, names).sentence(language))
    }
    let address = try SourceAccess.address(target, language)
    if case .path(let path) = address, let repository = BareRepository(around: path) {
      throw CommandFailure(
        .wrongUse, SourceSentence.inRepository(path, repository.address).sentence(language))
    }
    return (address, Source(name: address.suggestedName, address: address.description))
  }
}
