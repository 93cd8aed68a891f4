import GRDB
import Phrases

/// What became of the phrases of a source since one of its versions, as they are now.
public struct LaterChanges: Sendable {
  /// Those that are gone.
  public private(set) var removed: Set<PhraseKey> = []
  /// Those that there were, as they are now, in their order.
  public private(set) var changed: [Phrase] = []
  /// Those that there were not, in their order.
  public private(set) var added: [Phrase] = []
  /// Whether any that is still there has another place in the order.
  public private(set) var isReordered = false

  /// To be called inside a transaction.
  init(
    ofSource source: Int64, named name: String, since version: Int, in database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        SELECT id, contents, min(version) FROM former WHERE source = ? AND version > ? GROUP BY id
        """)
    try statement.bind(source, at: 1)
    try statement.bind(Int64(version), at: 2)
    // SQLite gives `contents` of the row that has the least version
    // (<https://www.sqlite.org/lang_select.html#bareagg>).
    var before: [String: PlacedPhrase?] = [:]
    while try statement.step() {
      guard let id = statement.text(0) else { continue }
      let old = statement.withBytes(1) {
        PlacedPhrase(key: PhraseKey(source: name, id: id), contents: $0)
      }
      before[id] = .some(old ?? nil)
    }
    let now = try PhraseRows.placed(
      ids: before.keys, ofSource: source, named: name, in: database)
    var gone = Set(before.filter { $0.value != nil }.keys)
    for placed in now {
      gone.remove(placed.phrase.key.id)
      if let old = before[placed.phrase.key.id] ?? nil {
        changed.append(placed.phrase)
        if old.position != placed.position { isReordered = true }
      } else {
        added.append(placed.phrase)
      }
    }
    removed = Set(gone.map { PhraseKey(source: name, id: $0) })
  }
}
