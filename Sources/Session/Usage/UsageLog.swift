import Desk
import Keeping
import Phrases
import Search
import Store

/// Records what the desk sends, and tells the desk what follows for the ranking.
///
/// On a thread of its own: neither a key nor the next phrase waits for the disk.
final class UsageLog: Sendable {
  private struct State {
    var sends: [Send] = []
    var library = Library.empty
    /// Opened with the first send, because a store is made when there is something to keep.
    var store: Store?
    var hasFailed = false
  }

  private let path: String
  private let language: Language
  private let mailbox: Mailbox<Letter>
  private let worker = Worker(name: "usage")
  private let state = Locked(State())

  init(storePath: String, language: Language, mailbox: Mailbox<Letter>) {
    path = storePath
    self.language = language
    self.mailbox = mailbox
  }

  /// What was sent before, and the phrases that it is about now.
  ///
  /// - Returns: what follows for the ranking of those phrases.
  func begin(with sends: [Send], in library: Library) -> Prior {
    state.withLock { state in
      state.sends = sends
      state.library = library
    }
    return Prior(sends, at: SystemClock.unixTime, in: library)
  }

  /// What follows for the ranking of other phrases, which are in use from now on.
  func prior(for library: Library) -> Event {
    let sends = state.withLock { state in
      state.library = library
      return state.sends
    }
    return .prior(Prior(sends, at: SystemClock.unixTime, in: library))
  }

  /// Records a send, then lets the desk know; a failure is said once and stops nothing.
  func record(_ send: Send) {
    worker.run { [self] in
      let (sends, library) = state.withLock { state in
        state.sends.append(send)
        return (state.sends, state.library)
      }
      mailbox.post(.event(.prior(Prior(sends, at: send.time, in: library))))
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
  func isSettled(within limit: Duration) -> Bool { worker.finish(within: limit) }

  /// Waits until everything is on the disk, at most that long, and lets go of the store.
  func finish(within limit: Duration) {
    guard !worker.isIdle || state.withLock({ $0.store != nil }) else { return }
    if isSettled(within: limit) { state.withLock { $0.store }?.close() }
  }

  private func keep(_ body: (Store) throws(StoreError) -> Void) {
    do throws(StoreError) {
      do throws(StoreError) {
        try body(openStore())
      } catch .damaged {
        letGo()
        tell(try Store.rescue(at: path))
        try body(openStore())
      } catch .replaced {
        try body(openStore())
      }
    } catch {
      tell(error)
    }
  }

  private func openStore() throws(StoreError) -> Store {
    if let store = state.withLock({ $0.store }), !store.isReplaced { return store }
    letGo()
    let (store, rescue) = try Store.openRescuing(at: path)
    state.withLock { $0.store = store }
    tell(rescue)
    return store
  }

  private func letGo() {
    let store = state.withLock { state in
      defer { state.store = nil }
      return state.store
    }
    store?.close()
  }

  private func tell(_ rescue: Rescue?) {
    guard let rescue else { return }
    mailbox.post(.event(.notice(.sentence(rescue.sentence(language), isError: false))))
  }

  private func tell(_ error: StoreError) {
    let isFirst = state.withLock { state in
      defer { state.hasFailed = true }
      return !state.hasFailed
    }
    guard isFirst else { return }
    let sentence = UsageSentence.notRecorded(error).sentence(language)
    mailbox.post(.event(.notice(.sentence(sentence, isError: false))))
  }
}
