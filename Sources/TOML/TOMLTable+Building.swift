/// How a table grows: the rules of TOML about what may be named twice.
extension TOMLTable {
  /// Changes the table at the end of a path, which is made where it is missing.
  mutating func at(
    _ path: ArraySlice<TOMLReader.Key>, make origin: Origin, in reader: TOMLReader,
    change: (inout TOMLTable, TOMLReader) throws(TOMLFault) -> Void
  ) throws(TOMLFault) {
    guard let key = path.first else { return try change(&self, reader) }
    let rest = path.dropFirst()
    let value = self[key.name] ?? .table(TOMLTable(origin: origin))
    // Taken out while it is changed, so that it is not copied.
    let offset = entries.removeValue(forKey: key.name)?.offset ?? key.offset
    switch value {
    case .table(var table) where table.origin != .inline:
      try table.at(rest, make: origin, in: reader, change: change)
      entries[key.name] = Entry(value: .table(table), offset: offset)
    case .tables(var tables):
      try tables[tables.count - 1].at(rest, make: origin, in: reader, change: change)
      entries[key.name] = Entry(value: .tables(tables), offset: offset)
    default:
      throw reader.fault(.duplicate, at: key.offset)
    }
  }

  /// Opens the table that a header names last.
  mutating func open(
    _ key: TOMLReader.Key, isArray: Bool, in reader: TOMLReader
  ) throws(TOMLFault) {
    var fresh = TOMLTable(origin: .header)
    switch self[key.name] {
    case nil:
      let value = isArray ? TOMLValue.tables([fresh]) : .table(fresh)
      entries[key.name] = Entry(value: value, offset: key.offset)
    case .tables(let tables) where isArray:
      entries[key.name]?.value = .tables(tables + [fresh])
    case .table(let table) where !isArray && table.origin == .implied:
      fresh.entries = table.entries
      entries[key.name]?.value = .table(fresh)
    default:
      throw reader.fault(.duplicate, at: key.offset)
    }
  }

  /// Puts a value at a dotted key.
  mutating func insert(
    _ value: TOMLValue, at path: ArraySlice<TOMLReader.Key>, in reader: TOMLReader
  ) throws(TOMLFault) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    switch self[key.name] {
    case nil where rest.isEmpty:
      entries[key.name] = Entry(value: value, offset: key.offset)
    case nil:
      var table = TOMLTable(origin: .dotted)
      try table.insert(value, at: rest, in: reader)
      entries[key.name] = Entry(value: .table(table), offset: key.offset)
    case .table(var table) where !rest.isEmpty && table.origin == .dotted:
      try table.insert(value, at: rest, in: reader)
      entries[key.name]?.value = .table(table)
    default:
      throw reader.fault(.duplicate, at: key.offset)
    }
  }
}
