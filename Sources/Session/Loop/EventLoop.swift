import Desk
import Glibc
import Keeping
import Phrases
import Store
import Terminal

/// The loop that a view stands on, on the thread that owns view and display.
///
/// ```
/// keys ----> view.handle ----> effects: chat line, store line, display
/// mailbox -> view.handle
///            view.draw ------> display.show
/// ```
///
/// Keys are taken before the mailbox, and the mailbox before the search under way: nothing that
/// arrives between a look and a key changes what the key sends, and no key waits longer than one
/// step of a search. A terminal that takes no output skips frames, never keys.
final class EventLoop {
  private var view: any View
  private let display: any Display
  private let mailbox: Mailbox<Letter>
  private let chat: ChatLine
  private let store: any StoreLine
  private let clock: LoopClock
  private let remember: (DeskChoice) -> Void
  private let editor: OutsideEditor?
  private let attachments: AttachmentLine?
  private var departure = Departure()
  private var ending: Ending?
  /// The local date and time, as far as the view was told.
  private var day: Day?
  private var timeOfDay: TimeOfDay?
  private var isDrawn = false
  /// Whether the view has a search under way that is to go on when nothing else is to be done.
  private var mustContinueSearch = false
  private var isTerminalGone = false
  /// Whether the view was told last that the store has other phrases.
  private var isBehind = false

  /// How long a search goes on, in milliseconds, before the screen shows what it found: the time
  /// of a frame on most displays.
  private static let frame: Milliseconds = 16

  init(
    _ view: any View, on display: any Display, mailbox: Mailbox<Letter>, chat: ChatLine,
    store: any StoreLine, clock: LoopClock = .system, editor: OutsideEditor? = nil,
    attachments: AttachmentLine? = nil, remember: @escaping (DeskChoice) -> Void = { _ in }
  ) {
    self.view = view
    self.display = display
    self.mailbox = mailbox
    self.chat = chat
    self.store = store
    self.clock = clock
    self.remember = remember
    self.editor = editor
    self.attachments = attachments
    let target = chat.target(chat.destinationUnchosen(view.destination) ?? view.destination)
    handle(.targetKnown(target))
    handle(.conversation(chat.conversation(of: view.destination)))
    chat.findPane(of: view.destination)
    if let remark = chat.takeRemark(on: target) { handle(.notice(remark)) }
    let size = display.size
    handle(.resize(rows: size.rows, columns: size.columns))
    tellTime()
  }

  /// Runs until the view is left.
  ///
  /// - Throws: ``SessionError`` where the phrases cannot be had, or the last one did not go out.
  func run() throws(SessionError) -> Ending {
    while true {
      // The date is the only thing that changes by itself.
      if let ending = try turn(waiting: clock.untilMidnight()) { return ending }
    }
  }

  /// One round: takes the mailbox, shows what is new, waits for something, and takes it in.
  ///
  /// - Parameter limit: how long it waits at most, in milliseconds.
  /// - Returns: how the view ended, once it has and all that it sent is out.
  /// - Throws: as ``run()``.
  func turn(waiting limit: Int) throws(SessionError) -> Ending? {
    // What was typed comes first, and a display that holds it back asks for a little time.
    if !display.isHoldingInput { try takeMailbox() }
    if let ending {
      // Whoever calls from now on is to open another desk.
      chat.close()
      if !isTerminalGone { try finishSending() }
      return ending
    }
    show()
    if !wait(atMost: limit), mustContinueSearch {
      searchOn(until: clock.now() + EventLoop.frame)
      return nil
    }
    // Before the keys: a machine that slept wakes to a key on another day.
    tellTime()
    let inputs = display.readInputs()
    for (index, input) in inputs.enumerated() {
      take(input, isFollowed: index < inputs.count - 1)
      if ending != nil { break }
    }
    return nil
  }

  private func show() {
    // The rest of a frame that the terminal did not take at once.
    if display.hasPendingOutput { _ = display.canTakeOutput }
    guard !isDrawn, display.canTakeOutput, display.show(view.draw()) else { return }
    handle(.drawn)
    isDrawn = true
  }

  /// Waits until there is something to take in, or to be drawn; true when there is something to
  /// take in, or the display wants to be asked.
  private func wait(atMost limit: Int) -> Bool {
    let output = isDrawn && !display.hasPendingOutput ? 0 : Int16(POLLOUT)
    var descriptors = [
      pollfd(fd: display.descriptor, events: Int16(POLLIN) | output, revents: 0),
      // One below zero is passed over.
      pollfd(
        fd: display.isHoldingInput ? -1 : mailbox.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: display.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let patience = display.prepareToWait()
    let limit = mustContinueSearch ? 0 : Int32(clamping: min(limit, patience ?? limit))
    let count = poll(&descriptors, nfds_t(descriptors.count), limit)
    return count < 0 || patience == 0
      || descriptors.contains { $0.revents & ~Int16(POLLOUT) != 0 }
  }

  /// Goes on with the search under way, until it is finished or something else is to be done.
  private func searchOn(until end: Milliseconds) {
    repeat {
      happen(.continueSearch)
    } while mustContinueSearch && clock.now() < end && !wait(atMost: 0)
  }

  // MARK: - Taking in

  private func take(_ input: Input, isFollowed: Bool) {
    guard departure.admits(input) else { return }
    // Another desk may have taken a sync since the last look: what was taken back is not to go out.
    if store.isBehind != isBehind {
      isBehind.toggle()
      handle(.isBehind(isBehind))
    }
    switch input {
    case .key(let key): happen(.key(key, at: clock.now(), isFollowed: isFollowed))
    case .mouse(let mouse): happen(.mouse(mouse, at: clock.now()))
    case .paste(let text): happen(.paste(text))
    case .resize(let rows, let columns): happen(.resize(rows: rows, columns: columns))
    case .closed:
      isTerminalGone = true
      ending = .quit
    }
  }

  private func takeMailbox() throws(SessionError) {
    for letter in mailbox.takeAll() {
      switch letter {
      case .openingFailed(let error): throw .opening(error)
      case .event(let event): happen(event)
      case .edition(let edition): store.note(shown: edition)
      case .summons(let place, let handled):
        departure.summon()
        let destination = chat.come(from: place, choice: view.destination)
        let target = chat.target(destination)
        happen(.summoned(target, from: chat.conversation(of: destination)))
        if let remark = chat.takeRemark(on: target) { happen(.notice(remark)) }
        handled.tell()
      case .paneFound:
        happen(.targetKnown(chat.target(view.destination)))
        happen(.conversation(chat.conversation(of: view.destination)))
      case .handedOver(let isInChat):
        if isInChat, departure.mayLeadBack { chat.goBack() } else { departure.settle() }
      case .terminalBytes(let bytes, let event):
        display.writeRaw(bytes)
        happen(event)
      }
    }
  }

  private func tellTime() {
    if let today = clock.today(), today != day {
      day = today
      happen(.day(today))
    }
    if let time = clock.timeOfDay(), time != timeOfDay {
      timeOfDay = time
      // Nothing in sight depends on it, so that nothing is drawn for it alone.
      perform(view.handle(.timeOfDay(time)))
    }
  }

  private func happen(_ event: Event) { perform(handle(event)) }

  @discardableResult
  private func handle(_ event: Event) -> [Effect] {
    isDrawn = false
    if case .returned = event { departure.settle() }
    if case .delivered(let delivered) = event { departure.end(delivered) }
    let effects = view.handle(event)
    mustContinueSearch = effects.contains(.continueSearch)
    return effects
  }

  // MARK: - What the view asks for

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .look(let attachment, let rows, let columns):
        attachments?.look(at: attachment, rows: rows, columns: columns)
      case .listFiles: attachments?.listFiles()
      case .handOver(let handover): attachments?.handOver(handover, by: chat)
      case .deliver(let outgoing, let destination):
        // What the clipboard is to hold now is the text.
        attachments?.giveUpHandover()
        departure.begin(leadingBack: chat.deliver(outgoing, to: destination))
      case .listTargets: chat.listTargets()
      // Is done when no key waits.
      case .continueSearch: break
      case .finish(let ending): self.ending = ending
      case .suspend: display.suspend()
      case .useTheme(let theme): display.use(theme)
      case .editOutside(let text):
        var edited: String?
        display.lend { edited = editor?.edit(text) }
        happen(.editedOutside(edited))
      case .remember(let choice):
        if case .destination = choice { chat.noteChoice() }
        remember(choice)
      case .redraw: display.redrawAll()
      case .sync: store.post(.syncNow)
      case .showHeld(let source, let id): store.post(.showHeld(source: source, id: id))
      case .acceptHeld(let source, let id): store.post(.acceptHeld(source: source, id: id))
      case .noteSeen: store.post(.noteSeen)
      case .change(let change): store.change(change)
      case .report(let report): store.report(report)
      case .listHistory: store.listHistory()
      case .listPutAside: store.listPutAside()
      case .noteFruitless(let query, let hits):
        store.record(
          FruitlessSearch(time: SystemClock.unixTime, query: query, hits: hits))
      }
    }
  }

  /// Waits for a phrase that is still on its way, and says so; what is typed meanwhile is no
  /// command for the shell.
  private func finishSending() throws(SessionError) {
    guard departure.underWay > 0 else { return }
    handle(.notice(.finishing))
    _ = display.show(view.draw())
    chat.finish()
    try takeMailbox()
    let end = clock.now() + ChatPlan.outputFarewell
    while display.hasPendingOutput, clock.now() < end {
      var descriptor = pollfd(fd: display.descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&descriptor, 1, 100)
      _ = display.canTakeOutput
    }
    _ = display.readInputs()
    if let error = departure.shortfall(isOutputPending: display.hasPendingOutput) { throw error }
  }
}
