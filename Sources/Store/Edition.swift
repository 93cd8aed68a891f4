import GRDB

/// What tells the phrases that are in use from those that were before or come after: the version of each
/// source, and a mark of the agent's own.
public struct Edition: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let name: String
    let version: Int
  }

  /// The connected sources, in the order of their phrases.
  private let sources: [Entry]
  private let own: OwnMark

  init(sources: [Entry], own: OwnMark) {
    self.sources = sources
    self.own = own
  }

  /// To be called inside a transaction.
  ///
  /// - Complexity: O(*k*) for *k* phrases of the agent's own.
  init(in database: Database) throws {
    own = try OwnMark(in: database).ofPhrases
    guard try Schema.number(of: database) >= SourceRows.firstSchema else {
      sources = []
      return
    }
    let statement = try database.makeStatement(
      sql: """
        SELECT name, version FROM source JOIN connection ON source.row = connection.source
        ORDER BY source.position, source.row
        """)
    var entries: [Entry] = []
    while try statement.step() {
      entries.append(
        Entry(name: statement.text(0) ?? "", version: Int(statement.integer(1) ?? 0)))
    }
    sources = entries
  }
}
