import GRDB
import Phrases

/// What one version of a source did to one phrase.
public struct DatedChange: Equatable, Sendable {
  /// When the version was accepted, in seconds since 1970.
  public let time: Int64
  /// Nil where there was none.
  public let before: Phrase?
  /// Nil where it was gone.
  public let after: Phrase?
}

extension Store {
  /// What versions since a time, in seconds since 1970, did to the phrases of a source: the newest first, at
  /// most `limit` of them.
  ///
  /// The first version is none of them, as a list that has just been connected has not changed.
  ///
  /// - Complexity: O(*k* log *n*) for *k* rows that were written since, however many phrases there are.
  /// - Throws: ``StoreError``.
  public func datedChanges(
    ofSource name: String, since time: Int64, limit: Int
  ) throws(StoreError) -> [DatedChange] {
    try readSources(orWithout: []) { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return [] }
      let versions = try VersionRows.all(ofSource: row, in: database)
        .filter { $0.number > 1 && $0.time >= time }
      guard let oldest = versions.last else { return [] }
      let times = Dictionary(uniqueKeysWithValues: versions.map { ($0.number, $0.time) })
      let former = try FormerRow.all(
        ofSource: row, named: name, from: oldest.number, limit: limit, in: database)
      // What stood there after a version is what the next one that touched it replaced, and else what is
      // there now.
      var after: [String: Phrase] = [:]
      for placed in try PhraseRows.placed(
        ids: Set(former.map(\.id)), ofSource: row, named: name, in: database)
      {
        after[placed.phrase.key.id] = placed.phrase
      }
      var changes: [DatedChange] = []
      for entry in former {
        let (before, later) = (entry.phrase, after[entry.id])
        after[entry.id] = before
        guard before != later, let time = times[entry.version] else { continue }
        changes.append(DatedChange(time: time, before: before, after: later))
      }
      return changes
    }
  }
}

/// A row of the table `former`.
private struct FormerRow {
  let id: String
  let version: Int
  /// Nil where there was none.
  let phrase: Phrase?

  /// Of these versions and all later ones, the newest first.
  static func all(
    ofSource source: Int64, named name: String, from version: Int, limit: Int,
    in database: Database
  ) throws -> [FormerRow] {
    let statement = try database.makeStatement(
      sql: """
        SELECT id, version, contents FROM former WHERE source = ? AND version >= ?
        ORDER BY version DESC, id LIMIT ?
        """)
    try statement.bind(source, at: 1)
    try statement.bind(Int64(version), at: 2)
    try statement.bind(Int64(limit), at: 3)
    var rows: [FormerRow] = []
    while try statement.step() {
      guard let id = statement.text(0), let version = statement.integer(1) else { continue }
      let placed = statement.withBytes(2) {
        PlacedPhrase(key: PhraseKey(source: name, id: id), contents: $0)
      }
      rows.append(FormerRow(id: id, version: Int(version), phrase: (placed ?? nil)?.phrase))
    }
    return rows
  }
}
