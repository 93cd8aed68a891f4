import Phrases
import Search
import Store

/// Records what is sent, and says what follows for the ranking.
///
/// On a thread and with a connection of its own: neither a key nor the next phrase waits for the disk, or
/// for a sync that has the other connection in a transaction.
final class UsageLog: Sendable {
  private struct State {
    /// What was sent before, then what is recorded here.
    var sends: [Send] = []
    var library = Library.empty
  }

  /// Opened with the first send, because a store is made when there is something to keep.
  private let store: Locked<OpenStore>
  private let worker = Worker(name: "usage")
  private let state = Locked(State())
  private let tell: @Sendable (News) -> Void

  init(storePath: String, telling tell: @escaping @Sendable (News) -> Void) {
    store = Locked(OpenStore(path: storePath))
    self.tell = tell
  }

  /// Takes over what was sent before.
  func begin(with sends: [Send]) { state.withLock { $0.sends = sends + $0.sends } }

  /// What follows for the ranking of phrases, which are those in use from now on.
  func prior(for library: Library) -> Prior {
    let sends = state.withLock { state in
      state.library = library
      return state.sends
    }
    return Prior(sends, at: SystemClock.unixTime, in: library)
  }

  /// Records a send, after telling what follows from it; a failure is told once and stops nothing.
  func record(_ send: Send) {
    worker.run { [self] in
      let (sends, library) = state.withLock { state in
        state.sends.append(send)
        return (state.sends, state.library)
      }
      tell(.prior(Prior(sends, at: send.time, in: library), of: library))
      keep { store throws(StoreError) in try store.record(send) }
    }
  }

  /// Records a search that ended with nothing sent.
  func record(_ search: FruitlessSearch) {
    worker.run { [self] in
      keep { store throws(StoreError) in try store.record(search) }
    }
  }

  /// Waits until everything is on the disk, at most that long; false where it is not.
  func isSettled(within limit: Duration) -> Bool {
    worker.isIdle || worker.finish(within: limit)
  }

  /// The same, and lets go of the store.
  func finish(within limit: Duration) {
    if isSettled(within: limit) { store.withLock { $0.close() } }
  }

  private func keep(_ body: (Store) throws(StoreError) -> Void) {
    let remarks = store.withLock { store in
      do throws(StoreError) {
        try store.use(.readWrite, body)
      } catch {
        store.note(error, as: .notRecorded(error))
      }
      return store.takeRemarks()
    }
    for remark in remarks { tell(.remark(remark)) }
  }
}
