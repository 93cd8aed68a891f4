import Chat
import Desk
import Glibc
import Keeping
import Phrases
import Search
import Terminal
import Testing

@testable import Session

/// A loop in this process, with an agent before it: keys and letters in, text of cells out.
///
/// It goes round only when told to, so that a test says what happens between a look and a key. Only
/// the chat line has a thread; ``finishErrands()`` waits for it.
final class LoopPlayer {
  let screen: CellScreen
  let messenger = PlayedMessenger()
  let store = NotedStore()
  let mailbox: Mailbox<Letter>
  let chat: ChatLine
  /// How the view ended, once it has.
  private(set) var ending: Ending?
  private let calendar: Calendar
  private let loop: EventLoop

  /// What a test says of the time.
  private final class Calendar {
    var today: Day?
    /// In milliseconds; goes forward by ``pace`` with each look.
    var now: Milliseconds = 1_000
    var pace: Milliseconds = 0
    var looks = 0
    var onLook: ((Int) -> Void)?
    var untilMidnight = 86_400_000

    init(_ today: String) { self.today = Day(iso: today) }

    func look() -> Milliseconds {
      looks += 1
      onLook?(looks)
      defer { now += pace }
      return now
    }
  }

  /// A loop whose desk has been told of phrases, and which has drawn them.
  convenience init(
    purpose: Desk.Purpose = .send, to destination: Destination = .pane(id: nil),
    from place: Place? = .weechat, phrases: [Phrase] = .shop, farewell: Duration = .seconds(60),
    goesBack: Bool = true, picksPane: Bool = false, editor: OutsideEditor? = nil,
    rows: Int = 24, columns: Int = 80
  ) throws {
    try self.init(
      Desk(purpose: purpose, target: Target(destination)), from: place, farewell: farewell,
      goesBack: goesBack, picksPane: picksPane, editor: editor, rows: rows, columns: columns)
    post(.event(.library(Library(phrases), origin: .file(name: "shop.csv"))))
    try settle()
  }

  init(
    _ view: any View, from place: Place? = nil, farewell: Duration = .seconds(60),
    goesBack: Bool = true, picksPane: Bool = false, editor: OutsideEditor? = nil,
    rows: Int = 24, columns: Int = 80
  ) throws {
    screen = try CellScreen(rows: rows, columns: columns)
    mailbox = try Mailbox<Letter>.opened()
    let calendar = Calendar("2026-11-22")
    self.calendar = calendar
    var plan = ChatPlan(
      courier: messenger, running: Running(environment: [:], limit: .seconds(1)),
      goesBack: goesBack, chat: place, clipboardName: "xclip", commandName: "post")
    plan.farewell = farewell
    plan.picksPane = picksPane
    chat = ChatLine(plan, language: .english, mailbox: mailbox) { [store] in store.record($0) }
    let clock = LoopClock(
      now: { calendar.look() }, today: { calendar.today }, timeOfDay: { nil },
      untilMidnight: { calendar.untilMidnight })
    loop = EventLoop(
      view, on: screen, mailbox: mailbox, chat: chat, store: store, clock: clock, editor: editor)
  }

  // MARK: - What happens

  /// Presses the keys of a script, `fh<Down><Enter>`, and lets the loop take them.
  func press(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    type(script, sourceLocation: sourceLocation)
    try settle()
  }

  /// Presses keys that wait until the loop goes round.
  func type(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let keys = Key.script(script) else {
      Issue.record("no such key in \(script)", sourceLocation: sourceLocation)
      return
    }
    for key in keys { screen.take(.key(key)) }
  }

  /// Lets a worker have posted letters.
  func post(_ letters: Letter...) { for letter in letters { mailbox.post(letter) } }

  /// Alt+Z is pressed somewhere else.
  ///
  /// - Returns: what whoever told the desk waits for.
  @discardableResult
  func summon(from place: Place) -> Handled {
    let handled = Handled()
    mailbox.post(.summons(from: place, handled))
    return handled
  }

  /// The date is another from now on.
  func setDay(_ iso: String) { calendar.today = Day(iso: iso) }

  /// Midnight is so many milliseconds away.
  func setMidnight(in milliseconds: Int) { calendar.untilMidnight = milliseconds }

  /// Lets so many milliseconds pass with each look at the clock.
  func passTime(by milliseconds: Milliseconds) { calendar.pace = milliseconds }

  /// Called with the number of each look at the clock, from the first on.
  var onLook: ((Int) -> Void)? {
    get { calendar.onLook }
    set {
      calendar.looks = 0
      calendar.onLook = newValue
    }
  }

  // MARK: - Going round

  /// One round, that waits for nothing, or so many milliseconds at most.
  func turn(waiting limit: Int = 0) throws {
    guard ending == nil else { return }
    ending = try loop.turn(waiting: limit)
  }

  /// Goes round as in the program, until the view is left.
  func run() throws -> Ending { try loop.run() }

  /// Goes round until nothing is to be done any more, but by the chat line's thread.
  func settle() throws {
    while ending == nil {
      let (frames, wasAwake) = (screen.frames.count, isAwake)
      try turn()
      if !wasAwake, !isAwake, screen.frames.count == frames { return }
    }
  }

  /// Lets the chat line do all that it was asked, and takes in what comes of it.
  func finishErrands() throws {
    for _ in 0..<2 {
      #expect(chat.worker.finish(within: .seconds(60)))
      try settle()
    }
  }

  /// Whether something is there for the loop to take in.
  private var isAwake: Bool {
    var letters = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    return screen.hasInput || poll(&letters, 1, 0) > 0
  }

  var text: String { screen.text }
}

extension [Phrase] {
  static let shop: [Phrase] = [
    .make("发货时间", "亲，{{订单号}} 已安排发货。", code: "fhsj"),
    .make("发货延迟安抚", "非常抱歉让您久等了。", code: "fhyc"),
    .make("退款多久到账", "退款通过后按原路退回。", code: "tk"),
    .make("退款进度", "正在为您查询退款进度。", code: ""),
    .make("Thank you", "Thank you for your patience 😊", code: "ty"),
  ]

  /// So many phrases that a search takes steps for.
  static func numbered(_ count: Int) -> [Phrase] {
    (1...count).map { .make("话术 \($0)", "第 \($0) 条内容，请您留意。", code: "") }
  }
}

extension Phrase {
  static func make(_ title: String, _ text: String, code: String) -> Phrase {
    Phrase(
      key: PhraseKey(source: "file", id: title), category: "售中", subcategory: "发货",
      title: title, text: text, code: code)
  }
}
