import Glibc
import Store

/// The store as a part of this program has it open, whatever becomes of its file.
///
/// It is opened when it is needed first, and stays open. One that is damaged is rescued; where another
/// program has put a file in its place, that one is opened. What there is to say of it gathers in
/// ``takeRemarks()``, each thing once.
struct OpenStore: Sendable {
  let path: String
  /// How often what could be read was made a new store of, which may hold less than was known.
  private(set) var rescueCount = 0
  private var openCount = 0
  private var store: Store?
  private var mode = Store.Mode.readOnly
  private var remarks: [Remark] = []
  /// The last failure that was told, until the store is opened again.
  private var failure: StoreError?

  init(path: String) { self.path = path }

  /// Whether there is anything to open, or to put back: there is no store before something is kept.
  var exists: Bool { access(path, F_OK) == 0 || Store.isLost(at: path) || (store?.isGone ?? false) }

  /// The store, opened where it is not, or not in this way, or no longer the file that stands there.
  ///
  /// - Throws: ``StoreError``, among them ``StoreError/missing(path:)`` where it is only to be read.
  mutating func opened(_ mode: Store.Mode = .readWrite) throws(StoreError) -> Store {
    if let store, !store.isReplaced, mode == .readOnly || self.mode == .readWrite {
      if store.isCut { throw .damaged(path: path, row: nil) }
      return store
    }
    if let store, store.isGone {
      // What is open is more than any copy has.
      note(try Store.rescue(at: path, from: store))
    }
    close()
    let (opened, rescue) = try Store.openRescuing(at: path, mode: mode)
    note(rescue)
    store = opened
    openCount += 1
    self.mode = mode
    failure = nil
    return opened
  }

  /// Runs `body` on the store, and once more if that could be mended which it met.
  ///
  /// A store does each thing whole or not at all, so nothing is done twice.
  mutating func use<Value>(
    _ mode: Store.Mode = .readWrite, _ body: (Store) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    do throws(StoreError) {
      return try body(opened(mode))
    } catch {
      try mend(error)
      return try body(opened(mode))
    }
  }

  /// Does something about what a use of the store met, so that the next one may go well.
  ///
  /// - Throws: `error` where nothing can be done about it; why a rescue failed.
  mutating func mend(_ error: StoreError) throws(StoreError) {
    switch error {
    case .damaged:
      close()
      note(try Store.rescue(at: path))
    case .replaced: close()
    case .missing, .lost, .noFolder, .distrusted, .noRights, .readOnly, .notAFile, .newerSchema,
      .diskFull,
      .sizeLimit, .busy, .unusablePhrase, .refused, .other:
      throw error
    }
  }

  /// What tells the contents of the store from others: every write of another connection changes it.
  struct Stamp: Equatable {
    fileprivate let openCount: Int
    fileprivate let dataVersion: Int
  }

  mutating func stamp() throws(StoreError) -> Stamp {
    let version = try opened(mode).dataVersion()
    return Stamp(openCount: openCount, dataVersion: version)
  }

  /// Runs `body` on the store as it is: nothing is made, rescued or kept open.
  static func looking<Value>(
    at path: String, _ body: (Store) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let store = try Store.open(at: path, mode: .readOnly)
    defer { store.close() }
    return try body(store)
  }

  /// Lets go of the file.
  mutating func close() {
    store?.close()
    store = nil
  }

  // MARK: - What there is to say

  /// Notes a failure, unless it is the one that was noted last.
  mutating func note(_ failure: StoreError, as remark: Remark) {
    if failure != self.failure { remarks.append(remark) }
    self.failure = failure
  }

  /// Notes that the store that is open has been removed together with its folder.
  mutating func noteIfGone() {
    if let store, store.isReplaced { note(.missing(path: path), as: .gone(path: path)) }
  }

  /// What there is to say that was not taken yet.
  mutating func takeRemarks() -> [Remark] {
    defer { remarks = [] }
    return remarks
  }

  private mutating func note(_ rescue: Rescue?) {
    guard let rescue else { return }
    rescueCount += 1
    remarks.append(.rescued(rescue))
  }
}
