import Chat
import CrashGuard
import Desk
import Glibc
import Keeping
import Phrases
import Search
import Store
import Terminal

/// One running desk: what its loop stands between, and the order in which all of it begins and ends.
///
/// ```
///              chat line ----> chat worker --+
/// event loop <                 opening ------+--> mailbox --> event loop
///              store line ---> usage, sync --+
/// ```
public final class Session {
  private let view: any View
  private let opening: Opening
  let chat: ChatLine
  private let mailbox: Mailbox<Letter>
  private let openingWorker = Worker(name: "opening")
  private let usage: UsageLog?
  private let syncLoop: SyncLoop?

  /// How long the first frame waits for the phrases, in milliseconds: a short wait is better than a
  /// flash of an empty desk.
  private static let patience: Int32 = 60

  /// A session that says `notices` first, such as bad settings; the last one stands.
  public init(
    _ view: any View, opening: Opening, chat plan: ChatPlan, sync: SyncPlan? = nil,
    notices: [Notice] = []
  ) throws(SessionError) {
    self.view = view
    self.opening = opening
    let mailbox = try Mailbox<Letter>.opened()
    self.mailbox = mailbox
    let usage = opening.usagePath.map {
      UsageLog(storePath: $0, language: opening.language, mailbox: mailbox)
    }
    self.usage = usage
    syncLoop = try SyncLoop(opening: opening, plan: sync, mailbox: mailbox, usage: usage)
    chat = ChatLine(plan, language: opening.language, mailbox: mailbox) { usage?.record($0) }
    for notice in notices { mailbox.post(.event(.notice(notice))) }
  }

  /// Runs the desk on the terminal until it is left.
  ///
  /// - Throws: ``SessionError`` when the terminal cannot be used, or the phrases cannot be had. The
  ///   terminal is restored before.
  public func run(_ options: ScreenOptions) throws(SessionError) -> Ending {
    begin()
    defer { chat.close() }
    let screen: Screen
    do {
      screen = try Screen(options)
    } catch {
      throw .terminal(error)
    }
    defer { screen.close() }
    return try run(on: screen)
  }

  /// Begins what is done beside the screen, so that it goes on while one is set up.
  func begin() {
    startOpening()
    chat.open()
  }

  /// Runs the desk, begun before, on any display until it is left.
  func run(on display: any Display) throws(SessionError) -> Ending {
    defer { chat.close() }
    let store = KeptStore(usage: usage, syncLoop: syncLoop)
    let loop = EventLoop(view, on: display, mailbox: mailbox, chat: chat, store: store)
    // The tables of the search are decoded at their first use: better now, while the phrases are
    // being read, than at the first key.
    _ = Query("a")
    waitForPhrases()
    // What was sent is worth a moment, but no more: the phrase itself has gone out.
    defer { store.finish(within: .seconds(1)) }
    return try loop.run()
  }

  private func startOpening() {
    openingWorker.run { [opening, mailbox, usage, syncLoop] in
      // What is read here may be hostile: a stack overflow must not leave the terminal raw.
      _ = crash_guard_adopt_thread()
      do throws(OpeningError) {
        // Before the phrases are read: what comes after that is news.
        syncLoop?.prepare()
        let opened = try opening.open()
        func prior(for library: Library) -> Event {
          .prior(usage?.begin(with: opened.sends, in: library) ?? .none)
        }
        let library = Library.built(of: opened.phrases) { library in
          let count = opened.phrases.count
          mailbox.post(
            .event(prior(for: library)),
            .event(.partialLibrary(library, origin: opened.origin, of: count)))
        }
        mailbox.post(
          .event(prior(for: library)), .event(.library(library, origin: opened.origin)))
        if let remark = opened.remarks.first {
          mailbox.post(.event(.notice(.sentence(remark, isError: false))))
        }
        syncLoop?.start(with: library, from: opened.origin)
      } catch {
        mailbox.post(.openingFailed(error))
      }
    }
  }

  private func waitForPhrases() {
    var descriptor = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&descriptor, 1, Session.patience)
  }
}
