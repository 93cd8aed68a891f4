import GRDB

/// What tells one store from another, and a newer copy of it from an older one.
///
/// Every copy of a store carries it, and a store that is made of copies goes on with it.
struct StoreIdentity: Hashable, Sendable {
  /// 32 hexadecimal digits, drawn when the store was made.
  var store: String
  /// How many copies were made of it so far: a copy's own number, in a copy.
  var copies: Int
}

/// The row of the table `identity`.
enum IdentityRow {
  /// Nil in a store of a schema that knew none.
  static func identity(in database: Database) throws -> StoreIdentity? {
    guard try Schema.number(of: database) >= Schema.firstWithIdentity else { return nil }
    let statement = try database.makeStatement(sql: "SELECT row, store, copies FROM identity")
    return try statement.step() ? identity(in: statement) : nil
  }

  /// From the columns `row`, `store` and `copies`; nil where they hold no such thing.
  static func identity(in row: Statement) -> StoreIdentity? {
    guard let store = row.text(1), !store.isEmpty, let copies = row.integer(2), copies >= 0 else {
      return nil
    }
    return StoreIdentity(store: store, copies: Int(copies))
  }

  static func set(_ identity: StoreIdentity, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO identity (row, store, copies) VALUES (1, ?, ?)")
    try statement.bind(identity.store, at: 1)
    try statement.bind(Int64(identity.copies), at: 2)
    _ = try statement.step()
  }
}
