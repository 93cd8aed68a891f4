import CrashGuard
import Desk
import Keeping
import Phrases
import Store

extension Keeper {
  /// A keeper that puts its news into a session's mailbox.
  ///
  /// - Throws: ``SessionError/noDescriptors`` when the process may open no more files.
  static func telling(
    _ mailbox: Mailbox<Letter>, _ opening: Opening, following plan: SyncPlan?
  ) throws(SessionError) -> Keeper {
    do throws(NoDescriptors) {
      return try Keeper(
        opening, following: plan,
        // A stack overflow must not leave the terminal raw.
        preparingThreads: { _ = crash_guard_adopt_thread() },
        telling: { mailbox.post($0.letters(opening.language, agentsDecide: plan?.agentsDecide)) })
    } catch {
      throw .noDescriptors
    }
  }
}

extension News {
  /// What the loop is told of it, in this order; `agentsDecide` is as in ``SyncPlan``.
  func letters(_ language: Language, agentsDecide: Bool? = nil) -> [Letter] {
    if case .notOpened(let error) = self { return [.openingFailed(error)] }
    if case .edition(let edition) = self { return [.edition(edition)] }
    return events(language, agentsDecide).map(Letter.event)
  }

  private func events(_ language: Language, _ agentsDecide: Bool?) -> [Event] {
    switch self {
    case .library(let library, let prior, let origin):
      [.library(library, prior, origin: origin)]
    case .partialLibrary(let library, let prior, let origin, let count):
      [.partialLibrary(library, prior, origin: origin, of: count)]
    case .notOpened, .edition: []
    case .prior(let prior, let library): [.prior(prior, of: library)]
    case .sources(let sources, let asked):
      [
        .sources(
          sources.map { SourceFacts($0, isSyncing: $0.name == asked, agentsDecide, language) })
      ]
    case .changes(let added, let changed, let removed):
      [.changes(ChangeMark.marks(added: added, changed: changed), removed: removed)]
    case .recentChanges(let changes): [.recentChanges(changes)]
    case .contested(let keys): [.contested(keys)]
    case .heldDifference(let source, let id, let reasons, let difference):
      [
        .heldDifference(
          source: source, id: id, reasons: reasons.map { $0.fullSentence(language) },
          lines: difference?.lines(language) ?? [SyncSentence.heldCannotBeRead.sentence(language)])
      ]
    case .accepted(let report):
      [.notice(.sentence(report.sentence(language), isError: !report.isChange))]
    case .notAccepted(let error): [.notice(.sentence(error.sentence(language), isError: true))]
    case .arrangement(let arrangement, let originals):
      [.arrangement(arrangement, originals: originals)]
    case .ownChange(let outcome):
      [.ownChange(outcome.change, hasChanged: outcome.hasChanged, failure: nil)]
    case .notChanged(let change, let failure):
      [.ownChange(change, hasChanged: false, failure: failure.sentence(language))]
    case .reported: [.notice(.own(.reported))]
    case .notReported(_, let failure):
      [.notice(.sentence(failure.sentence(language), isError: true))]
    case .history(let sends): [.history(sends.compactMap(EarlierSend.init))]
    case .putAside(let binned, let hidden): [.putAside(binned: binned, hidden: hidden)]
    case .remark(let remark): [.notice(.sentence(remark.sentence(language), isError: false))]
    }
  }
}

extension EarlierSend {
  fileprivate init?(_ send: PastSend) {
    let moment = SystemClock.moment(at: send.time)
    guard let day = moment.day, let time = moment.time else { return nil }
    self.init(key: send.key, day: day, timeOfDay: time, way: send.way)
  }
}

extension SourceFacts {
  /// How things stand with a source now.
  fileprivate init(
    _ source: Source, isSyncing: Bool, _ agentsDecide: Bool?, _ language: Language
  ) {
    let now = SystemClock.unixTime
    func minutes(since time: Int64) -> Int { Int(max(0, now - time) / 60) }
    self.init(
      name: source.name, version: source.version,
      release: source.release.map { "\($0) (\((source.hash ?? "").prefix(8)))" },
      checkedMinutesAgo: source.checked.map(minutes(since:)), failure: source.failure?.sentence,
      failingForMinutes: source.failure.map { minutes(since: $0.since) },
      held: source.asksForWord
        ? source.held.map {
          Held(
            id: $0.hash, reason: $0.reason(language),
            mayDecide: agentsDecide ?? (source.release == nil))
        } : nil,
      isUndecided: source.held != nil && !source.asksForWord, isPinned: source.isPinned,
      isSyncing: isSyncing)
  }
}

extension ChangeMark {
  fileprivate static func marks(
    added: Set<PhraseKey>, changed: Set<PhraseKey>
  ) -> [PhraseKey: ChangeMark] {
    var marks: [PhraseKey: ChangeMark] = [:]
    for key in added { marks[key] = .new }
    for key in changed { marks[key] = .changed }
    return marks
  }
}
