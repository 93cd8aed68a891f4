import Desk
import Glibc
import Keeping
import Phrases
import Store
import Sync

/// What an open desk knows of its sources, and what it does about them: the state of ``SyncLoop``.
struct SyncedDesk {
  enum News {
    case event(Event)
    /// Other phrases are in use now.
    case phrases(Opening.Opened)
    /// Of the phrases in use these are gone, and these are new or otherwise; whoever is new stands
    /// last until everything is told in its order.
    case changes(removed: Set<PhraseKey>, written: [Phrase])
  }

  private let opening: Opening
  private let storePath: String
  private let plan: SyncPlan
  private var store: Store?
  private var lock: FolderLock?
  private var polls = Polls()
  /// What the phrases on the desk were made of.
  private var shown: Standing?
  private var checked: [String: Int64] = [:]
  /// The sources that were asked and whose answer could not be kept, and why.
  private var unkept: [String: Source.Failure] = [:]
  private var isFirstLook = true
  /// What tells of writes by others since the last look, and whether there may be some of this desk.
  private var dataVersion: Int?
  private var hasAsked = true
  private var care = DailyCare()
  /// What is to be said of the store, once.
  private var remarks: [String] = []
  /// Why the store could not be used last, which is said once.
  private var lastError: StoreError?
  /// The same of the phrases.
  private var lastOpeningError: OpeningError?

  /// What tells whether other phrases are in the store.
  struct Standing: Equatable, Sendable {
    /// The sources' names, in their order.
    var order: [String] = []
    /// By the source's name.
    var versions: [String: Int] = [:]
    var count = 0
    /// Another number where personal phrases are others.
    var personal: Int64 = 0

    init() {}

    init(of store: Store, _ sources: [Source]) throws(StoreError) {
      order = sources.map(\.name)
      versions = Dictionary(sources.map { ($0.name, $0.version) }) { first, _ in first }
      count = try store.count
      personal = try store.personalMark
    }
  }

  /// What is in a store now; nothing where there is none.
  static func standing(inStoreAt path: String) -> Standing {
    guard access(path, F_OK) == 0, let store = try? Store.open(at: path, mode: .readOnly),
      let sources = try? store.sources(), let standing = try? Standing(of: store, sources)
    else { return Standing() }
    store.close()
    return standing
  }

  /// How long other desks' changes may go unseen, in milliseconds.
  private static let tick = 5_000
  /// The same where there is no source, and so little to see.
  private static let longTick = 60_000

  init(opening: Opening, storePath: String, plan: SyncPlan, shown: Standing?) {
    self.shown = shown
    self.opening = opening
    self.storePath = storePath
    self.plan = plan
  }

  /// What wakes the loop besides orders and time.
  var descriptors: [Int32] { polls.descriptors }

  /// How long there is nothing to do.
  func milliseconds(until now: Milliseconds) -> Int {
    guard let due = polls.due else { return SyncedDesk.longTick }
    guard lock != nil else { return SyncedDesk.tick }
    return min(due > now ? Int(due - now) : 0, SyncedDesk.tick)
  }

  /// Takes in what the watched files tell: they are asked at once.
  mutating func readWatches() { polls.readWatches() }

  // MARK: - Looking

  /// Asks the sources that are due, and tells what is new on this desk.
  mutating func look(telling tell: ([SourceFacts]) -> Void) -> [News] {
    do throws(StoreError) {
      return try lookOnce(tell)
    } catch {
      switch error {
      case .damaged: rescue()
      case .replaced: letGo()
      default: break
      }
      return said()
    }
  }

  private mutating func lookOnce(
    _ tell: ([SourceFacts]) -> Void
  ) throws(StoreError) -> [News] {
    guard let store = openStore() else { return said() }
    let sources = try store.sources()
    polls.arrange(sources, plan)
    if lock == nil { lock = FolderLock(of: storePath) }
    if lock != nil, !store.isReadOnly {
      try tend(store)
      try ask(sources, store, tell)
    }
    let news = try news(store)
    return said() + news
  }

  /// Saves what can be saved; the next look opens the new store and shows what is in it.
  private mutating func rescue() {
    letGo()
    do throws(StoreError) {
      guard let rescue = try Store.rescue(at: storePath) else { return }
      remarks.append(rescue.sentence(opening.language))
      shown = Standing()
      polls.hurry()
    } catch {
      tellOnce(error)
    }
  }

  private mutating func letGo() {
    dataVersion = nil
    store?.close()
    store = nil
  }

  private mutating func tellOnce(_ error: StoreError) {
    if error != lastError { remarks.append(error.sentence(opening.language)) }
    lastError = error
  }

  private mutating func openStore() -> Store? {
    if let store, !store.isReplaced { return store }
    // Looking makes no store: there is none before the first import or connection.
    guard access(storePath, F_OK) == 0 else { return nil }
    let wasOpen = store != nil
    letGo()
    do throws(StoreError) {
      let (opened, rescue) = try Store.openRescuing(at: storePath)
      store = opened
      if let rescue { remarks.append(rescue.sentence(opening.language)) }
      lastError = nil
      if !wasOpen, let remark = opened.remark { remarks.append(remark.sentence(opening.language)) }
    } catch {
      tellOnce(error)
    }
    return store
  }

  /// Looks the store over and keeps a copy, on the first look of a day.
  private mutating func tend(_ store: Store) throws(StoreError) {
    do throws(StoreError) {
      try care.tend(store, at: SystemClock.unixTime, on: SystemClock.today)
    } catch {
      if case .damaged = error { throw error }
      remarks.append(CareSentence.noCopy(error).sentence(opening.language))
    }
  }

  private mutating func said() -> [News] {
    defer { remarks = [] }
    return remarks.map { .event(.notice(.sentence($0, isError: false))) }
  }

  private mutating func ask(
    _ sources: [Source], _ store: Store, _ tell: ([SourceFacts]) -> Void
  ) throws(StoreError) {
    for source in sources where polls.isDue(source.name, at: SystemClock.now) {
      hasAsked = true
      tell(facts(sources, syncing: source.name))
      var report: SyncReport?
      do throws(StoreError) {
        report = try sync(store).sync(source)
        unkept[source.name] = nil
      } catch {
        if case .damaged = error { throw error }
        let since = unkept[source.name]?.since ?? SystemClock.unixTime
        unkept[source.name] = Source.Failure(
          since: since, sentence: error.sentence(opening.language))
      }
      let isWell = report?.isWell ?? false
      if isWell { checked[source.name] = SystemClock.unixTime }
      polls.note(source.name, isWell: isWell, notBefore: report?.notBefore)
    }
  }

  private func sync(_ store: Store) -> SourceSync {
    let transports = plan.transports
    return SourceSync(
      store: store, language: opening.language, now: { SystemClock.unixTime },
      transports: { source throws(AddressFlaw) in try transports.transport(of: source) })
  }

  /// What is in the store, which is looked at only after something may have been written.
  private mutating func standing(
    _ store: Store, _ sources: [Source]
  ) throws(StoreError) -> Standing {
    let dataVersion = try store.dataVersion()
    if let shown, !hasAsked, dataVersion == self.dataVersion { return shown }
    let standing = try Standing(of: store, sources)
    hasAsked = false
    self.dataVersion = dataVersion
    return standing
  }

  private mutating func news(_ store: Store) throws(StoreError) -> [News] {
    let sources = try store.sources()
    let standing = try standing(store, sources)
    var news: [News] = []
    var isShown = true
    if let shown, shown != standing {
      let few = fewChanges(from: shown, to: standing, sources, store)
      if let few { news.append(.changes(removed: few.removed, written: few.written)) }
      // In place and in order is what the few are already, unless one is new or put elsewhere.
      if few?.isInOrder != true {
        do throws(OpeningError) {
          let opened = try opening.open()
          remarks += opened.remarks
          news.append(.phrases(opened))
        } catch {
          // Tried again with the next look.
          isShown = false
          if error != lastOpeningError { remarks.append(error.sentence(opening.language)) }
          lastOpeningError = error
        }
      }
    }
    if isFirstLook || shown != standing, !sources.isEmpty {
      news.append(.event(changes(sources, store)))
    }
    if isShown {
      shown = standing
      lastOpeningError = nil
    }
    if !sources.isEmpty || !isFirstLook { news.append(.event(.sources(facts(sources)))) }
    isFirstLook = false
    return news
  }

  /// What a few changed phrases are: the desk shows them at once, however many there are besides.
  private struct FewChanges {
    var removed: Set<PhraseKey> = []
    var written: [Phrase] = []
    var isInOrder = true
    var count: Int { removed.count + written.count }
  }

  /// More than so many are had sooner by reading everything.
  private static let few = 1_000

  /// Nil where they are not few, or something else than the sources' versions has changed.
  private func fewChanges(
    from shown: Standing, to standing: Standing, _ sources: [Source], _ store: Store
  ) -> FewChanges? {
    // Which phrases a department sees, and in which order, is told by opening anew.
    guard opening.ownDepartment.isEmpty, opening.department == nil,
      shown.order == standing.order,
      // Without a phrase there is the starter.
      shown.count > 0, standing.count > 0
    else { return nil }
    var few = FewChanges()
    var count = shown.count
    for source in sources {
      guard let before = shown.versions[source.name], before != source.version else { continue }
      guard let later = try? store.changes(ofSource: source.name, since: before),
        later.removed.count + later.changed.count + later.added.count <= SyncedDesk.few
      else { return nil }
      few.removed.formUnion(later.removed)
      few.written += later.changed + later.added
      count += later.added.count - later.removed.count
      if !later.added.isEmpty || later.isReordered { few.isInOrder = false }
    }
    // Other phrases came or went, or were changed, as well.
    guard count == standing.count, shown.personal == standing.personal, few.count <= SyncedDesk.few
    else { return nil }
    return few
  }

  private func changes(_ sources: [Source], _ store: Store) -> Event {
    var marks: [PhraseKey: ChangeMark] = [:]
    var removed: [Phrase] = []
    for source in sources where source.seenVersion < source.version {
      guard
        let before = try? store.phrases(ofSource: source.name, version: source.seenVersion),
        let now = try? store.phrases(ofSource: source.name)
      else { continue }
      let difference = Difference(from: before, to: now)
      for phrase in difference.added { marks[phrase.key] = .new }
      for change in difference.changed + difference.moved { marks[change.new.key] = .changed }
      removed += difference.removed
    }
    return .changes(marks, removed: removed)
  }

  private func facts(_ sources: [Source], syncing name: String? = nil) -> [SourceFacts] {
    let now = SystemClock.unixTime
    func minutes(since time: Int64) -> Int { Int(max(0, now - time) / 60) }
    return sources.map { source in
      let checked = checked[source.name] ?? source.checked
      let failure = unkept[source.name] ?? source.failure
      return SourceFacts(
        name: source.name, version: source.version,
        checkedMinutesAgo: checked.map(minutes(since:)), failure: failure?.sentence,
        failingForMinutes: failure.map { minutes(since: $0.since) },
        held: source.held.map { SourceFacts.Held(id: $0.hash, reason: $0.reason) },
        isPinned: source.isPinned, isSyncing: source.name == name)
    }
  }

  // MARK: - Orders

  /// Does what the desk asked for, and says what there is to say of it.
  mutating func obey(_ order: SyncLoop.Order) -> [News] {
    guard let store = openStore(), let sources = try? store.sources() else { return [] }
    switch order {
    case .syncNow:
      polls.hurry()
      return []
    case .showHeld(let name, let id):
      var lines = [SyncSentence.heldCannotBeRead.sentence(opening.language)]
      if let source = sources.first(where: { $0.name == name }), source.held?.hash == id,
        let difference = try? sync(store).waitingDifference(of: source)
      {
        lines = difference.lines(opening.language)
      }
      return [.event(.heldDifference(source: name, id: id, lines: lines))]
    case .acceptHeld(let name, let id):
      guard let source = sources.first(where: { $0.name == name }), source.held?.hash == id else {
        return []
      }
      hasAsked = true
      do throws(StoreError) {
        guard let report = try sync(store).accept(source) else { return [] }
        let sentence = report.sentence(opening.language)
        return [.event(.notice(.sentence(sentence, isError: !report.isChange)))]
      } catch {
        return [.event(.notice(.sentence(error.sentence(opening.language), isError: true)))]
      }
    case .noteSeen:
      for source in sources where source.seenVersion < source.version {
        try? store.noteSeen(source: source.name)
      }
      return [.event(.changes([:], removed: []))]
    }
  }
}

extension SyncReport {
  /// Whether the source gave an answer that could be used.
  fileprivate var isWell: Bool {
    switch outcome {
    case .unchanged, .accepted, .held, .pinned: true
    case .failed, .refused, .badAddress, .gone: false
    }
  }
}
