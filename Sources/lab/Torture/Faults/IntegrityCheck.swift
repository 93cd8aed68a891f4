import Glibc

/// SQLite's full check of a file, over a connection of its own.
///
/// The store's own report does the quick check, which does not compare indexes with tables. The
/// library is the one that the store has loaded.
enum IntegrityCheck {
  private typealias Database = OpaquePointer
  private typealias Open =
    @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<Database?>, Int32, UnsafeRawPointer?)
    -> Int32
  private typealias Each =
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32
  private typealias Execute =
    @convention(c) (
      Database?, UnsafePointer<CChar>, Each?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
    ) -> Int32
  private typealias Close = @convention(c) (Database?) -> Int32

  /// What is wrong with the file at `path`; nil when nothing is.
  static func flaw(ofFileAt path: String) -> String? {
    guard let open: Open = symbol("sqlite3_open_v2"), let execute: Execute = symbol("sqlite3_exec"),
      let close: Close = symbol("sqlite3_close")
    else { return "SQLite's functions cannot be found" }
    var database: Database?
    let readWrite: Int32 = 2
    let opened = open(path, &database, readWrite, nil)
    defer { _ = close(database) }
    guard opened == 0 else { return "SQLite cannot open it (code \(opened))" }
    var rows: [String] = []
    let result = withUnsafeMutablePointer(to: &rows) { rows in
      execute(
        database, "PRAGMA integrity_check",
        { rows, _, cells, _ in
          if let cell = cells?.pointee {
            rows?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: cell))
          }
          return 0
        }, rows, nil)
    }
    guard result == 0 else { return "SQLite cannot check it (code \(result))" }
    return rows == ["ok"] ? nil : rows.first ?? "the check said nothing"
  }

  private static func symbol<Function>(_ name: String) -> Function? {
    dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
  }
}
