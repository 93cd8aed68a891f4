/// Alt+Z in another pane or window, and the way back there.
extension Desk {
  /// Takes the agent's Alt+Z from another pane or window: as the key itself here.
  ///
  /// But a form that is being filled in stays for the chat it is filled in for, and what waits for a
  /// place to go goes on waiting: its words are the agent's own.
  ///
  /// Another chat finds what belongs to it, and nothing of the one before. One that was chosen by Alt+T
  /// is not the one that phrases go to any more, as `target` says then.
  mutating func summon(sendingTo target: Target, from name: ConversationName?) -> [Effect] {
    isInterrupted = false
    let before = self.target
    if notice?.isError != true { notice = nil }
    self.target = target
    // A choice by Alt+T that ends here is told, once: whoever made it may still count on it.
    if case .pane(id: _?) = before.destination, before.destination != target.destination {
      notice = .sendingElsewhere(target, noLonger: before)
    }
    let isSameChat = name == conversations.name
    if !isSameChat { forgetEdits() }
    let effects = summonDialogs(
      by: isSameChat ? .sameChat : conversations.name == nil ? .firstChat : .otherChat)
    conversations.change(to: name)
    if let effects { return effects }
    reachForSearch()
    if !isSameChat { reopenForm() }
    return []
  }

  /// Parks what belongs to the chat before, and takes up what belongs to this one.
  mutating func goOver(to name: ConversationName?) -> [Effect] {
    guard name != conversations.name else { return [] }
    forgetEdits()
    let effects = summonDialogs(by: conversations.name == nil ? .firstChat : .otherChat)
    conversations.change(to: name)
    if let effects { return effects }
    reopenForm()
    return []
  }

  private mutating func reopenForm() {
    sayWhatWaits()
    if let form = conversation.reopenedForm(clock) { open(form) }
  }

  /// Empties the search box for the next chat, unless the agent has typed into it again.
  mutating func clearForNextChat() {
    guard search.isSelected, dialogs.isEmpty else { return }
    search.clear()
    find()
  }

  /// What was typed for one customer is not brought back for another, nor what stood in the box before
  /// what changed was listed.
  private mutating func forgetEdits() {
    search.forgetEdits()
    news.visit?.search.forgetEdits()
  }
}
