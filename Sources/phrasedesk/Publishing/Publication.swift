import Glibc
import Phrases
import Review
import Store
import Sync

/// One list on its way to every desk: what it changes, what desks would wait for, and the yes.
struct Publication {
  let context: Context
  let address: SourceAddress
  let source: Source
  /// As somebody wrote it, who may write it again.
  let name: String
  let published: PublishedList?
  /// What is to be published.
  let list: ListFile
  /// What it would take back of what others have published, and who they were.
  var putBack: PutBack?
  var former: [FormerList] = []
  /// What goes out beside it.
  var attachments: [PublishedAttachment] = []

  private let difference: Difference
  private let reasons: [HoldReason]
  /// What programs have damaged in the first list that desks get.
  private let firstDamage: HoldReason?

  init(
    _ list: ListFile, to address: SourceAddress, of source: Source, named name: String,
    after published: PublishedList?, _ context: Context
  ) {
    self.name = name
    self.context = context
    self.address = address
    self.source = source
    self.published = published
    self.list = list
    let old = published?.list?.phrases ?? []
    difference = Difference(from: old, to: list.phrases)
    let used =
      PublishedList.inUse(insteadOf: published, at: address, source, context) ?? old
    reasons = HoldReason.all(
      old: used, new: list.phrases, Difference(from: used, to: list.phrases),
      encodings: published?.list.map { ($0.base.encoding, list.base.encoding) })
    firstDamage = used.isEmpty ? HoldReason.damage(of: list.phrases) : nil
  }

  private var language: Language { context.language }

  /// Says what changes, and why it would be waited for.
  func show(details: Bool) throws {
    if published != nil, published?.list == nil {
      try Output.line(PublishSentence.presentHasErrors.sentence(language))
    }
    try Output.line(
      PublishSentence.summary(
        difference, old: published?.list?.phrases.count ?? 0, new: list.phrases.count
      ).sentence(language))
    for reason in reasons {
      try Output.line(PublishSentence.wouldWait(reason).sentence(language))
    }
    if let firstDamage {
      try Output.line(PublishSentence.firstIsDamaged(firstDamage.count).sentence(language))
    }
    for row in putBack?.rows.prefix(Self.mostRows) ?? [] {
      try Output.line(PublishSentence.takesBack(row, former[row.state]).sentence(language))
    }
    if let more = putBack.map({ $0.rows.count - Self.mostRows }), more > 0 {
      try Output.line(PublishSentence.andMore(more).sentence(language))
    }
    if difference.isEmpty, published?.list != nil, published?.hash != hash {
      try Output.line(PublishSentence.onlyBytesDiffer.sentence(language))
    }
    if details {
      for line in difference.lines(language).dropLast() { try Output.line(line) }
    }
  }

  /// Says what the reader found in the file that customers or agents would see; `file` is its name.
  func showWarnings(of file: String) {
    let warnings = list.base.warnings.filter(\.problem.isSeenOnDesks)
    for warning in warnings.prefix(Self.mostRows) {
      ErrorOutput.write(warning.sentence(language, file: file))
    }
    if warnings.count > Self.mostRows {
      ErrorOutput.write(
        PublishSentence.andMore(warnings.count - Self.mostRows).sentence(language))
    }
  }

  private static let mostRows = 20

  /// Whether there is nothing to decide: it stands there, and as a release where there are any.
  var isSame: Bool {
    published.map { $0.hash == hash && ($0.release != nil || $0.releases.releases.isEmpty) }
      ?? false
  }

  private var hash: String { SHA256(of: list.bytes).digits }

  /// Asks on a terminal; elsewhere takes what was said on the command line.
  ///
  /// - Throws: the command's failure where there is no yes.
  func decide(_ decision: Decision) throws {
    let needed = demands.filter { demand in
      decision.accept.map { !$0.covers(demand.key, demand.count) } ?? false
    }
    switch decision.yes {
    case true where needed.isEmpty: return
    case false where isatty(STDIN_FILENO) == 1:
      guard Question.isAgreed(PublishSentence.question.sentence(language)) else {
        throw CommandFailure(.nothing, PublishSentence.notPublished.sentence(language))
      }
    default:
      throw CommandFailure(
        .wrongUse, PublishSentence.needsYes(demands).sentence(language))
    }
  }

  /// How publishing was agreed to.
  struct Decision {
    var yes: Bool
    /// Nil for all there is.
    var accept: Acceptance?
  }

  /// What is wrong with the list itself, by the names of `--accept`.
  private var decided: [(key: String, count: Int)] {
    (reasons + [firstDamage].compactMap(\.self)).map { ($0.key.acceptKey, $0.count) }
  }

  /// What has to be agreed to by name, and how much of it.
  private var demands: [(key: String, count: Int)] {
    var demands = decided
    if let rows = putBack?.rows, !rows.isEmpty {
      demands.append((key: Acceptance.undone, count: rows.count))
    }
    return demands
  }

  /// Publishes it; whoever calls has a yes.
  func publish(message: String) throws -> Publishing.Outcome {
    let release = Release(
      hash: hash, by: Moment.account, at: Moment.now, message: message,
      counts: [
        "phrases": list.phrases.count, "added": difference.added.count,
        "removed": difference.removed.count, "changed": difference.changed.count,
        "moved": difference.moved.count,
      ],
      accepted: Dictionary(decided.map { ($0.key, $0.count) }, uniquingKeysWith: max))
    do throws(FetchFailure) {
      let outcome = try context.publishing.publish(
        list.bytes, as: release, after: published?.hash, to: address, with: attachments)
      try? Output.line(SourceSentence.published(outcome.published).sentence(language))
      if case .file(let path, _) = outcome.published,
        isPrivate(path) || isPrivate(path + ReleaseList.suffix)
      {
        ErrorOutput.write(SourceSentence.onlyYours(path).sentence(language))
      }
      if let release = outcome.release {
        try? Output.line(PublishSentence.release(release, name).sentence(language))
      }
      return outcome
    } catch {
      throw CommandFailure(
        error.reason == .publishedMeanwhile ? .publishedMeanwhile : .sourceUnreachable,
        error.sentence(language, source: source.shownAddress))
    }
  }

  /// Whether nobody else may read a file, as after the umask that some supervisors have.
  private func isPrivate(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & (S_IRGRP | S_IROTH) == 0
  }
}

extension Finding.Problem {
  /// Whether it is about what stands in a phrase, or should.
  fileprivate var isSeenOnDesks: Bool {
    switch self {
    case .lostText, .valuesWithoutName, .rowsAboveHeader, .assumedEncoding, .emptyText: true
    // Half of a list may be on a sheet that is not read any more.
    case .sheets, .anotherTable, .columnsCompete, .unknownStatuses: true
    default: concernsPlaceholders
    }
  }
}

extension Context {
  /// What puts lists where desks read them.
  var publishing: Publishing {
    Publishing(environment: environment, temporaryFolder: transports.cache)
  }
}
