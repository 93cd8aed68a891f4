import GRDB
import GRDBSQLite
import Glibc

/// Text to and from SQLite by length, not up to the first NUL.
///
/// GRDB binds and reads strings as C strings: a phrase with a NUL in it would be cut without a word.
/// These also read whatever a damaged row holds: nil where there is no such value, or no UTF-8.
extension Statement {
  /// Binds text to the parameter at `index`, counted from 1; nil is NULL.
  func bind(_ text: String?, at index: Int32) throws {
    guard var text else { return try check(sqlite3_bind_null(sqliteStatement, index)) }
    // SQLite copies the bytes before the call returns; it calls that destructor SQLITE_TRANSIENT.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    try check(
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text64(
            sqliteStatement, index, characters.baseAddress, UInt64(characters.count), copied,
            UInt8(SQLITE_UTF8))
        }
      })
  }

  /// Binds bytes to the parameter at `index`, counted from 1.
  func bind(bytes: ArraySlice<UInt8>, at index: Int32) throws {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    try check(
      bytes.withUnsafeBytes {
        sqlite3_bind_blob64(sqliteStatement, index, $0.baseAddress, UInt64($0.count), copied)
      })
  }

  /// Binds a number to the parameter at `index`, counted from 1.
  func bind(_ number: Int64?, at index: Int32) throws {
    guard let number else { return try bind(nil as String?, at: index) }

    try check(sqlite3_bind_int64(sqliteStatement, index, number))
  }

  /// Goes to the next row; false when there is none, and the statement can be used again.
  func step() throws -> Bool {
    switch sqlite3_step(sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(sqliteStatement)
      return false
    case let code:
      sqlite3_reset(sqliteStatement)
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// The bytes of a cell; none where it is NULL.
  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(sqliteStatement, column) else { return [] }
    let count = Int(sqlite3_column_bytes(sqliteStatement, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(sqliteStatement, column) == SQLITE_NULL
  }

  func integer(_ column: Int32) -> Int64? {
    guard sqlite3_column_type(sqliteStatement, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(sqliteStatement, column)
  }

  func text(_ column: Int32) -> String? {
    withBytes(column) { String(utf8: $0) } ?? nil
  }

  /// Gives the bytes of a cell as text, which are gone after the call; nil where it is NULL.
  func withBytes<Value>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value? {
    guard let start = sqlite3_column_text(sqliteStatement, column) else { return nil }
    // In this order: asking for the text may convert it, which changes the length.
    let count = Int(sqlite3_column_bytes(sqliteStatement, column))
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

extension String {
  /// The text of these bytes, nil where they are not UTF-8.
  ///
  /// `String(validating:as:)` does the same, but is generic and looks up metadata at each call.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
    self.init(copying: text)
  }
}

extension UnsafeBufferPointer<UInt8> {
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let start = baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, count) == 0
  }
}
