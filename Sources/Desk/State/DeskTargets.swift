import Phrases

extension Desk {
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
    // While the choice was open it may have been withdrawn.
    guard confirm(Dispatch(pending.origins)) != nil else { return [] }
    return send(pending)
  }
}
