import Phrases
import Search
import Store
import Sync

/// What an open desk knows of its sources and of its store, and what it does to show the newest.
///
/// A value that one thread owns; the store is lent to it for each look.
struct Follower {
  let opening: Opening
  private let plan: SyncPlan
  private let prior: (Library) -> Prior
  /// Told what is arranged, before it is asked for the prior.
  private let noteArranged: (Arrangement) -> Void
  private var shown: ShownPhrases
  /// What the store was like when ``shown`` was looked at last, and whether this desk may have
  /// written to it since; others' writes are another stamp.
  private var stamp: OpenStore.Stamp?
  var hasAsked = true
  /// How many rescues of the store ``shown`` knows of.
  private var rescueCount: Int
  private var lock: FolderLock?
  var polls = Polls()
  private var checked: [String: Int64] = [:]
  /// The sources that were asked and whose answer could not be kept, and why.
  private var unkept: [String: Source.Failure] = [:]
  private var care = DailyCare()
  private var isFirstLook = true
  private var hasToldOfStore = false
  /// Why the phrases could not be read anew last, which is said once.
  private var openingError: OpeningError?

  /// How long other desks' changes may go unseen, in milliseconds.
  private static let tick = 5_000
  /// The same where there is no source, and so little to see.
  private static let longTick = 60_000

  /// Follows what `store` has, for a desk that shows what was opened of it; `prior` says what use tells
  /// of a library.
  init(
    _ shown: ShownPhrases, of store: OpenStore, opening: Opening, plan: SyncPlan,
    prior: @escaping (Library) -> Prior, noteArranged: @escaping (Arrangement) -> Void = { _ in }
  ) {
    self.noteArranged = noteArranged
    self.shown = shown
    self.opening = opening
    self.plan = plan
    self.prior = prior
    rescueCount = store.rescueCount
  }

  /// What wakes the loop besides orders and time.
  var descriptors: [Int32] { polls.descriptors }

  /// How long there is nothing to do.
  func milliseconds(until now: Milliseconds) -> Int {
    guard let due = polls.due else { return Follower.longTick }
    guard lock != nil else { return Follower.tick }
    return min(due > now ? Int(due - now) : 0, Follower.tick)
  }

  /// What waited when it was last told which phrases are contested.
  private var toldWaiting: [String] = []

  /// Takes in what the watched files tell: they are asked at once.
  mutating func readWatches() { polls.readWatches() }

  func sync(_ store: Store) -> SourceSync { plan.transports.sync(store, opening.language) }

  // MARK: - Looking

  /// Asks the sources that are due, and tells what is new on this desk.
  mutating func look(at store: inout OpenStore, telling tell: (News) -> Void) {
    // Looking makes no store: there is none before the first import or connection.
    guard store.exists else {
      store.noteIfGone()
      for remark in store.takeRemarks() { tell(.remark(remark)) }
      return
    }
    do throws(StoreError) {
      try lookOnce(&store, tell)
    } catch {
      do throws(StoreError) {
        try store.mend(error)
      } catch let failure {
        // Anything else goes on with the next look; a source that it stood in the way of says so.
        if case .damaged = error { store.note(failure, as: .unusable(failure)) }
      }
    }
    if store.rescueCount != rescueCount {
      // The new store may lack what the sources have to be asked for again.
      rescueCount = store.rescueCount
      shown.standing = Standing()
      polls.hurry()
    }
    for remark in store.takeRemarks() { tell(.remark(remark)) }
  }

  private mutating func lookOnce(
    _ open: inout OpenStore, _ tell: (News) -> Void
  ) throws(StoreError) {
    let store: Store
    do throws(StoreError) {
      store = try open.opened()
    } catch {
      if case .damaged = error { throw error }
      return open.note(error, as: .unusable(error))
    }
    if !hasToldOfStore, let remark = store.remark { tell(.remark(.store(remark))) }
    hasToldOfStore = true
    let sources = try store.sources()
    polls.arrange(sources, plan)
    if lock == nil { lock = FolderLock(of: open.path) }
    if lock != nil, !store.isReadOnly {
      try tend(store, tell)
      try ask(sources, store, tell)
    }
    try showNews(&open, tell)
  }

  /// Looks the store over and keeps a copy, on the first look of a day.
  private mutating func tend(
    _ store: Store, _ tell: (News) -> Void
  ) throws(StoreError) {
    do throws(StoreError) {
      try care.tend(store, at: SystemClock.unixTime, on: SystemClock.today)
    } catch {
      if case .damaged = error { throw error }
      tell(.remark(.noCopy(error)))
    }
  }

  private mutating func ask(
    _ sources: [Source], _ store: Store, _ tell: (News) -> Void
  ) throws(StoreError) {
    for source in sources where polls.isDue(source.name, at: SystemClock.now) {
      hasAsked = true
      tell(.sources(known(sources), asking: source.name))
      var report: SyncReport?
      do throws(StoreError) {
        let isAnew = polls.asksAnew(source.name, tag: source.tag.map(Tag.init))
        report = try sync(store).sync(source, anew: isAnew)
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

  /// The sources as the store has them, with what this desk knows besides.
  private func known(_ sources: [Source]) -> [Source] {
    sources.map { source in
      var source = source
      source.checked = checked[source.name] ?? source.checked
      source.failure = unkept[source.name] ?? source.failure
      return source
    }
  }

  // MARK: - Showing

  private mutating func showNews(
    _ open: inout OpenStore, _ tell: (News) -> Void
  ) throws(StoreError) {
    let store = try open.opened()
    let sources = try store.sources()
    let stamp = try open.stamp()
    var isOther = false
    if hasAsked || stamp != self.stamp {
      let standing = try store.standing()
      isOther = standing != shown.standing
      let isShown = isOther ? try show(standing, in: &open, tell) : true
      hasAsked = false
      // Also where they could not be shown, which is said: a desk goes on with those that it has.
      tell(.edition(standing.edition))
      // What could not be shown is tried again with the next look.
      self.stamp = isShown ? stamp : nil
    }
    if isFirstLook || isOther, !sources.isEmpty {
      tell(changes(sources, store))
      let since = SystemClock.startOfDay(daysAgo: RecentChange.days - 1)
      tell(.recentChanges(RecentChange.all(of: sources, in: store, since: since, shows: isListed)))
    }
    if !sources.isEmpty || !isFirstLook { tell(.sources(known(sources), asking: nil)) }
    tellContested(sources, store, tell)
    isFirstLook = false
  }

  /// Tells which phrases waiting versions withdraw or reword, where that is not what was told last: what
  /// waits must not keep a correction from the agents.
  private mutating func tellContested(
    _ sources: [Source], _ store: Store, _ tell: (News) -> Void
  ) {
    let waiting = sources.filter { $0.held != nil }
      .map { "\($0.name) \($0.version) \($0.held?.hash ?? "")" }
    guard waiting != toldWaiting else { return }
    toldWaiting = waiting
    tell(.contested(sync(store).contested(in: sources)))
  }

  /// Shows the phrases that are there: what is little at once, the rest built anew.
  ///
  /// - Returns: whether all of it is shown.
  private mutating func show(
    _ standing: Standing, in open: inout OpenStore, _ tell: (News) -> Void
  ) throws(StoreError) -> Bool {
    let arranged = try Arranged(in: open.opened(), opening)
    let showsAlike = arranged.arrangement.shows(like: shown.arranged.arrangement)
    if showsAlike, standing.sources == shown.standing.sources,
      standing.own.hasSamePhrases(as: shown.standing.own)
    {
      // A pin or a value, or a store that has just been made for one: no phrase is another.
      take(arranged, tell)
      shown.standing = standing
      return true
    }
    let few =
      showsAlike
      ? try FewChanges(from: shown, to: standing, in: open.opened(), opening) : nil
    if let few {
      take(arranged, tell)
      if !few.isEmpty {
        shown.apply(few)
        tell(library)
      }
      if few.isInOrder {
        shown.standing = standing
        return true
      }
    }
    do throws(OpeningError) {
      let opened = try opening.open(&open)
      for remark in opened.remarks { tell(.remark(remark)) }
      take(opened.arranged, tell)
      shown = ShownPhrases(opened)
      tell(library)
      openingError = nil
      return true
    } catch {
      if error != openingError { tell(.remark(.notOpened(error))) }
      openingError = error
      return false
    }
  }

  /// Before the phrases that are shown by it, and where there is anything to tell.
  private mutating func take(_ arranged: Arranged, _ tell: (News) -> Void) {
    if arranged != shown.arranged { tell(arranged.news) }
    shown.arranged = arranged
    noteArranged(arranged.arrangement)
  }

  private var library: News {
    .library(shown.library, prior(shown.library), from: shown.origin)
  }

  /// Whether the desk has a phrase in its list: what became of others is no news to it.
  private func isListed(_ phrase: Phrase) -> Bool { opening.shows(phrase) && !phrase.isDraft }

  private func changes(_ sources: [Source], _ store: Store) -> News {
    var added: Set<PhraseKey> = []
    var changed: Set<PhraseKey> = []
    var removed: [Phrase] = []
    for source in sources where source.seenVersion < source.version {
      guard
        let before = try? store.phrases(ofSource: source.name, version: source.seenVersion),
        let now = try? store.phrases(ofSource: source.name)
      else { continue }
      let difference = Difference(from: before.filter(isListed), to: now.filter(isListed))
      added.formUnion(difference.added.map(\.key))
      changed.formUnion((difference.changed + difference.moved).map(\.new.key))
      removed += difference.removed
    }
    return .changes(added: added, changed: changed, removed: removed)
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
