import Chat
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
/// event loop <                               +--> mailbox --> event loop
///              store line ---> keeper -------+
/// ```
public final class Session {
  private let view: any View
  private let keeper: Keeper
  let chat: ChatLine
  private let mailbox: Mailbox<Letter>
  private let editor: OutsideEditor?
  private let attachments: AttachmentLine
  private let remember: @Sendable (DeskChoice) -> Notice?
  /// Beside the loop, which no disk may hold up.
  private let choices = Worker(name: "choices")

  /// How long the first frame waits for the phrases, in milliseconds: a short wait is better than a
  /// flash of an empty desk.
  private static let patience: Int32 = 60

  /// A session that says `notices` first, such as bad settings; the last one stands.
  ///
  /// `drawer` draws pictures in the preview, which tells of them in words without one; `fileFolders` are those whose files are listed; `remember` keeps a choice for the next time, on a thread of its own, and says what there is to say of it.
  public init(
    _ view: any View, opening: Opening, chat plan: ChatPlan, sync: SyncPlan? = nil,
    notices: [Notice] = [], editor: OutsideEditor? = nil, drawer: PictureDrawer? = nil,
    fileFolders: [String] = [],
    remember: @escaping @Sendable (DeskChoice) -> Notice? = { _ in nil }
  ) throws(SessionError) {
    self.view = view
    self.remember = remember
    self.editor = editor
    let mailbox = try Mailbox<Letter>.opened()
    self.mailbox = mailbox
    let keeper = try Keeper.telling(mailbox, opening, following: sync)
    self.keeper = keeper
    chat = ChatLine(plan, language: opening.language, mailbox: mailbox) { keeper.record($0) }
    attachments = AttachmentLine(
      keeper.attachments, drawer: drawer, folders: fileFolders, language: opening.language,
      mailbox: mailbox)
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
    keeper.begin()
    chat.open()
  }

  /// Runs the desk, begun before, on any display until it is left.
  func run(on display: any Display) throws(SessionError) -> Ending {
    defer { chat.close() }
    let loop = EventLoop(
      view, on: display, mailbox: mailbox, chat: chat, store: keeper, editor: editor,
      attachments: attachments
    ) { [choices, remember, mailbox] choice in
      choices.run {
        if let notice = remember(choice) { mailbox.post(.event(.notice(notice))) }
      }
    }
    // The tables of the search are decoded at their first use: better now, while the phrases are
    // being read, than at the first key.
    _ = Query("a")
    waitForPhrases()
    // A sync's transaction may hold up what was sent last; more than that it is not worth, since the
    // phrase itself has gone out.
    defer {
      keeper.finish(within: .seconds(3))
      _ = choices.finish(within: .seconds(1))
    }
    return try loop.run()
  }

  private func waitForPhrases() {
    var descriptor = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&descriptor, 1, Session.patience)
  }
}
