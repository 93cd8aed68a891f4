import GRDB
import Phrases

/// Reads what can still be read of a damaged store.
///
/// Each table is walked from both ends, because a broken page ends a walk through its tree and leaves
/// what lies behind it to a walk the other way. A row that is not what its columns may hold, or not
/// what its checksum says, is left out.
struct Salvage {
  private(set) var belongings = Belongings()
  /// Whether every row of everything was read.
  private(set) var isWhole = true

  private let database: Database

  /// Reads all that can be had from an open database; to be called inside a transaction.
  init(_ database: Database) {
    self.database = database
    let phrases = phrasesBySource()
    belongings.personal = phrases[PersonalImport.source] ?? []
    belongings.sources = connectedSources().map { source in
      Belongings.ConnectedSource(source, phrases: phrases[source.name] ?? [])
    }
    belongings.usage.sends = walk(
      "row, source, id, time, way, keystrokes, milliseconds", in: "send", by: ["row"],
      SendRows.send)
    belongings.usage.totals = walk(
      "source || char(10) || id || char(10) || day, source, id, day, sends, keystrokes,"
        + " milliseconds",
      in: "send_total", by: ["source", "id", "day"], UsageRows.total)
    belongings.usage.searches = walk(
      "row, time, query, hits", in: "fruitless_search", by: ["row"], UsageRows.search)
    takeOwn()
    // A store of an older schema has none, which is no damage.
    if (try? Schema.number(of: database)).map({ $0 >= Schema.firstWithIdentity }) ?? true {
      belongings.identity =
        walk("row, store, copies", in: "identity", by: ["row"], IdentityRow.identity).first
    }
    // A page that says it has fewer rows than it has ends no walk with an error.
    let check = try? String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
    if check != "ok" { isWhole = false }
  }

  /// Reads what schemas of before ``Schema/firstWithArrangement`` have not, which is no damage.
  private mutating func takeOwn() {
    let schema = try? Schema.number(of: database)
    if let schema, schema < Schema.firstWithArrangement { return }
    let entries = walk(
      ArrangementRows.columns, in: "arrangement", by: ["kind", "key"], ArrangementRows.entry)
    for entry in entries where !belongings.arrangement.take(entry) { isWhole = false }
    belongings.bin = walk(BinRows.columns, in: "bin", by: ["id"], BinRows.binned)
    belongings.reports = walk(ReportRows.columns, in: "report", by: ["row"], ReportRows.report)
  }

  private mutating func connectedSources() -> [Source] {
    do {
      return try SourceRows.all(in: database)
    } catch {
      isWhole = false
      return []
    }
  }

  private mutating func phrasesBySource() -> [String: [PlacedPhrase]] {
    guard let columns = try? PhraseRows.salvagedColumns(in: database) else {
      isWhole = false
      return [:]
    }
    let names = walk("row, name", in: "source", by: ["row"]) { row in
      row.integer(0).flatMap { number in row.text(1).map { (number, $0) } }
    }
    let nameOfRow = Dictionary(names) { first, _ in first }
    let placed = walk(columns, in: "phrase", by: ["row"]) { row in
      PhraseRows.salvaged(in: row, ofSources: nameOfRow)
    }
    var found = Dictionary(grouping: placed) { $0.phrase.key.source }
    for (source, phrases) in found {
      found[source] = phrases.sorted { $0.position < $1.position }
    }
    return found
  }

  /// Every row of a table that can be read, once; the first column tells rows apart.
  private mutating func walk<Row>(
    _ columns: String, in table: String, by order: [String], _ read: (Statement) -> Row?
  ) -> [Row] {
    var seen: Set<String> = []
    var rows: [Row] = []
    for direction in ["", " DESC"] {
      let order = order.map { $0 + direction }.joined(separator: ", ")
      do {
        let statement = try database.makeStatement(
          sql: "SELECT \(columns) FROM \(table) NOT INDEXED ORDER BY \(order)")
        while try statement.step() {
          guard let key = statement.text(0), seen.insert(key).inserted else { continue }
          if let row = read(statement) { rows.append(row) } else { isWhole = false }
        }
        break
      } catch {
        isWhole = false
      }
    }
    return rows
  }
}
