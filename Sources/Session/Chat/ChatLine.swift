import Chat
import Desk
import Keeping

/// The line between a desk and the chats around it: Alt+Z comes in by it, phrases go out.
///
/// Owned by the session's thread; what waits for other programs is done on a worker of the session.
final class ChatLine {
  /// Where the agent was when Alt+Z was pressed last; nil before that.
  private(set) var chat: Place?
  private let courier: Courier
  private let goesBack: Bool
  private let clipboardName: String
  private let commandName: String
  /// Nil until the place is known, and where there can be none.
  private let socket = Locked<DeskSocket?>(nil)
  private let isClosed = Locked(false)
  /// Where this desk is; empty until it is known.
  private let desk = Locked(Place())

  init(_ plan: ChatPlan) {
    courier = plan.courier
    goesBack = plan.goesBack
    clipboardName = plan.clipboardName
    commandName = plan.commandName
    chat = plan.chat
  }

  /// Opens the socket that `phrasedesk focus` calls, and finds out where this desk is.
  func open(_ plan: ChatPlan, mailbox: Mailbox<Letter>, worker: Worker) {
    guard let folder = plan.folder else { return }
    let running = plan.running
    worker.run { [desk, socket, isClosed] in
      let place = Place.ofThisProcess(running)
      desk.withLock { $0 = place }
      // Only now: whoever calls is told where the desk is.
      let opened = DeskSocket(
        in: folder, at: { desk.withLock { $0 } },
        focus: { from in
          let handled = Handled()
          mailbox.post(.summons(from: from, handled))
          return handled.wait()
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
  /// - Returns: whether it is the chat that they came from before.
  func come(from place: Place) -> Bool {
    let desk = desk.withLock { $0 }
    if let pane = place.pane, pane.server == desk.pane?.server, pane.id == desk.pane?.id {
      return true
    }
    if let window = place.window, window.desktop == desk.window?.desktop,
      window.id == desk.window?.id
    {
      return true
    }
    defer { chat = place.isEmpty ? nil : place }
    return chat?.pane?.id == place.pane?.id && chat?.pane?.server == place.pane?.server
      && chat?.window?.id == place.window?.id
  }

  /// What is known of a place that phrases can be sent to.
  func target(_ destination: Destination) -> Target {
    switch destination {
    case .clipboard: Target(destination, name: clipboardName)
    case .pane(nil): Target(destination, name: chat?.pane?.name ?? "")
    // What runs in it may have changed; its number has not.
    case .pane(let id?): Target(destination, name: id)
    case .window: Target(destination, name: chat?.window?.name ?? "")
    case .command: Target(destination, name: commandName)
    }
  }

  /// What lists every place that phrases can be sent to now; to be called on a worker.
  func targets() -> @Sendable () -> [Target] {
    let known = [Destination.clipboard, .pane(id: nil), .window, .command].map(target)
      .filter { $0.destination == .clipboard || !$0.name.isEmpty }
    let chatPane = chat?.pane
    return { [courier] in
      let panes = courier.panes().filter { $0.id != chatPane?.id }
      return known + panes.map { Target(.pane(id: $0.id), name: $0.name) }
    }
  }

  /// What takes a text to a place, with the one who is there now; to be called on a worker.
  func delivery(to destination: Destination) -> @Sendable ([UInt8]) -> Handover {
    let chat = chat
    return { [courier] text in
      let route: Courier.Route =
        switch destination {
        case .clipboard: .clipboard
        case .pane(nil): .pane(chat?.pane)
        case .pane(let id?): .pane(courier.pane(id))
        case .window: .window(chat?.window)
        case .command: .command
        }
      return courier.deliver(text, by: route)
    }
  }

  /// What leads the agent back to the chat, after a phrase went out as it should.
  ///
  /// To be called on a worker. Nil where there is nothing to go back to.
  func wayBack() -> (@Sendable () -> Void)? {
    guard goesBack, let chat else { return nil }
    return { [courier, desk] in courier.goBack(to: chat, from: desk.withLock { $0 }) }
  }
}
