import Phrases
import Store
import Sync

extension Follower {
  /// Does what was asked for, and tells what there is to say of it.
  mutating func obey(
    _ order: Order, at store: inout OpenStore, telling tell: (News) -> Void
  ) {
    switch order {
    case .syncNow: polls.hurry()
    // Every order is followed by a look.
    case .look: break
    case .showHeld(let name, let id):
      let waiting = waiting(name, id, &store).flatMap { store, source in
        try? sync(store).waiting(of: source)
      }
      tell(.heldDifference(source: name, id: id, waiting?.reasons ?? [], waiting?.difference))
    case .acceptHeld(let name, let id):
      guard let (store, source) = waiting(name, id, &store) else { return }
      hasAsked = true
      do throws(StoreError) {
        if let report = try sync(store).accept(source) { tell(.accepted(report)) }
      } catch {
        tell(.notAccepted(error))
      }
    case .noteSeen:
      guard store.exists, let store = try? store.opened(), let sources = try? store.sources()
      else { return }
      for source in sources where source.seenVersion < source.version {
        try? store.noteSeen(source: source.name)
      }
      tell(.changes(added: [], changed: [], removed: []))
    }
  }

  /// The source of that name, if the version of that id still waits there.
  private func waiting(
    _ name: String, _ id: String, _ store: inout OpenStore
  ) -> (Store, Source)? {
    guard store.exists, let store = try? store.opened(), let sources = try? store.sources(),
      let source = sources.first(where: { $0.name == name && $0.held?.hash == id })
    else { return nil }
    return (store, source)
  }
}
