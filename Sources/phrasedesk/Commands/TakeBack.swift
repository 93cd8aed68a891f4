import ArgumentParser
import Phrases
import Review
import Sync

struct TakeBack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back",
    abstract: "Publishes an earlier release again, for every desk.",
    discussion: """
      Without a number what stood there before the list of now. It is published as a new release, after \
      showing what changes, whose releases that undoes, and asking once; phrasedesk rollback is for this \
      desk only.

      EXAMPLES
        phrasedesk take-back company
        phrasedesk take-back company 11 --yes
      """)

  @Option(name: [.long, .customShort("m")], help: "Why, for the release and the commit.")
  var message: String?

  @Flag(help: "Every phrase that changes, and how.")
  var details = false

  @Flag(help: "Without asking.")
  var yes = false

  @Argument(help: "A connected source's name, a path, or a file in a git repository.")
  var source: String

  @Argument(help: "The release's number.")
  var number: Int?

  func run() throws {
    let context = Context()
    let language = context.language
    let (address, source) = try context.destination(source)
    guard var published = try PublishedList.fetch(source, context) else { throw nothing(language) }
    if published.hasBrokenReleases {
      throw CommandFailure(
        .badFile, TakeBackSentence.brokenReleases(source.shownAddress).sentence(language))
    }
    guard !published.releases.releases.isEmpty else { throw nothing(language) }
    let history: [FormerList]
    do throws(FetchFailure) {
      history = try context.publishing.history(of: address, atMost: ReleaseList.mostKept + 1)
    } catch {
      throw CommandFailure(
        .sourceUnreachable, error.sentence(language, source: source.shownAddress))
    }
    published.learn(history) { try ListFile($0, source.readOptions(of: $0)) }
    let target = try target(of: published, history, language)
    guard let bytes = history.first(where: { $0.hash == target.hash })?.bytes else {
      throw CommandFailure(.nothing, TakeBackSentence.noCopy(target).sentence(language))
    }
    var list: ListFile
    do throws(KnowledgeBaseError) {
      list = try ListFile(bytes, source.readOptions(of: bytes))
    } catch {
      throw CommandFailure(.badFile, error.sentences(language).joined(separator: "\n"))
    }
    if let state = published.states.first(where: { $0.former.hash == target.hash }) {
      list.inheritIDs(from: state.phrases)
    } else {
      list.inheritIDs(from: published.list?.phrases ?? [])
    }
    let publication = Publication(
      list, to: address, of: source, named: self.source, after: published, context)
    try Output.line(TakeBackSentence.takingBack(source.name, target).sentence(language))
    for release in target.undone(in: published) {
      try Output.line(TakeBackSentence.undoes(release).sentence(language))
    }
    if published.release == nil {
      try Output.line(TakeBackSentence.undoesHand(published.present).sentence(language))
    }
    try publication.show(details: details)
    // To go back to what was decided once is one decision.
    try publication.decide(Publication.Decision(yes: yes, accept: nil))
    _ = try publication.publish(message: message ?? "Take back to \(target.place)")
  }

  private func nothing(_ language: Language) -> CommandFailure {
    CommandFailure(.nothing, TakeBackSentence.noReleases(source).sentence(language))
  }

  /// What the list goes back to.
  private func target(
    of published: PublishedList, _ history: [FormerList], _ language: Language
  ) throws -> TakeBackTarget {
    let releases = published.releases.releases
    if let number {
      guard let release = published.releases.release(number) else {
        throw CommandFailure(
          .wrongUse, TakeBackSentence.noSuchRelease(source, number, releases).sentence(language))
      }
      return .release(release)
    }
    // One whose list never came is passed over.
    let newest = releases.last { release in
      release.hash == published.hash || history.contains { $0.hash == release.hash }
    }
    guard let newest else { throw nothing(language) }
    if newest.hash != published.hash { return .release(newest) }
    guard !newest.base.isEmpty else {
      throw CommandFailure(.nothing, TakeBackSentence.isFirst(source, newest).sentence(language))
    }
    let before = releases.last { $0.hash == newest.base && $0.number < newest.number }
    return before.map(TakeBackTarget.release) ?? .before(newest)
  }
}

/// What a list goes back to.
enum TakeBackTarget {
  case release(Release)
  /// What stood there before a release, put there by hand.
  case before(Release)

  var hash: String {
    switch self {
    case .release(let release): release.hash
    case .before(let release): release.base
    }
  }

  /// As the message of the commit says it.
  var place: String {
    switch self {
    case .release(let release): "release \(release.number)"
    case .before(let release): "the list before release \(release.number)"
    }
  }

  /// The releases that came since, the newest first.
  func undone(in list: PublishedList) -> [Release] {
    let last =
      switch self {
      case .release(let release): release.number
      case .before(let release): release.number - 1
      }
    return list.releases.releases.filter { $0.number > last }.reversed()
  }
}
