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
    var arrangement = Arrangement()
  }

  /// Opened with the first send, because a store is made when there is something to keep.
  private let store: Locked<OpenStore>
  private let worker = Worker(name: "usage")
  private let state = Locked(State())
  private let tell: @Sendable (News) -> Void
  /// Whether what is sent and searched is kept.
  private let keepsUsage: Bool

  init(
    storePath: String, keepsUsage: Bool = true, telling tell: @escaping @Sendable (News) -> Void
  ) {
    store = Locked(OpenStore(path: storePath))
    self.keepsUsage = keepsUsage
    self.tell = tell
  }

  /// Takes over what was sent before, and what is arranged.
  func begin(with sends: [Send], _ arrangement: Arrangement) {
    state.withLock { state in
      state.sends = sends + state.sends
      state.arrangement = arrangement
    }
  }

  /// What is arranged, as far as it was taken over.
  var arrangement: Arrangement { state.withLock { $0.arrangement } }

  /// Takes over what is arranged by now.
  func note(_ arrangement: Arrangement) { state.withLock { $0.arrangement = arrangement } }

  /// What follows for the ranking of phrases, which are those in use from now on.
  func prior(for library: Library) -> Prior {
    state.withLock { $0.library = library }
    return prior(at: SystemClock.unixTime).prior
  }

  private func prior(at time: Int64) -> (prior: Prior, library: Library) {
    let (sends, library, arrangement) = state.withLock { ($0.sends, $0.library, $0.arrangement) }
    return (Prior(sends, at: time, in: library, as: arrangement), library)
  }

  /// Records a send, after telling what follows from it; a failure is told once and stops nothing.
  func record(_ send: Send) {
    worker.run { [self] in
      state.withLock { $0.sends.append(send) }
      let (prior, library) = prior(at: send.time)
      tell(.prior(prior, of: library))
      guard keepsUsage else { return }
      keep { store throws(StoreError) in try store.record(send) }
    }
  }

  /// Records a search that ended with nothing sent.
  func record(_ search: FruitlessSearch) {
    guard keepsUsage else { return }
    worker.run { [self] in
      keep { store throws(StoreError) in try store.record(search) }
    }
  }

  /// Does something of the agent's own, tells what became of it, and then runs `finish`.
  func change(_ change: OwnChange, then finish: @escaping @Sendable () -> Void) {
    use {
      do throws(StoreError) {
        let outcome = try $0.use { store throws(StoreError) in
          try store.change(change, at: SystemClock.unixTime)
        }
        return .ownChange(outcome)
      } catch {
        return .notChanged(change, .store(error))
      }
    } then: {
      finish()
    }
  }

  func report(_ report: PhraseReport) {
    use {
      do throws(StoreError) {
        try $0.use { store throws(StoreError) in
          try store.report(report, at: SystemClock.unixTime)
        }
        return .reported(report)
      } catch {
        return .notReported(report, .store(error))
      }
    }
  }

  /// Tells at most so many of what was sent from a time on, in seconds since 1970; what cannot be read
  /// is told as nothing.
  func listHistory(since time: Int64, atMost most: Int) {
    use {
      let sends = try? $0.use(.readOnly) { store throws(StoreError) in
        try store.sends(since: time)
      }
      return .history(
        (sends ?? []).suffix(most).reversed().map {
          PastSend(key: $0.key, time: $0.time, way: $0.way)
        })
    }
  }

  /// Tells what is in the bin and what is hidden, of the store's phrases and these.
  func listPutAside(among others: [Phrase]) {
    use {
      let news = try? $0.use(.readOnly) { store throws(StoreError) in
        let hidden = try store.arrangement().hidden
        let phrases = hidden.isEmpty ? [] : try store.phrases() + others
        return News.putAside(
          binned: try store.binned().map(\.phrase),
          hidden: phrases.filter { hidden.contains($0.key) })
      }
      return news ?? .putAside(binned: [], hidden: [])
    }
  }

  /// Works with the store on the thread, and tells what comes of it and what there is to remark.
  private func use(
    _ body: @escaping @Sendable (inout OpenStore) -> News,
    then finish: @escaping @Sendable () -> Void = {}
  ) {
    worker.run { [self] in
      let (news, remarks) = store.withLock { store in
        let news = body(&store)
        return (news, store.takeRemarks())
      }
      tell(news)
      for remark in remarks { tell(.remark(remark)) }
      finish()
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
