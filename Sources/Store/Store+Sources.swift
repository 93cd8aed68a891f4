import GRDB
import Phrases

// MARK: - Sources

extension Store {
  /// Every connected source, in the order in which their phrases come.
  public func sources() throws(StoreError) -> [Source] {
    try readSources(orWithout: []) { try SourceRows.all(in: $0) }
  }

  /// Connects a source, behind those that there are.
  ///
  /// - Returns: false where one has that name already, and nothing was changed.
  public func connect(_ source: Source) throws(StoreError) -> Bool {
    try write { try SourceRows.add(source, in: $0) }
  }

  /// The same with its first version, in one transaction: what fails leaves no source without phrases.
  public func connect(_ source: Source, with state: SourceState) throws(StoreError) -> Bool {
    try PersonalImport.check(state.phrases)
    let old = SourceSnapshot(name: source.name, version: 0, phrases: [], positions: [])
    let changes = SourceChanges(
      from: old, to: state.phrases, Difference(from: [], to: state.phrases))
    let isDone = try write { database in
      guard try SourceRows.add(source, in: database),
        let row = try SourceRows.row(of: source.name, in: database)
      else { return false }
      try SourceUpdate.run(state, ofSource: row, changes, version: 1, in: database)
      return true
    }
    if isDone { Connection.emptyLog(queue) }
    return isDone
  }

  /// Forgets a source, its phrases and its versions; what was sent of them stays counted.
  ///
  /// - Returns: false where there is none of that name.
  public func disconnect(_ name: String) throws(StoreError) -> Bool {
    let isGone = try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return false }
      let statement = try database.makeStatement(sql: "DELETE FROM source WHERE row = ?")
      try statement.bind(row, at: 1)
      _ = try statement.step()
      return true
    }
    if isGone { Connection.emptyLog(queue) }
    return isGone
  }

  /// Lets the phrases of a source come before those of the others, behind the agent's own.
  public func putFirst(source name: String) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      // Connected sources count from 1.
      try database.execute(
        sql: "UPDATE source SET position = iif(row = ?, 1, position + 1) WHERE position > 0",
        arguments: [row])
    }
  }

  /// The phrases of a source as they are now; none where there is no such source.
  public func phrases(ofSource name: String) throws(StoreError) -> [Phrase] {
    try readSources(orWithout: []) { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return [] }
      return try PhraseRows.placed(ofSource: row, named: name, in: database).map(\.phrase)
    }
  }

  /// Notes that a source cannot be had; since when is kept from the first time on.
  public func note(_ failure: Source.Failure, ofSource name: String) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      let statement = try database.makeStatement(
        sql: """
          UPDATE connection SET failing_since = coalesce(failing_since, ?), failure = ?
          WHERE source = ? AND (failing_since IS NULL OR failure IS NOT ?)
          """)
      try statement.bind(failure.since, at: 1)
      try statement.bind(failure.sentence, at: 2)
      try statement.bind(row, at: 3)
      try statement.bind(failure.sentence, at: 4)
      _ = try statement.step()
    }
  }

  /// Notes that a source is as it is known; writes only where something else was known of it.
  public func noteUnchanged(
    source name: String, tag: String?, at time: Int64
  ) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      let statement = try database.makeStatement(
        sql: """
          UPDATE connection SET failing_since = NULL, failure = NULL, checked = ?, tag = ?
          WHERE source = ? AND (failing_since IS NOT NULL OR tag IS NOT ?)
          """)
      try statement.bind(time, at: 1)
      try statement.bind(tag, at: 2)
      try statement.bind(row, at: 3)
      try statement.bind(tag, at: 4)
      _ = try statement.step()
    }
  }

  /// Notes by whom and as what the file in use was read, where that changed no phrase.
  public func noteRead(
    _ state: SourceState, source name: String
  ) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      try database.execute(
        sql: """
          UPDATE connection SET reader = ?, read_as = ?, mapped = ?, tag = ?, failing_since = NULL, failure = NULL
          WHERE source = ?
          """,
        arguments: [state.reader, state.readAs, state.mapped, state.tag, row])
    }
  }

  /// Keeps how the file of a source is read from now on: its columns, placeholders, encoding and reading.
  ///
  /// The file in use is read anew with the next sync.
  public func setReading(of source: Source) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: source.name, in: database) else { return }
      try database.execute(
        sql: """
          UPDATE connection SET columns = ?, placeholders = ?, encoding = ?, reading = ?, reader = 0
          WHERE source = ?
          """,
        arguments: [source.columns, source.placeholders, source.encoding, source.reading, row])
    }
  }

  /// Notes that the agent has seen what the version in use changed.
  public func noteSeen(source name: String) throws(StoreError) {
    try set("seen_version = version", ofSource: name)
  }

  /// Lets a source that was rolled back follow its file again.
  ///
  /// The tag is forgotten, so that the next sync fetches the file.
  public func resume(source name: String) throws(StoreError) {
    try set("is_pinned = 0, tag = NULL", ofSource: name)
  }

  private func set(_ assignment: String, ofSource name: String) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      let statement = try database.makeStatement(
        sql: "UPDATE connection SET \(assignment) WHERE source = ?")
      try statement.bind(row, at: 1)
      _ = try statement.step()
    }
  }
}

// MARK: - Versions

extension Store {
  /// The versions of a source, the newest first.
  public func versions(ofSource name: String) throws(StoreError) -> [Version] {
    try readSources(orWithout: []) { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return [] }
      return try VersionRows.all(ofSource: row, in: database)
    }
  }

  /// The phrases that a version had, in its order; nil where that version is not kept.
  ///
  /// - Complexity: O(*n*) in the phrases, and in the changes made since.
  public func phrases(
    ofSource name: String, version: Int
  ) throws(StoreError) -> [Phrase]? {
    try readSources(orWithout: nil) { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return nil }
      let known = try VersionRows.all(ofSource: row, in: database).map(\.number)
      guard known.contains(version) else { return nil }
      let now = try PhraseRows.placed(ofSource: row, named: name, in: database)
      var placed = Dictionary(now.map { ($0.phrase.key.id, $0) }) { first, _ in first }
      // The oldest state of each phrase since then.
      let statement = try database.makeStatement(
        sql: """
          SELECT id, contents FROM former WHERE source = ? AND version > ? ORDER BY version DESC
          """)
      try statement.bind(row, at: 1)
      try statement.bind(Int64(version), at: 2)
      while try statement.step() {
        guard let id = statement.text(0) else { continue }
        if statement.isNull(1) {
          placed[id] = nil
          continue
        }
        let former = statement.withBytes(1) {
          PlacedPhrase(key: PhraseKey(source: name, id: id), contents: $0)
        }
        guard let former = former ?? nil else {
          throw PhraseRows.Unreadable(row: StoreRow(table: "former", number: 0))
        }
        placed[id] = former
      }
      return placed.values.sorted { $0.position < $1.position }.map(\.phrase)
    }
  }

  /// The phrases of a source as they are now, to be compared with a new state; nil where there is no
  /// such source.
  public func snapshot(ofSource name: String) throws(StoreError) -> SourceSnapshot? {
    try readSources(orWithout: nil) { database in
      guard let row = try SourceRows.row(of: name, in: database),
        let version = try SourceRows.standing(ofSource: row, in: database)?.version
      else { return nil }
      let placed = try PhraseRows.placed(ofSource: row, named: name, in: database)
      return SourceSnapshot(
        name: name, version: version, phrases: placed.map(\.phrase),
        positions: placed.map(\.position))
    }
  }

  /// Makes the phrases of a source those of a new state, as its next version.
  ///
  /// Everything changes in one transaction, and only rows that differ are written.
  ///
  /// - Parameters:
  ///   - old: what the new state was compared with.
  ///   - state: what the source is to be.
  ///   - difference: between the two.
  /// - Returns: false where the source is gone, another version is in use by now, or a person has
  ///   gone back to an older one, and nothing was changed.
  /// - Throws: ``StoreError``, among them ``StoreError/unusablePhrase(id:_:)``.
  public func update(
    from old: SourceSnapshot, to state: SourceState, _ difference: Difference
  ) throws(StoreError) -> Bool {
    try PersonalImport.check(state.phrases)
    let changes = SourceChanges(from: old, to: state.phrases, difference)
    let isDone = try write { database in
      guard let row = try SourceRows.row(of: old.name, in: database),
        let standing = try SourceRows.standing(ofSource: row, in: database),
        standing.version == old.version, !standing.isPinned || state.rolledBackTo != nil
      else { return false }
      try SourceUpdate.run(
        state, ofSource: row, changes, version: old.version + 1, in: database)
      return true
    }
    if isDone { Connection.emptyLog(queue) }
    return isDone
  }

  /// What became of the phrases of a source since a version, however many versions ago; nil where
  /// that is not known.
  ///
  /// - Complexity: O(*k* log *n*) in the rows that were written since.
  public func changes(
    ofSource name: String, since version: Int
  ) throws(StoreError) -> LaterChanges? {
    try readSources(orWithout: nil) { database in
      guard let row = try SourceRows.row(of: name, in: database),
        let now = try SourceRows.standing(ofSource: row, in: database)?.version, version > 0,
        // Of every version since then something is kept, or nothing had to be.
        try VersionRows.all(ofSource: row, in: database).count(where: { $0.number > version })
          == now - version
      else { return nil }
      return try LaterChanges(ofSource: row, named: name, since: version, in: database)
    }
  }
}

// MARK: - What waits

extension Store {
  /// Keeps a file that waits for a person's word, in the place of one that waited before.
  public func hold(
    _ held: Source.Held, tag: String?, _ bytes: [UInt8], ofSource name: String
  ) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      try HeldRows.set(held, tag: tag, bytes, ofSource: row, in: database)
    }
    Connection.emptyLog(queue)
  }

  /// Counts one more time that the file that waits was asked for; nothing where none does.
  public func noteHeldPoll(source name: String) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      try HeldRows.countPoll(ofSource: row, in: database)
    }
  }

  /// Forgets the file that waits, since the one in use is the newest again.
  public func dropHeld(ofSource name: String, tag: String?) throws(StoreError) {
    try write { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return }
      try HeldRows.drop(ofSource: row, tag: tag, in: database)
    }
    Connection.emptyLog(queue)
  }

  /// The file that waits; nil where none does.
  public func heldFile(ofSource name: String) throws(StoreError) -> [UInt8]? {
    try readSources(orWithout: nil) { database in
      guard let row = try SourceRows.row(of: name, in: database) else { return nil }
      return try HeldRows.bytes(ofSource: row, in: database)
    }
  }
}

// MARK: - Access

extension Store {
  /// A number that changes when another process has changed the store.
  public func dataVersion() throws(StoreError) -> Int {
    do {
      return try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func readSources<Value>(
    orWithout empty: Value, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    try access(.deferred) {
      try schemaNumber(in: $0) < SourceRows.firstSchema ? empty : body($0)
    }
  }
}
