import ArgumentParser
import Phrases
import Review
import Sync

struct TakeBack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back",
    abstract: "Publishes an earlier release again, for every desk.",
    discussion: """
      Without a number the one before the newest. It is published as a new release, after showing what \
      changes and asking once; phrasedesk rollback is for this desk only.

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
    guard let published = try PublishedList.fetch(source, context),
      let newest = published.releases.releases.last
    else {
      throw CommandFailure(.nothing, PublishSentence.noReleases(source.name).sentence(language))
    }
    let target = number.map { published.releases.release($0) }
    if let number, target == .some(nil) {
      throw CommandFailure(
        .wrongUse, PublishSentence.noSuchRelease(source.name, number).sentence(language))
    }
    let hash = target??.hash ?? newest.base
    let former: [FormerList]
    do throws(FetchFailure) {
      former = try context.publishing.history(of: address, atMost: ReleaseList.mostKept + 1)
    } catch {
      throw CommandFailure(
        .sourceUnreachable, error.sentence(language, source: source.shownAddress))
    }
    guard let bytes = former.first(where: { $0.hash == hash })?.bytes else {
      throw CommandFailure(
        .nothing, PublishSentence.noCopy(number ?? newest.number - 1).sentence(language))
    }
    var list: ListFile
    do throws(KnowledgeBaseError) {
      list = try ListFile(bytes, source.readOptions(of: bytes))
    } catch {
      throw CommandFailure(.badFile, error.sentences(language).joined(separator: "\n"))
    }
    list.inheritIDs(from: published.list?.phrases ?? [])
    let release = published.releases.release(ofHash: hash)
    let publication = Publication(
      list, to: address, of: source, named: self.source, after: published, context)
    try Output.line(PublishSentence.takingBack(source.name, release).sentence(language))
    try publication.show(details: details)
    // To go back to what was decided once is one decision.
    try publication.decide(Publication.Decision(yes: yes, accept: nil))
    let place = release.map { "release \($0.number)" } ?? "the list before the first release"
    _ = try publication.publish(message: message ?? "Take back to \(place)")
  }
}
