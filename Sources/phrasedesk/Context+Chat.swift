import Chat
import Clipboard
import Desk
import Keeping
import Session
import Store

extension Context {
  /// What takes phrases out.
  var courier: Courier {
    var options = Courier.Options()
    options.command = settings.send.command
    options.commandLimit = .seconds(settings.send.commandSeconds)
    options.pressesEnter = settings.send.pressesEnter
    options.bracketedPrograms = Set(settings.send.bracketedPrograms)
    options.shiftInsertKinds = Set(settings.send.shiftInsertWindows.map { $0.lowercased() })
    return Courier(running: running, clipboard: clipboard, options: options)
  }

  /// What runs the programs that reach a chat.
  var running: Running { Running(environment: environment, limit: toolLimit) }

  /// What a desk is to know of the chats around it.
  ///
  /// One that is not called has no socket, and nowhere to go back to.
  func chatPlan(isCalled: Bool, chatPane: String?, isTargetGiven: Bool) -> ChatPlan {
    let courier = courier
    var plan = ChatPlan(
      courier: courier, running: running,
      folder: isCalled ? DeskFolder(runtime: folders.runtime) : nil,
      goesBack: settings.send.goesBack,
      chat: chatPane.map { Place(pane: courier.pane($0)) },
      clipboardName: firstWay,
      commandName: settings.send.command.first ?? "")
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains {
      environment[$0]?.isEmpty == false
    }
    plan.picksPane = isCalled && !isTargetGiven && !loaded.isTargetChosen && !hasDisplay
    plan.farewell = max(toolLimit * 2, .seconds(settings.send.commandSeconds))
    return plan
  }

  /// Hands a text over, and says truthfully what took it.
  ///
  /// A sequence that asks the terminal to take it is written to the controlling terminal, unless
  /// `writesSequences` is false, as where there may be a terminal that would print it.
  func deliver(
    _ text: String, to destination: Destination, writesSequences: Bool = true
  ) -> Handover {
    var handover = courier.deliver(Array(text.utf8), by: route(to: destination))
    if let bytes = handover.clipboard?.terminalSequence,
      !writesSequences || !ControllingTerminal.write(bytes)
    {
      handover.clipboard?.taken.removeAll { $0.way == .osc52 }
      handover.clipboard?.failures.append(Failure(way: .osc52, reason: .noTerminal))
    }
    return handover
  }

  /// Sends a phrase without the desk, says what became of it, and counts it; throws where nothing took
  /// it.
  func send(_ outgoing: Outgoing, to destination: Destination, _ keeper: Keeper) throws {
    let handover = deliver(outgoing.text, to: destination)
    let delivered = Delivered(handover, to: Target(destination), title: outgoing.title, language)
    let sentence = Notice.delivered(delivered).sentence(language)
    guard handover.isTaken, let way = handover.word else {
      throw CommandFailure(.notTaken, sentence)
    }
    defer { count(outgoing, by: way, keeper) }
    if handover.isWhereWanted {
      try Output.line(sentence)
    } else {
      ErrorOutput.write(sentence)
    }
  }

  /// Writes a phrase to standard output as it is, made visible where that is a terminal, and counts it.
  func print(_ outgoing: Outgoing, _ keeper: Keeper) throws {
    try Output.document(Array(outgoing.text.utf8))
    count(outgoing, by: "output", keeper)
  }

  /// Keeps that a phrase went out, as the desk does; nothing of one of `--kb`.
  private func count(_ outgoing: Outgoing, by way: String, _ keeper: Keeper) {
    for send in Send.each(of: outgoing, by: way) { keeper.record(send) }
    // Longer than another program is waited for, so that a failure is said.
    keeper.finish(within: .seconds(6))
  }

  /// The agent is where the command was started from.
  private func route(to destination: Destination) -> Courier.Route {
    switch destination {
    case .clipboard: .clipboard
    // The pane that the command was typed in is no chat.
    case .pane(nil): .pane(isInOwnPane ? nil : Place.ofAgent(running, paneID: nil).pane)
    case .pane(let id?): .pane(courier.pane(id))
    case .window: .window(chatWindow)
    case .command: .command
    }
  }

  /// Set in what runs in a pane, and not in what a key binding of tmux runs.
  private var isInOwnPane: Bool { environment["TMUX_PANE"]?.isEmpty == false }

  /// The window that has the focus, unless the command was typed there.
  private var chatWindow: Window? {
    guard ControllingTerminal.size == nil else { return nil }
    return Place.ofAgent(running, paneID: nil, seesWindow: true).window
  }
}
