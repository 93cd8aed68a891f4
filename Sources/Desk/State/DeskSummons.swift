/// Alt+Z in another pane or window, and the way back there.
extension Desk {
  /// Takes the agent's Alt+Z from another pane or window: as the key itself here.
  ///
  /// But a form that is being filled in stays for the chat it is filled in for, and what waits for a
  /// place to go goes on waiting: its words are the agent's own.
  mutating func summon(sendingTo target: Target, isSameChat: Bool) -> [Effect] {
    isInterrupted = false
    if notice?.isError != true { notice = nil }
    sending.target = target
    if let effects = summonDialogs(isSameChat: isSameChat) { return effects }
    reachForSearch()
    return []
  }

  /// Empties the search box for the next chat, unless the agent has typed into it again.
  mutating func clearForNextChat() {
    guard search.isSelected, dialogs.isEmpty else { return }
    search.clear()
    find()
  }
}
