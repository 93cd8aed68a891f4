import Glibc
import Phrases
import Search
import Store

/// The one partner of a program for everything that is kept: phrases, what was sent of them, and the
/// sources that they follow.
///
/// It has the store open, for the whole process, whatever becomes of the file: every read and write goes
/// through it, so that damage is mended and told once, in one way. It has two connections, one for what
/// comes from sources and one for what the agent does, so that recording a send never waits for a sync's
/// transaction.
///
/// ```swift
/// // A desk: everything comes as news, from threads of the keeper's.
/// let keeper = try Keeper(opening, following: plan) { news in mailbox.post(.news(news)) }
/// keeper.begin()
/// keeper.record(send)
/// keeper.finish(within: .seconds(3))
///
/// // A command: once, and here.
/// let keeper = Keeper(opening) { remark in print(remark.sentence(.english)) }
/// let phrases = try keeper.open().phrases
/// let sources = try keeper.use(.readOnly) { store throws(StoreError) in try store.sources() }
/// ```
public final class Keeper: Sendable {
  public let opening: Opening
  /// Nil where nothing is kept, as on a file that is opened for this once.
  private let store: Locked<OpenStore>?
  private let usage: UsageLog?
  private let following: Following?
  private let editions: EditionWatch?
  private let openingWorker = Worker(name: "opening")
  private let tell: @Sendable (News) -> Void
  /// Run by each thread that reads what may be hostile, before it does.
  private let prepareThread: @Sendable () -> Void

  /// How to keep up with sources: what is asked when, and where what the desk wants arrives.
  private struct Following {
    let plan: SyncPlan
    let orders: Mailbox<Order>
  }

  private init(
    _ opening: Opening, _ following: Following?, _ prepareThread: @escaping @Sendable () -> Void,
    _ tell: @escaping @Sendable (News) -> Void
  ) {
    self.opening = opening
    self.following = following
    self.prepareThread = prepareThread
    self.tell = tell
    store = opening.keptPath.map { Locked(OpenStore(path: $0)) }
    editions = following == nil ? nil : opening.keptPath.map { EditionWatch(path: $0) }
    usage = opening.keptPath.map {
      UsageLog(storePath: $0, keepsUsage: opening.keepsUsage, telling: tell)
    }
  }

  /// A keeper for a desk, which is told everything from threads of the keeper's.
  ///
  /// Without a plan nothing is followed. `prepareThread` is run first by each thread that reads what
  /// others wrote.
  ///
  /// - Throws: ``NoDescriptors`` when the process may open no more files.
  public convenience init(
    _ opening: Opening, following plan: SyncPlan?,
    preparingThreads prepareThread: @escaping @Sendable () -> Void = {},
    telling tell: @escaping @Sendable (News) -> Void
  ) throws(NoDescriptors) {
    var following: Following?
    if let plan, opening.keptPath != nil {
      following = Following(plan: plan, orders: try Mailbox())
    }
    self.init(opening, following, prepareThread, tell)
  }

  /// A keeper for a command, which follows nothing.
  public convenience init(
    _ opening: Opening, remarking remark: @escaping @Sendable (Remark) -> Void
  ) {
    self.init(opening, nil, {}, { if case .remark(let text) = $0 { remark(text) } })
  }
}

// MARK: - Opening

extension Keeper {
  /// Gets the phrases: of the file, or of the store, or the starter's where the store has none.
  ///
  /// - Throws: ``OpeningError``, with nothing of a bad file used.
  public func open() throws(OpeningError) -> Opening.Opened {
    if let file = opening.knowledgeBase { return try opening.open(file: file) }
    guard let store else { throw .noHome }
    let opened = try store.withLock { store throws(OpeningError) in try opening.open(&store) }
    usage?.begin(with: opened.sends, opened.arranged.arrangement)
    return opened
  }

  /// What use says of phrases, which are those in use from now on; nothing before they are opened.
  public func prior(for library: Library) -> Prior { usage?.prior(for: library) ?? .none }

  /// What the agent has arranged; nothing before the phrases are opened.
  public var arrangement: Arrangement { usage?.arrangement ?? Arrangement() }

  /// Opens the phrases on a thread, tells them in stages, and keeps up with their sources from then on.
  public func begin() {
    openingWorker.run { [self] in
      prepareThread()
      do throws(OpeningError) {
        let opened = try open()
        tell(opened.arranged.news)
        let library = Library.built(of: opened.phrases) { partial in
          let count = opened.phrases.count
          tell(.partialLibrary(partial, prior(for: partial), from: opened.origin, of: count))
        }
        tell(.library(library, prior(for: library), from: opened.origin))
        // There is room for one, and the first is the most urgent.
        if let remark = opened.remarks.first { tell(.remark(remark)) }
        follow(opened, in: library)
      } catch {
        tell(.notOpened(error))
      }
    }
  }
}

// MARK: - What is sent

extension Keeper {
  /// Records a send; the rest of the desk does not wait for the disk.
  ///
  /// Nothing is kept on a file that is opened for once.
  public func record(_ send: Send) { usage?.record(send) }

  /// Records a search that ended with nothing sent.
  public func record(_ search: FruitlessSearch) { usage?.record(search) }

  /// Waits until everything is on the disk, at most that long; false where it is not.
  public func isSettled(within limit: Duration) -> Bool { usage?.isSettled(within: limit) ?? true }

  /// The same, and lets go of that connection; a sync that is under way may hold it up so long.
  public func finish(within limit: Duration) {
    editions?.close()
    usage?.finish(within: limit)
  }
}

// MARK: - What the agent owns

extension Keeper {
  /// Does something of the agent's own on a thread: what became of it is told, and the phrases that desks
  /// show follow.
  public func change(_ change: OwnChange) {
    guard let usage else { return tell(.notChanged(change, nothingKept)) }
    usage.change(change) { [self] in post(.look) }
  }

  /// Keeps a report, on a thread; what became of it is told.
  public func report(_ report: PhraseReport) {
    guard let usage else { return tell(.notReported(report, nothingKept)) }
    usage.report(report)
  }

  /// Tells what was sent today and on the seven days before, at most ``mostHistory``, the last first.
  public func listHistory() {
    guard let usage else { return tell(.history([])) }
    usage.listHistory(
      since: SystemClock.startOfDay(daysAgo: Keeper.historyDays), atMost: Keeper.mostHistory)
  }

  /// Tells what is in the bin and what is hidden.
  public func listPutAside() {
    guard let usage else { return tell(.putAside(binned: [], hidden: [])) }
    usage.listPutAside(among: Opening.starter(opening.language))
  }

  /// So many days before today are in the history.
  public static let historyDays = 7
  /// So many sends.
  public static let mostHistory = 200

  private var nothingKept: OwnFailure {
    opening.knowledgeBase == nil ? .noHome : .openedForOnce
  }
}

// MARK: - Sources

extension Keeper {
  /// Keeps up with the sources and with what other programs write, on a thread that lives as long as the
  /// program; for who was told what was opened.
  public func follow(_ opened: Opening.Opened, in library: Library) {
    guard let following, let store, let usage else { return }
    Worker(name: "sync").run { [self] in
      prepareThread()
      var follower = Follower(
        ShownPhrases(opened, in: library), of: store.withLock { $0 }, opening: opening,
        plan: following.plan, prior: usage.prior, noteArranged: usage.note)
      while true {
        let orders = following.orders.takeAll()
        store.withLock { store in
          for order in orders { follower.obey(order, at: &store, telling: tell) }
          follower.look(at: &store, telling: tell)
        }
        wait(for: following.orders, and: follower)
        follower.readWatches()
      }
    }
  }

  /// Asks for something; nothing is done where there is nothing to follow.
  public func post(_ order: Order) { following?.orders.post(order) }

  /// Whether the store has other phrases than those that the desk shows, which then come as news soon.
  ///
  /// Made to be asked at every key: it waits for nobody.
  public var isBehind: Bool {
    guard editions?.isBehind == true else { return false }
    post(.look)
    return true
  }

  /// The desk shows what was told before ``News/edition(_:)`` with this.
  public func note(shown edition: Edition) { editions?.note(shown: edition) }

  private func wait(for orders: Mailbox<Order>, and follower: Follower) {
    var polled = ([orders.descriptor] + follower.descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let limit = follower.milliseconds(until: SystemClock.now)
    _ = poll(&polled, nfds_t(polled.count), Int32(clamping: limit))
  }
}

// MARK: - The store

extension Keeper {
  /// Runs `body` on the store, and once more where what it met could be mended; then says so.
  ///
  /// - Throws: ``OpeningError/noHome`` or ``OpeningError/store(_:)``.
  public func use<Value>(
    _ mode: Store.Mode = .readWrite, _ body: (Store) throws(StoreError) -> Value
  ) throws(OpeningError) -> Value {
    guard let store else { throw .noHome }
    defer { for remark in store.withLock({ $0.takeRemarks() }) { tell(.remark(remark)) } }
    do throws(StoreError) {
      return try store.withLock { store throws(StoreError) in try store.use(mode, body) }
    } catch {
      throw .store(error)
    }
  }

  /// Runs `body` on the store as it is, for who only says what is wrong with it: nothing is made, rescued
  /// or kept open.
  ///
  /// - Throws: ``OpeningError/noHome`` or ``OpeningError/store(_:)``.
  public func look<Value>(
    _ body: (Store) throws(StoreError) -> Value
  ) throws(OpeningError) -> Value {
    guard let path = opening.keptPath else { throw .noHome }
    do throws(StoreError) {
      return try OpenStore.looking(at: path, body)
    } catch {
      throw .store(error)
    }
  }

  /// Lets go of the store, where nothing is followed.
  public func close() {
    if following == nil { store?.withLock { $0.close() } }
  }

  /// Keeps a copy of what only this store has, and says why where that fails.
  public func backUp() {
    guard let today = SystemClock.today else { return }
    do throws(OpeningError) {
      try use { store throws(StoreError) in try store.backUp(on: today) }
    } catch .store(let error) {
      tell(.remark(.noCopy(error)))
    } catch {
      // Without a store there is nothing to copy.
    }
  }
}
