import Store

/// What a store turns out to hold after it was maltreated.
enum StoreState: Equatable {
  case old
  case new
  /// Neither edition, or not sound: what must never be.
  case wrong(String)

  /// Opens the store as the program would, and compares everything that a sync changes at once.
  static func look(at path: String, _ editions: Editions) -> StoreState {
    do {
      let state = try contents(of: path, editions)
      return IntegrityCheck.flaw(ofFileAt: path).map { .wrong("integrity check: \($0)") } ?? state
    } catch {
      return .wrong("\(error)")
    }
  }

  private static func contents(of path: String, _ editions: Editions) throws -> StoreState {
    let store = try Store.open(at: path)
    defer { store.close() }
    let phrases = try store.phrases()
    guard let source = try store.sources().first else { return .wrong("the source is gone") }
    let versions = try store.versions(ofSource: source.name)
    let faults = try store.report().faults
    guard faults == 0 else { return .wrong("the report counts \(faults) faults") }
    let (state, edition, number): (StoreState, Editions.Edition, Int) =
      source.version == 1 ? (.old, editions.old, 1) : (.new, editions.new, 2)
    let held = "version \(source.version), \(phrases.count) phrases"
    guard phrases == edition.phrases else { return .wrong("\(held): not those of an edition") }
    guard source.version == number, source.hash == edition.hash else {
      return .wrong("\(held): the version says otherwise")
    }
    guard versions.map(\.number) == Array((1...number).reversed()),
      versions.first?.hash == edition.hash, versions.first?.phraseCount == phrases.count
    else { return .wrong("\(held): the list of versions says otherwise") }
    let before = try store.phrases(ofSource: source.name, version: 1)
    guard before == editions.old.phrases else {
      return .wrong("\(held): the version before cannot be had")
    }
    return state
  }
}
