import Chat
import Desk
import Keeping
import Phrases
import Store

/// The line between a desk and the chats around it: Alt+Z comes in by it, phrases go out.
///
/// Owned by the session's thread; what waits for other programs is done on a worker of its own, one
/// thing after the other, and is answered by letters.
final class ChatLine {
  /// Where the agent was when Alt+Z was pressed last; nil before that.
  private(set) var chat: Place?
  let courier: any Messenger
  let goesBack: Bool
  let farewell: Duration
  let language: Language
  let mailbox: Mailbox<Letter>
  /// Keeps that a phrase was sent.
  let record: @Sendable (Send) -> Void
  let worker = Worker(name: "chat")
  /// Where phrases go by ``ChatPlan/picksPane``, until the agent chooses herself; nil where she has.
  private var unchosen: Destination?
  /// Where it was said last that phrases go without having been chosen.
  private var saidWhere: Destination?
  private let clipboardName: String
  private let commandName: String
  /// Where the socket is made, and what finds out where this desk is; nil where it has none.
  private let folder: DeskFolder?
  private let running: Running
  /// Nil until the place is known, and where there can be none.
  private let socket = Locked<DeskSocket?>(nil)
  private let isClosed = Locked(false)
  /// The panes as they were listed last.
  let listed = Locked(ListedPanes())
  /// Where this desk is; empty until it is known.
  let desk = Locked(Place())

  init(
    _ plan: ChatPlan, language: Language, mailbox: Mailbox<Letter>,
    record: @escaping @Sendable (Send) -> Void
  ) {
    courier = plan.courier
    goesBack = plan.goesBack
    farewell = plan.farewell
    clipboardName = plan.clipboardName
    commandName = plan.commandName
    folder = plan.folder
    running = plan.running
    unchosen = plan.picksPane ? .clipboard : nil
    chat = plan.chat
    self.language = language
    self.mailbox = mailbox
    self.record = record
  }

  /// Opens the socket that `phrasedesk focus` calls, and finds out where this desk is.
  func open() {
    guard let folder else { return }
    worker.run { [desk, socket, isClosed, mailbox, running] in
      let place = Place.ofThisProcess(running)
      desk.withLock { $0 = place }
      // Only now: whoever calls is told where the desk is.
      let opened = DeskSocket(
        in: folder, at: { desk.withLock { $0 } },
        focus: { from in
          let handled = Handled()
          mailbox.post(.summons(from: from, handled))
          // Shorter than the caller waits, who is to hear of it.
          return handled.wait(within: running.answerLimit * 4 / 5)
        })
      socket.withLock { $0 = opened }
      if isClosed.withLock({ $0 }) { ChatLine.close(socket) }
    }
  }

  /// Takes the socket away; may be called again.
  func close() {
    isClosed.withLock { $0 = true }
    ChatLine.close(socket)
  }

  private static func close(_ socket: Locked<DeskSocket?>) {
    let open = socket.withLock { socket in
      defer { socket = nil }
      return socket
    }
    open?.close()
  }

  /// The agent comes from there now, unless that is this desk itself.
  ///
  /// A place that tells nothing is one as well: what goes out must not go to the chat before.
  ///
  /// - Returns: where phrases go now that went to `choice`. A kind of place stays the choice; one pane
  ///   that was chosen by itself does until another chat calls.
  func come(from place: Place, choice: Destination) -> Destination {
    let desk = desk.withLock { $0 }
    if let pane = place.pane, pane.server == desk.pane?.server, pane.id == desk.pane?.id {
      return choice
    }
    if let window = place.window, window.desktop == desk.window?.desktop,
      window.id == desk.window?.id
    {
      return choice
    }
    chat = place.isEmpty ? nil : place
    if let destination = destinationUnchosen(choice) { return destination }
    guard case .pane(let id?) = choice else { return choice }
    if let pane = place.pane, isPane(pane, chosenAs: id, server: desk.pane?.server) {
      return choice
    }
    return place.pane == nil && place.window != nil ? .window : .pane(id: nil)
  }

  /// Where phrases go that nobody has chosen a place for; nil where that is `choice`.
  func destinationUnchosen(_ choice: Destination) -> Destination? {
    guard choice == unchosen, let chat else { return nil }
    let destination: Destination = chat.pane?.takesChat == true ? .pane(id: nil) : .clipboard
    unchosen = destination
    return destination
  }

  /// Whether phrases go there although nobody has chosen it.
  func isUnchosen(_ destination: Destination) -> Bool { unchosen == destination }

  /// The agent has chosen where phrases go.
  func noteChoice() { unchosen = nil }

  /// What there is to say of where phrases go now without having been chosen, once.
  func takeRemark(on target: Target) -> Notice? {
    guard unchosen != nil, saidWhere != target.destination, chat?.pane != nil else { return nil }
    saidWhere = target.destination
    return .goesUnchosen(target)
  }

  /// Whether it is the pane of that id in the desk's tmux, and still the same one.
  private func isPane(_ pane: Pane, chosenAs id: String, server: String?) -> Bool {
    guard let chosen = listed.withLock({ $0.pane(id) }) else {
      return pane.id == id && (server == nil || server == pane.server)
    }
    return pane.isSame(as: chosen)
  }

  /// What names the chat that phrases are for: a pane that was chosen by itself, or else where the agent
  /// came from; nil where nothing does.
  func conversation(of destination: Destination) -> ConversationName? {
    guard case .pane(let id?) = destination else { return chat.flatMap(ConversationName.init) }
    return listed.withLock { $0.pane(id) }.flatMap { ConversationName(Place(pane: $0)) }
  }

  /// Finds out about a pane that was chosen before panes were listed: ``Letter/paneFound`` tells.
  func findPane(of destination: Destination) {
    guard case .pane(let id?) = destination else { return }
    worker.run { [courier, listed, mailbox] in
      let pane = courier.pane(id)
      // One that is not there has no process.
      guard pane.process != 0 else { return }
      listed.withLock { $0 = ListedPanes([pane], chat: nil) }
      mailbox.post(.paneFound)
    }
  }

  /// What is known of a place that phrases can be sent to.
  func target(_ destination: Destination) -> Target {
    switch destination {
    case .clipboard: Target(destination, name: clipboardName)
    case .pane(nil): Target(destination, name: chat?.pane.map(name) ?? "")
    case .pane(let id?):
      Target(destination, name: listed.withLock { $0.pane(id) }.map(name) ?? id)
    case .window: Target(destination, name: chat?.window?.label ?? "")
    case .command: Target(destination, name: commandName)
    }
  }

  private func name(of pane: Pane) -> String {
    listed.withLock { $0.name(of: pane, language) }
  }
}

extension ConversationName {
  /// Nil where nothing names the chat there.
  init?(_ place: Place) {
    guard let name = place.conversation else { return nil }
    self.init(name)
  }
}
