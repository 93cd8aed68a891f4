import Chat
import CrashGuard
import Desk
import Glibc
import Keeping
import Phrases
import Search
import Store
import Terminal

/// One running desk: the thread that owns desk and terminal, and what works beside it.
///
/// ```
/// keys ----> desk.handle ----> effects: chat worker --------+
/// mailbox -> desk.handle                loading worker -----+--> mailbox
///            desk.draw ------> screen.show    usage worker -+
/// ```
///
/// Keys are taken before the mailbox, and the mailbox before the search under way: nothing that
/// arrives between a look and a key changes what the key sends, and no key waits longer than one
/// step of a search. A terminal that takes no output skips frames, never keys.
public final class Session {
  private var desk: Desk
  private let opening: Opening
  private let chatPlan: ChatPlan
  private let chatLine: ChatLine
  private let mailbox: Mailbox<Letter>
  /// Takes phrases out, and leads back; one after the other.
  private let chatWorker = Worker(name: "chat")
  private let openingWorker = Worker(name: "opening")
  private var ending: Ending?
  private let usage: UsageLog?
  private let syncLoop: SyncLoop?
  private var isDrawn = false
  /// Whether the desk has a search under way that is to go on when nothing else is to be done.
  private var mustContinueSearch = false
  private var isTerminalGone = false
  /// Whether a phrase was handed to the clipboard's worker and nothing was heard of it yet.
  private var isSending = false
  /// How many keys, pastes and clicks have come, and how many had when a phrase was sent that the
  /// agent is to be led back after; nil once that is done.
  private var inputCount = 0
  private var inputCountAtSend: Int?
  /// How the last sending failed; nil where it did not.
  private var lastFailure: Delivered?

  /// How long the first frame waits for the phrases, in milliseconds: a short wait is better than a
  /// flash of an empty desk.
  private static let patience: Int32 = 60

  /// How long a search goes on, in milliseconds, before the screen shows what it found: the time
  /// of a frame on most displays.
  private static let frame: Milliseconds = 16

  /// A session that says `notices` first, such as bad settings; the last one stands.
  public init(
    desk: Desk, opening: Opening, chat: ChatPlan, plan: SyncPlan? = nil,
    notices: [Notice] = []
  ) throws(SessionError) {
    self.desk = desk
    self.opening = opening
    chatPlan = chat
    chatLine = ChatLine(chat)
    let mailbox = try Mailbox<Letter>.opened()
    self.mailbox = mailbox
    usage = opening.usagePath.map {
      UsageLog(storePath: $0, language: opening.language, mailbox: mailbox)
    }
    syncLoop = try SyncLoop(opening: opening, plan: plan, mailbox: mailbox, usage: usage)
    handle(.targetKnown(chatLine.target(desk.target.destination)))
    for notice in notices { handle(.notice(notice)) }
  }

  /// Runs the desk on the terminal until it is left.
  ///
  /// - Throws: ``SessionError`` when the terminal cannot be used, or the phrases cannot be had. The
  ///   terminal is restored before.
  public func run(_ options: ScreenOptions) throws(SessionError) -> Ending {
    startOpening()
    chatLine.open(chatPlan, mailbox: mailbox, worker: chatWorker)
    defer { chatLine.close() }
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
    // What was sent is worth a moment, but no more: the phrase itself has gone out.
    defer { usage?.finish(within: .seconds(1)) }
    while true {
      try takeMailbox(screen)
      if let ending {
        // Whoever calls from now on is to open another desk.
        chatLine.close()
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
    _ = chatWorker.finish(within: chatPlan.farewell)
    try takeMailbox(screen)
    let end = SystemClock.now + 1_000
    while screen.hasPendingOutput, SystemClock.now < end {
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
    // The rest of a frame that the terminal did not take at once.
    if screen.hasPendingOutput { _ = screen.canTakeOutput }
    if !isDrawn, screen.canTakeOutput, screen.show(desk.draw()) {
      handle(.drawn)
      isDrawn = true
    }
    if !wait(for: screen), mustContinueSearch {
      searchOn(until: SystemClock.now + Session.frame, screen)
      return
    }
    // Before the keys: a machine that slept wakes to a key on another day.
    tellDay()
    for input in screen.readInputs() {
      take(input, from: screen)
      if ending != nil { return }
    }
  }

  /// Waits until there is something to take in, or to be drawn; true when there is something to
  /// take in.
  private func wait(for screen: Screen) -> Bool {
    let output = isDrawn && !screen.hasPendingOutput ? 0 : Int16(POLLOUT)
    var descriptors = [
      pollfd(fd: screen.descriptor, events: Int16(POLLIN) | output, revents: 0),
      pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: screen.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    // The date is the only thing that changes by itself.
    let limit = mustContinueSearch ? 0 : min(SystemClock.untilMidnight, Int(Int32.max))
    let count = poll(&descriptors, nfds_t(descriptors.count), Int32(limit))
    return count < 0 || descriptors.contains { $0.revents & ~Int16(POLLOUT) != 0 }
  }

  /// Goes on with the search under way, until it is finished or something else is to be done.
  private func searchOn(until end: Milliseconds, _ screen: Screen) {
    repeat {
      handle(.continueSearch)
    } while mustContinueSearch && SystemClock.now < end && !wait(for: screen)
  }

  private func take(_ input: Input, from screen: Screen) {
    // Pressed for the chat, by somebody who is quicker than the way there: it would send again.
    if input == .key(Key(.enter)), isSending || inputCountAtSend != nil,
      inputCountAtSend == inputCount
    {
      return
    }
    if input.isOfAgent { inputCount += 1 }
    switch input {
    case .key(let key): perform(handle(.key(key, at: SystemClock.now)), on: screen)
    case .mouse(let mouse): perform(handle(.mouse(mouse, at: SystemClock.now)), on: screen)
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
      case .summons(let place, let handled):
        inputCount += 1
        let isSameChat = chatLine.come(from: place)
        let target = chatLine.target(desk.target.destination)
        perform(handle(.summoned(target, isSameChat: isSameChat)), on: screen)
        handled.tell()
      case .wayBack(let goBack): leadBack(goBack)
      case .terminalBytes(let bytes, let event):
        screen.writeRaw(bytes)
        handle(event)
      }
    }
  }

  @discardableResult
  private func handle(_ event: Event) -> [Effect] {
    isDrawn = false
    if case .returned = event { inputCountAtSend = nil }
    if case .delivered(let delivered) = event {
      isSending = false
      if case .failed = delivered.outcome { lastFailure = delivered } else { lastFailure = nil }
    }
    let effects = desk.handle(event)
    mustContinueSearch = effects.contains(.continueSearch)
    return effects
  }

  private func perform(_ effects: [Effect], on screen: Screen) {
    for effect in effects {
      switch effect {
      case .deliver(let outgoing, let destination): deliver(outgoing, to: destination)
      case .listTargets:
        chatWorker.run { [mailbox, targets = chatLine.targets()] in
          mailbox.post(.event(.targets(targets())))
        }
      // Is done when no key waits.
      case .continueSearch: break
      case .finish(let ending): self.ending = ending
      case .suspend: screen.suspend()
      case .useTheme(let theme): screen.use(theme)
      case .redraw: screen.redrawAll()
      case .sync: syncLoop?.post(.syncNow)
      case .showHeld(let source, let id): syncLoop?.post(.showHeld(source: source, id: id))
      case .acceptHeld(let source, let id): syncLoop?.post(.acceptHeld(source: source, id: id))
      case .noteSeen: syncLoop?.post(.noteSeen)
      case .noteFruitless(let query, let hits):
        usage?.record(
          FruitlessSearch(time: SystemClock.unixTime, query: query, hits: hits))
      }
    }
  }

  private func tellDay() {
    guard let today = SystemClock.today, today != desk.day else { return }
    handle(.day(today))
  }

  // MARK: - Workers

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

  /// Leads the agent back, unless they have gone on typing here: half a word must not land there.
  private func leadBack(_ goBack: (@Sendable () -> Void)?) {
    let isWanted = inputCountAtSend == inputCount
    guard let goBack, isWanted else {
      inputCountAtSend = nil
      return
    }
    chatWorker.run { [mailbox] in
      goBack()
      mailbox.post(.event(.returned))
    }
  }

  private func deliver(_ outgoing: Outgoing, to destination: Destination) {
    let language = opening.language
    let delivery = chatLine.delivery(to: destination)
    let wayBack = chatLine.wayBack()
    isSending = true
    inputCountAtSend = wayBack == nil ? nil : inputCount
    chatWorker.run { [mailbox, usage] in
      let handover = delivery(Array(outgoing.text.utf8))
      let delivered = Delivered(handover, to: destination, title: outgoing.title, language)
      if let bytes = handover.clipboard?.terminalSequence {
        mailbox.post(.terminalBytes(bytes, then: .delivered(delivered)))
      } else {
        mailbox.post(.event(.delivered(delivered)))
      }
      if let way = handover.word {
        for send in Send.each(of: outgoing, by: way) { usage?.record(send) }
      }
      // What went wrong is to be seen first.
      if handover.isTaken, handover.refusal == nil, let wayBack {
        mailbox.post(.wayBack(wayBack))
      } else {
        mailbox.post(.wayBack(nil))
      }
    }
  }
}

extension Send {
  /// A send for every phrase of a message, with its share of the effort.
  static func each(of outgoing: Outgoing, by way: String) -> [Send] {
    zip(outgoing.keys, outgoing.effort.shared(among: outgoing.keys.count)).map { key, effort in
      Send(
        key: key, time: SystemClock.unixTime, way: way, keystrokes: effort.keystrokes,
        milliseconds: Int(effort.milliseconds))
    }
  }
}

extension Input {
  /// Whether somebody did it, and not the terminal by itself.
  fileprivate var isOfAgent: Bool {
    switch self {
    case .key, .paste, .mouse: true
    case .resize, .closed: false
    }
  }
}
