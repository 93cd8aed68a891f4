extension Desk {
  /// Takes the agent's Alt+Z from another pane or window: as the key itself here.
  ///
  /// But a form that is being filled in stays for the chat it is filled in for, and what waits for a
  /// place to go goes on waiting: its words are the agent's own.
  mutating func summon(sendingTo target: Target, isSameChat: Bool) -> [Effect] {
    isInterrupted = false
    if notice?.isError != true { notice = nil }
    self.target = target
    return summonDialogs(isSameChat: isSameChat) ?? perform(.focusSearch, digit: nil)
  }

  /// Empties the search box for the next chat, unless the agent has typed into it again.
  mutating func clearForNextChat() {
    guard search.isSelected, dialogs.isEmpty else { return }
    search.clear()
    pastedMessage = nil
    isLimited = false
    find()
  }

  /// Asks where phrases shall go; what waits for the answer goes there.
  mutating func chooseTarget(for pending: Outgoing? = nil) -> [Effect] {
    guard purpose == .send else { return [] }
    open(TargetDialog(pending: pending))
    return [.listTargets]
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
