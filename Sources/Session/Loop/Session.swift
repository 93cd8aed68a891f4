import Clipboard
import CrashGuard
import Desk
import Glibc
import Phrases
import Search
import Terminal

/// One running desk: the thread that owns desk and terminal, and what works beside it.
///
/// ```
/// keys ----> desk.handle ----> effects: clipboard worker ---+
/// mailbox -> desk.handle                loading worker -----+--> mailbox
///            desk.draw ------> screen.show
/// ```
///
/// Keys are taken before the mailbox, so that nothing that arrives between a look and a key changes
/// what the key sends. A terminal that takes no output skips frames, never keys.
public final class Session {
  private var desk: Desk
  private let opening: Opening
  private let clipboard: SystemClipboard
  private let mailbox: Mailbox
  private let clipboardWorker = Worker(name: "clipboard")
  private let openingWorker = Worker(name: "opening")
  private var ending: Ending?
  private var isDrawn = false
  private var isTerminalGone = false
  /// Whether a phrase was handed to the clipboard's worker and nothing was heard of it yet.
  private var isSending = false
  /// How the last sending failed; nil where it did not.
  private var lastFailure: Delivered?

  /// How long the first frame waits for the phrases, in milliseconds: a short wait is better than a
  /// flash of an empty desk.
  private static let patience: Int32 = 60

  /// How long the program stays for a phrase that is still on its way out when the desk is left.
  private static let farewell = Duration.seconds(3)

  /// A session that says `notices` first, such as bad settings; the last one stands.
  public init(
    desk: Desk, opening: Opening, clipboard: SystemClipboard, notices: [Notice] = []
  ) throws(SessionError) {
    self.desk = desk
    self.opening = opening
    self.clipboard = clipboard
    mailbox = try Mailbox()
    for notice in notices { handle(.notice(notice)) }
  }

  /// Runs the desk on the terminal until it is left.
  ///
  /// - Throws: ``SessionError`` when the terminal cannot be used, or the phrases cannot be had. The
  ///   terminal is restored before.
  public func run(_ options: ScreenOptions) throws(SessionError) -> Ending {
    startOpening()
    let screen: Screen
    do {
      screen = try Screen(options)
    } catch {
      throw .terminal(error)
    }
    defer { screen.close() }
    let size = screen.size
    handle(.resize(rows: size.rows, columns: size.columns))
    tellDay()
    // The tables of the search are decoded at their first use: better now, while the phrases are
    // being read, than at the first key.
    _ = Query("a")
    waitForPhrases()
    while true {
      try takeMailbox(screen)
      if let ending {
        if !isTerminalGone { try finishSending(on: screen) }
        return ending
      }
      turn(screen)
    }
  }

  /// Waits for a phrase that is still on its way, and says so; what is typed meanwhile is no
  /// command for the shell.
  private func finishSending(on screen: Screen) throws(SessionError) {
    guard isSending else { return }
    handle(.notice(.finishing))
    _ = screen.show(desk.draw())
    _ = clipboardWorker.finish(within: Session.farewell)
    try takeMailbox(screen)
    let end = SessionClock.now + 1_000
    while screen.hasPendingOutput, SessionClock.now < end {
      var descriptor = pollfd(fd: screen.descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&descriptor, 1, 100)
      _ = screen.canTakeOutput
    }
    _ = screen.readInputs()
    if isSending || screen.hasPendingOutput { throw .notSent(nil) }
    if let failure = lastFailure { throw .notSent(failure) }
  }

  /// One round of the loop: draw what is new, wait for something, take it in.
  private func turn(_ screen: Screen) {
    if !isDrawn, screen.canTakeOutput {
      isDrawn = screen.show(desk.draw())
    }
    wait(for: screen)
    // Before the keys: a machine that slept wakes to a key on another day.
    tellDay()
    for input in screen.readInputs() {
      take(input, from: screen)
      if ending != nil { return }
    }
  }

  private func wait(for screen: Screen) {
    let output = isDrawn && !screen.hasPendingOutput ? 0 : Int16(POLLOUT)
    var descriptors = [
      pollfd(fd: screen.descriptor, events: Int16(POLLIN) | output, revents: 0),
      pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: screen.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    // The date is the only thing that changes by itself.
    let limit = min(SessionClock.untilMidnight, Int(Int32.max))
    _ = poll(&descriptors, nfds_t(descriptors.count), Int32(limit))
  }

  private func take(_ input: Input, from screen: Screen) {
    switch input {
    case .key(let key): perform(handle(.key(key, at: SessionClock.now)), on: screen)
    case .paste(let text): perform(handle(.paste(text)), on: screen)
    case .resize(let rows, let columns): handle(.resize(rows: rows, columns: columns))
    case .closed:
      isTerminalGone = true
      ending = desk.purpose == .pick ? .cancelled : .quit
    }
  }

  private func takeMailbox(_ screen: Screen) throws(SessionError) {
    for letter in mailbox.takeAll() {
      switch letter {
      case .openingFailed(let error): throw .opening(error)
      case .event(let event): handle(event)
      case .terminalBytes(let bytes, let event):
        screen.writeRaw(bytes)
        handle(event)
      }
    }
  }

  @discardableResult
  private func handle(_ event: Event) -> [Effect] {
    isDrawn = false
    if case .delivered(let delivered) = event {
      isSending = false
      if case .failed = delivered.outcome { lastFailure = delivered } else { lastFailure = nil }
    }
    return desk.handle(event)
  }

  private func perform(_ effects: [Effect], on screen: Screen) {
    for effect in effects {
      switch effect {
      case .deliver(let outgoing): deliver(outgoing)
      case .finish(let ending): self.ending = ending
      case .suspend: screen.suspend()
      case .redraw: screen.redrawAll()
      }
    }
  }

  private func tellDay() {
    guard let today = SessionClock.today, today != desk.day else { return }
    handle(.day(today))
  }

  // MARK: - Workers

  private func startOpening() {
    openingWorker.run { [opening, mailbox] in
      // What is read here may be hostile: a stack overflow must not leave the terminal raw.
      _ = crash_guard_adopt_thread()
      do throws(OpeningError) {
        let opened = try opening.open()
        let library = Library.built(of: opened.phrases)
        mailbox.post(.event(.library(library, origin: opened.origin)))
        if let remark = opened.remarks.first {
          mailbox.post(.event(.notice(.sentence(remark, isError: false))))
        }
      } catch {
        mailbox.post(.openingFailed(error))
      }
    }
  }

  private func waitForPhrases() {
    var descriptor = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&descriptor, 1, Session.patience)
  }

  private func deliver(_ outgoing: Outgoing) {
    let language = opening.language
    isSending = true
    clipboardWorker.run { [clipboard, mailbox] in
      let delivery = clipboard.deliver(Array(outgoing.text.utf8))
      let event = Event.delivered(Delivered(delivery, title: outgoing.title, language))
      if let bytes = delivery.terminalSequence {
        mailbox.post(.terminalBytes(bytes, then: event))
      } else {
        mailbox.post(.event(event))
      }
    }
  }
}
