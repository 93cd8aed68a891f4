import Chat
import Desk
import Glibc
import Keeping
import Phrases
import Search
import Store

/// One running ``PlainDesk``: lines from standard input, lines to a descriptor, one after the other.
///
/// Nothing is written but text and line breaks, so any terminal, pipe or reader will do. Sources are
/// kept up with as in the desk; what is new is said before the next prompt, never in between.
public final class PlainSession {
  private var desk: PlainDesk
  private let language: Language
  private let keeper: Keeper
  private let deliver: (Outgoing, Destination) -> Handover
  private let output: Int32
  private let mailbox: Mailbox<Letter>
  private var ending: Ending?
  /// How the last sending failed; nil where it did not.
  private var lastFailure: Delivered?
  private var isOutputGone = false

  /// How long the next line waits for what was sent to be on the disk.
  private static let patience = Duration.seconds(1)

  /// A session that says everything on `output`, a descriptor.
  ///
  /// `deliver` hands a phrase over, and says truthfully what took it.
  public init(
    desk: PlainDesk, opening: Opening, plan: SyncPlan? = nil, output: Int32,
    deliver: @escaping (Outgoing, Destination) -> Handover
  ) throws(SessionError) {
    self.desk = desk
    language = opening.language
    self.output = output
    self.deliver = deliver
    let mailbox = try Mailbox<Letter>.opened()
    self.mailbox = mailbox
    keeper = try Keeper.telling(mailbox, opening, following: plan)
  }

  /// Talks until the desk is left, Ctrl+C is pressed, or there is nobody on the other side.
  ///
  /// - Throws: ``SessionError`` when the phrases cannot be had, or the last one was not taken.
  public func run() throws(SessionError) -> Ending {
    let (opened, library) = try begin()
    // From here on: until then Ctrl+C ends a download as it ends any program.
    let input = LineInput()
    // Only now: Ctrl+C is not to come to its thread.
    keeper.follow(opened, in: library)
    keeper.listHistory()
    defer { keeper.finish(within: .seconds(3)) }
    while true {
      takeMailbox()
      write(desk.takeNews())
      write(desk.prompt)
      // Letters are taken as they come: a desk that is left alone would gather them for hours.
      let line = input.next(besides: mailbox.descriptor, takeMailbox)
      // What was typed into a pipe is not seen, nor is its line break.
      if !input.isTerminal || line == .ended || line == .interrupted { write("\n") }
      take(line)
      if isOutputGone, ending == nil { perform(desk.close()) }
      if let ending {
        if let lastFailure { throw .notSent(lastFailure) }
        return ending
      }
    }
  }

  private func begin() throws(SessionError) -> (Opening.Opened, Library) {
    let opened: Opening.Opened
    do {
      opened = try keeper.open()
    } catch {
      throw .opening(error)
    }
    for remark in opened.remarks { say(remark.sentence(language)) }
    desk.take(keeper.arrangement)
    let library = Library.built(of: opened.phrases)
    write(desk.begin(with: library, keeper.prior(for: library), from: opened.origin))
    return (opened, library)
  }

  private func takeMailbox() {
    for case .event(let event) in mailbox.takeAll() {
      switch event {
      case .prior(let prior, let library): desk.take(prior, of: library)
      case .library(let library, let prior, _): desk.take(library, prior)
      case .sources(let sources): desk.take(sources)
      case .notice(let notice): desk.take(notice)
      case .contested(let keys): desk.take(contested: keys)
      case .arrangement(let arrangement, _): desk.take(arrangement)
      case .changes(let marks, let removed): desk.take(marks, removed: removed)
      case .putAside(let binned, let hidden): desk.take(binned: binned, hidden: hidden)
      case .recentChanges(let changes): desk.take(changes)
      case .history(let sends): desk.take(sends)
      case .ownChange(let change, let hasChanged, let failure):
        desk.take(change, hasChanged: hasChanged, failure: failure)
      // Of a screen, or nothing that a line can show.
      case .key, .mouse, .paste, .resize, .day, .timeOfDay, .conversation, .partialLibrary,
        .editedOutside, .heldDifference, .isBehind, .continueSearch, .drawn, .targetKnown,
        .summoned,
        .returned,
        .targets, .delivered, .looked, .handedOver, .files:
        break
      }
    }
  }

  private func take(_ line: LineInput.Line) {
    desk.take(SystemClock.today)
    desk.take(TimeOfDay(minutes: SystemClock.minuteOfDay))
    switch line {
    case .text(let text): perform(desk.take(text, at: SystemClock.now))
    case .tooLong: perform(desk.refuseLongLine())
    case .interrupted, .ended: perform(desk.close())
    }
  }

  private func perform(_ answer: PlainDesk.Answer) {
    write(answer.lines)
    for effect in answer.effects {
      switch effect {
      case .deliver(let outgoing, let destination):
        if !isOutputGone { send(outgoing, to: destination) }
      case .finish(let ending): self.ending = ending
      case .noteFruitless(let query, let hits):
        keeper.record(FruitlessSearch(time: SystemClock.unixTime, query: query, hits: hits))
      case .change(let change):
        keeper.change(change)
        settle()
      case .report(let report):
        keeper.report(report)
        settle()
      case .noteSeen: keeper.post(.noteSeen)
      case .listPutAside:
        keeper.listPutAside()
        settle()
      // What a plain desk has no keys for.
      case .listTargets, .continueSearch, .suspend, .sync, .showHeld, .acceptHeld, .useTheme,
        .remember, .editOutside, .redraw, .listHistory, .look, .handOver, .listFiles:
        break
      }
    }
  }

  private func send(_ outgoing: Outgoing, to destination: Destination) {
    let handover = deliver(outgoing, destination)
    let delivered = Delivered(
      handover, to: Target(destination), title: outgoing.title, language)
    lastFailure = handover.isTaken ? nil : delivered
    say(Notice.delivered(delivered).sentence(language))
    guard let way = handover.word else { return }
    desk.note(sent: outgoing)
    for send in Send.each(of: outgoing, by: way) { keeper.record(send) }
    settle()
  }

  /// Waits for what was asked for to be on the disk, and takes what came of it.
  private func settle() {
    _ = keeper.isSettled(within: PlainSession.patience)
    takeMailbox()
  }

  // MARK: - Saying

  private func say(_ sentence: String) { write([SafeText.visible(sentence)]) }

  private func write(_ lines: [String]) {
    if !lines.isEmpty { write(lines.joined(separator: "\n") + "\n") }
  }

  private func write(_ text: String) {
    guard !isOutputGone else { return }
    isOutputGone = !Descriptor.write(Array(text.utf8), to: output)
  }
}
