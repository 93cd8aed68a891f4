import CrashGuard
import Desk
import Foundation
import Keeping
import Phrases
import Search
import Store
import Sync

/// Keeps an open desk on the newest phrases of its sources, on a thread of its own.
///
/// One desk of a user asks the sources, the others follow what it writes: whoever holds the lock on the
/// store's folder is the one, and when it goes another takes over. An unchanged source costs a
/// request and no write.
final class SyncLoop: Sendable {
  /// What the desk may ask for.
  enum Order: Equatable, Sendable {
    case syncNow
    case showHeld(source: String, id: String)
    case acceptHeld(source: String, id: String)
    case noteSeen
  }

  private let prepared = Locked<SyncedDesk.Standing?>(nil)
  private let orders: Mailbox<Order>
  private let opening: Opening
  private let storePath: String
  private let plan: SyncPlan
  private let mailbox: Mailbox<Letter>
  private let usage: UsageLog?

  /// Nil where there is nothing to keep up with: no plan, or phrases of a file opened for this once.
  ///
  /// - Throws: ``SessionError/noDescriptors`` when the process may open no more files.
  init?(
    opening: Opening, plan: SyncPlan?, mailbox: Mailbox<Letter>, usage: UsageLog?
  ) throws(SessionError) {
    guard let plan, let storePath = opening.usagePath else { return nil }
    self.opening = opening
    self.storePath = storePath
    self.plan = plan
    self.mailbox = mailbox
    self.usage = usage
    orders = try Mailbox.opened()
  }

  /// Notes what is in the store now; to be called before the desk's phrases are read.
  func prepare() {
    let standing = SyncedDesk.standing(inStoreAt: storePath)
    prepared.withLock { $0 = standing }
  }

  /// Begins, with what the desk was opened on; the thread lives as long as the program.
  func start(with library: Library, from origin: Origin) {
    let thread = Thread { [self] in
      // What is fetched may be hostile: a stack overflow must not leave the terminal raw.
      _ = crash_guard_adopt_thread()
      run(on: library, from: origin)
    }
    thread.name = "sync"
    thread.start()
  }

  func post(_ order: Order) { orders.post(order) }

  private func run(on library: Library, from origin: Origin) {
    var (library, origin) = (library, origin)
    var desk = SyncedDesk(
      opening: opening, storePath: storePath, plan: plan, shown: prepared.withLock { $0 })
    while true {
      for order in orders.takeAll() { tell(desk.obey(order), &library, &origin) }
      tell(desk.look { [self] in mailbox.post(.event(.sources($0))) }, &library, &origin)
      wait(desk.milliseconds(until: SystemClock.now), watching: desk.descriptors)
      desk.readWatches()
    }
  }

  private func tell(
    _ news: [SyncedDesk.News], _ library: inout Library, _ origin: inout Origin
  ) {
    for news in news {
      switch news {
      case .event(let event): mailbox.post(.event(event))
      case .phrases(let opened):
        library = Library.built(of: opened.phrases)
        origin = opened.origin
        show(library, from: origin)
      case .changes(let removed, let written):
        library = library.applying(removing: removed, adding: written)
        show(library, from: origin)
      }
    }
  }

  private func show(_ library: Library, from origin: Origin) {
    mailbox.post(
      .event(usage?.prior(for: library) ?? .prior(.none)),
      .event(.library(library, origin: origin)))
  }

  private func wait(_ milliseconds: Int, watching descriptors: [Int32]) {
    var polled = [pollfd(fd: orders.descriptor, events: Int16(POLLIN), revents: 0)]
    for descriptor in descriptors {
      polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    _ = poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
  }
}

/// How often sources are asked, and by what.
public struct SyncPlan: Sendable {
  public var transports: SourceTransports
  /// How often a source of the web is asked, in seconds.
  public var every: Int

  public init(transports: SourceTransports, every: Int) {
    self.transports = transports
    self.every = every
  }

  /// How often a source is asked, in seconds: git costs a server more than a file does.
  func interval(of source: Source) -> Int {
    source.address.hasPrefix("git+") ? max(every, 300) : every
  }
}
