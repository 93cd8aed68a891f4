import Phrases

extension Desk {
  /// Asks where phrases shall go; what waits for the answer goes there.
  mutating func chooseTarget(for pending: Outgoing? = nil) -> [Effect] {
    guard purpose == .send else { return [] }
    open(TargetDialog(pending: pending))
    return [.listTargets]
  }

  /// Goes over to a place that was chosen, with what waited for that.
  ///
  /// Another chat is another customer, as with Alt+Z there: it finds what belongs to it, and nothing
  /// else of the one before than what waited.
  mutating func send(to target: Target, _ pending: Outgoing?) -> [Effect] {
    guard !locked.contains(.destination) || target.destination.kind == self.target.destination.kind
    else {
      notice = .locked
      return []
    }
    self.target = target
    let remembered: [Effect] = [.remember(.destination(target.destination.kind))]
    guard let pending, target.isKnown else {
      notice = .sendingTo(target)
      return remembered + goOver(to: target.chat)
    }
    // While the choice was open it may have been withdrawn.
    guard confirm(Dispatch(pending.origins)) != nil else { return remembered }
    conversation.unmark(pending.keys)
    conversations.change(to: target.chat)
    return remembered + send(pending)
  }
}
