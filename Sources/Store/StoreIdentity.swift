import GRDB

/// What tells one store from another, and a newer copy of it from an older one.
///
/// Every copy of a store carries it, and a store that is made of copies goes on with it.
struct StoreIdentity: Hashable, Sendable {
  /// 32 hexadecimal digits, drawn when the store was made.
  var store: String
  /// How many copies were made of it so far: a copy's own number, in a copy.
  var copies: Int

  /// That of a store that has none, as after somebody's hand was in the file.
  static func new() -> StoreIdentity {
    let digits = (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }
    return StoreIdentity(store: digits.joined(), copies: 0)
  }
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
    // It becomes part of a file's name.
    guard let store = row.text(1), store.utf8.count == 32, store.utf8.allSatisfy(isDigit),
      let copies = row.integer(2), (0..<(1 << 53)).contains(copies)
    else { return nil }
    return StoreIdentity(store: store, copies: Int(copies))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  static func set(_ identity: StoreIdentity, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO identity (row, store, copies) VALUES (1, ?, ?)")
    try statement.bind(identity.store, at: 1)
    try statement.bind(Int64(identity.copies), at: 2)
    _ = try statement.step()
  }
}
