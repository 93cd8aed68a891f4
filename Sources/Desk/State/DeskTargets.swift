extension Desk {
  /// Takes the agent's Alt+Z from another pane or window: as the key itself here.
  ///
  /// But a form that is being filled in stays for the chat it is filled in for, and what waits for a
  /// place to go goes on waiting: its words are the agent's own.
  mutating func summon(sendingTo target: Target, isSameChat: Bool) -> [Effect] {
    isInterrupted = false
    if notice?.isError != true { notice = nil }
    self.target = target
    switch dialog {
    case .form? where isSameChat: return []
    case .target(let choice)? where choice.pending != nil:
      return chooseTarget(for: choice.pending)
    default:
      dialog = nil
      return perform(.focusSearch, digit: nil)
    }
  }

  /// Empties the search box for the next chat, unless the agent has typed into it again.
  mutating func clearForNextChat() {
    guard search.isSelected, dialog == nil else { return }
    search.clear()
    pastedMessage = nil
    isLimited = false
    find()
  }

  /// Asks where phrases shall go; what waits for the answer goes there.
  mutating func chooseTarget(for pending: Outgoing? = nil) -> [Effect] {
    guard purpose == .send else { return [] }
    dialog = .target(TargetDialog(pending: pending))
    return [.listTargets]
  }

  /// Fills the dialog that waits for them; the agent may have closed it meanwhile.
  mutating func take(_ targets: [Target]) {
    guard case .target(var choice)? = dialog else { return }
    choice.take(targets, selecting: target)
    dialog = .target(choice)
  }

  mutating func send(to target: Target, _ pending: Outgoing?) -> [Effect] {
    self.target = target
    guard let pending, target.isKnown else {
      notice = .sendingTo(target)
      return []
    }
    return send(pending)
  }
}
