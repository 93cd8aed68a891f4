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
    self.target = target
    guard let pending, target.isKnown else {
      notice = .sendingTo(target)
      return goOver(to: target.chat)
    }
    // While the choice was open it may have been withdrawn.
    guard confirm(Dispatch(pending.origins)) != nil else { return [] }
    conversation.unmark(pending.keys)
    conversations.change(to: target.chat)
    return send(pending)
  }
}
