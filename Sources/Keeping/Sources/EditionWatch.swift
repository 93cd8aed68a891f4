import Store

/// Whether the store has other phrases than a desk was shown, for who asks before something goes out.
///
/// It has a connection of its own, so that it waits for no sync; asking takes microseconds while nobody
/// writes, and after that as long as reading the versions.
final class EditionWatch: Sendable {
  private struct State {
    var store: Store?
    /// What the desk shows; nil until it shows anything.
    var shown: Edition?
    /// What the store had when it was looked at last, and its data version then.
    var seen: (edition: Edition, dataVersion: Int)?
  }

  private let path: String
  private let state = Locked(State())

  init(path: String) { self.path = path }

  /// The desk shows these from now on.
  func note(shown: Edition) { state.withLock { $0.shown = shown } }

  /// Lets go of the file.
  func close() {
    state.withLock { state in
      state.store?.close()
      (state.store, state.shown) = (nil, nil)
    }
  }

  /// False also where the store cannot be asked: what it has cannot come either.
  var isBehind: Bool {
    state.withLock { state in
      guard let shown = state.shown, let seen = try? look(&state) else { return false }
      return seen != shown
    }
  }

  private func look(_ state: inout State) throws(StoreError) -> Edition {
    let store = try opened(&state)
    let version = try store.dataVersion()
    if let seen = state.seen, seen.dataVersion == version { return seen.edition }
    let edition = try store.edition()
    state.seen = (edition, version)
    return edition
  }

  private func opened(_ state: inout State) throws(StoreError) -> Store {
    if let store = state.store, !store.isReplaced { return store }
    state.store?.close()
    (state.store, state.seen) = (nil, nil)
    let store = try Store.open(at: path, mode: .readOnly)
    state.store = store
    return store
  }
}
