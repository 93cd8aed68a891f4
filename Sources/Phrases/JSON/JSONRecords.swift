/// The items of a JSON file as rows.
struct JSONRecords {
  private let text: SourceBytes
  private let limits: Limits
  private let mapping: ColumnMapping
  /// Member names for which a better one stands elsewhere in the file.
  private var outdone: Set<String>
  private let known: ColumnNames
  private var reader: JSONReader

  /// The distinct member names of the file, in the order in which they appear.
  private var names: [String] = []
  private var columns: [PhraseColumn?] = []
  private var indexes: [String: Int] = [:]
  /// The number of the record in which a name, or a column, was last seen, from 1.
  private var nameSeen: [Int] = []
  /// Items that are no objects, told only when the file turned out to be JSON to its end.
  private var strangers: [(item: Int, kind: Finding.JSONKind, offset: Int)] = []
  /// Names that came for a column that another one had.
  private var rivals: [(column: PhraseColumn, taken: String, other: String, offset: Int)] = []
  private var columnSeen = [Int](repeating: 0, count: PhraseColumn.allCases.count)

  /// Reads the file into `builder`; gives the member names that mean nothing.
  static func read(
    _ text: SourceBytes, into builder: inout PhraseListBuilder
  ) throws(Fault) -> [String] {
    let empty = builder
    var outdone: Set<String> = []
    var records = JSONRecords(text, builder.options.hints, builder.limits, outdone)
    try records.document(&builder)
    // Names come one after the other: where a better one came late the file is read once more.
    while records.outdone != outdone {
      outdone = records.outdone
      records = JSONRecords(text, empty.options.hints, empty.limits, outdone)
      builder = empty
      try records.document(&builder)
    }
    records.reportRivals(&builder.log)
    builder.headers = records.names
    builder.headerColumns = records.columns
    return zip(records.names, records.columns).compactMap { $1 == nil ? $0 : nil }
  }

  private init(
    _ text: SourceBytes, _ hints: ReadingHints, _ limits: Limits, _ outdone: Set<String>
  ) {
    self.text = text
    self.limits = limits
    self.outdone = outdone
    mapping = hints.columns
    known = ColumnNames(hints)
    reader = JSONReader(text, depthLimit: limits.depth)
  }

  private mutating func document(_ builder: inout PhraseListBuilder) throws(Fault) {
    let kind = try reader.kind()
    let start = reader.position
    var isList = kind == .array
    switch kind {
    case .array: try list(&builder)
    case .object: isList = try wrapper(&builder)
    default: try reader.skipValue()
    }
    try reader.end()
    guard isList else { throw Fault(problem: .notAListOfPhrases(kind), offset: start) }
    for (item, kind, offset) in strangers {
      builder.log.row = item
      builder.log.add(.itemIsNotAnObject(item: item, kind), at: offset)
    }
    try checkColumns(&builder)
  }

  /// An object around the list; false when it holds none.
  private mutating func wrapper(_ builder: inout PhraseListBuilder) throws(Fault) -> Bool {
    var hasList = false
    var isFirst = true
    try reader.openObject()
    while let member = try reader.nextMember(&isFirst) {
      guard PhraseColumn.folded(member.name) == "phrases" else {
        try reader.skipValue()
        continue
      }
      if hasList { builder.log.add(.memberTwice(member.name), at: member.offset) }
      guard try reader.kind() == .array, !hasList else {
        try reader.skipValue()
        continue
      }
      hasList = true
      try list(&builder)
    }
    return hasList
  }

  private mutating func list(_ builder: inout PhraseListBuilder) throws(Fault) {
    var isFirst = true
    try reader.openArray()
    while try reader.nextElement(&isFirst) {
      let kind = try reader.kind()
      try builder.begin(row: builder.rowCount + 1, at: reader.position)
      guard kind == .object else {
        strangers.append((builder.rowCount, kind, reader.position))
        try reader.skipValue()
        continue
      }
      let errors = builder.log.errorCount
      let row = try object(&builder)
      if builder.log.errorCount == errors {
        builder.add(row)
      } else {
        builder.log.nameRow(row[.id].text)
      }
    }
  }

  private mutating func object(_ builder: inout PhraseListBuilder) throws(Fault) -> Row {
    var row = Row()
    row.number = builder.rowCount
    let start = reader.position
    var isFirst = true
    try reader.openObject()
    while let member = try reader.nextMember(&isFirst) {
      let index = try index(of: member)
      let kind = try reader.kind()
      let offset = reader.position
      let isTwice = nameSeen[index] == builder.rowCount
      nameSeen[index] = builder.rowCount
      guard let column = columns[index] else {
        if isTwice { builder.log.add(.memberTwice(member.name), at: member.offset) }
        try reader.skipValue()
        row.unknown.append(Row.Unknown(name: index, range: offset..<reader.position))
        continue
      }
      if columnSeen[column.rawValue] == builder.rowCount {
        builder.log.add(.memberTwice(member.name), at: member.offset)
      }
      columnSeen[column.rawValue] = builder.rowCount
      if builder.columnNames[column] == nil { builder.columnNames[column] = member.name }
      try value(kind, column, member.name, &builder.log, &row[column])
      row[column].range = offset..<reader.position
    }
    row.range = start..<reader.position
    return row
  }

  /// The number of a member's name, a new one when it was not seen before.
  private mutating func index(
    of member: (name: String, offset: Int)
  ) throws(Fault) -> Int {
    if let index = indexes[member.name] { return index }
    guard names.count < limits.columns else {
      throw Fault(problem: .tooManyColumns(limit: limits.columns), offset: member.offset)
    }
    indexes[member.name] = names.count
    names.append(member.name)
    columns.append(column(of: member))
    nameSeen.append(0)
    return names.count - 1
  }

  /// What a name means that was not seen before: of several for one column the best counts.
  private mutating func column(of member: (name: String, offset: Int)) -> PhraseColumn? {
    guard !outdone.contains(member.name), let (column, rank) = known.candidate(member.name) else {
      return nil
    }
    guard let former = columns.firstIndex(of: column) else { return column }
    let formerRank = known.candidate(names[former])?.rank ?? rank
    // An item may have the one, another item the other.
    if rank == formerRank, !rank.isForeign { return column }
    let isBetter = rank < formerRank
    if isBetter { outdone.insert(names[former]) }
    if !isBetter { rivals.append((column, names[former], member.name, member.offset)) }
    return nil
  }

  private func reportRivals(_ log: inout FindingLog) {
    for (column, taken, other, offset) in rivals {
      log.add(.columnsCompete(column, taken: taken, others: [other]), at: offset)
    }
    for name in outdone.sorted() {
      guard let (column, _) = known.candidate(name), let taken = columns.firstIndex(of: column)
      else { continue }
      log.add(.columnsCompete(column, taken: names[taken], others: [name]), at: 0)
    }
  }

  /// Reads the value of a column: a string, a number as it is written, nothing for null, and a
  /// list of these where several items are meant.
  private mutating func value(
    _ kind: Finding.JSONKind, _ column: PhraseColumn, _ name: String, _ log: inout FindingLog,
    _ field: inout Row.Field
  ) throws(Fault) {
    let allowsList = column == .keywords || column == .attachments
    guard kind == .array, allowsList else {
      let value = try scalar(kind, name, allowsList: allowsList, &log)
      field.text = column == .text ? value : value.trimmed()
      return
    }
    var items: [String] = []
    var isFirst = true
    try reader.openArray()
    while try reader.nextElement(&isFirst) {
      items.append(try scalar(try reader.kind(), name, allowsList: false, &log).trimmed())
    }
    field.items = items
  }

  private mutating func scalar(
    _ kind: Finding.JSONKind, _ name: String, allowsList: Bool, _ log: inout FindingLog
  ) throws(Fault) -> String {
    let offset = reader.position
    var value = ""
    switch kind {
    case .string: value = try reader.string()
    case .number: value = try reader.number()
    case .null: try reader.skipValue()
    case .object, .array, .boolean:
      log.add(.wrongKind(kind, allowsList: allowsList), at: offset, columnName: name)
      try reader.skipValue()
    }
    if value.utf8.count > limits.fieldBytes {
      let problem = Finding.Problem.fieldTooLong(
        bytes: value.utf8.count, limit: limits.fieldBytes)
      log.add(problem, at: offset, columnName: name)
    }
    return value
  }

  private func checkColumns(_ builder: inout PhraseListBuilder) throws(Fault) {
    guard builder.rowCount > 0, builder.log.errorCount == 0 else { return }
    for (column, header) in mapping.headers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !columns.contains(column) {
      builder.log.add(
        .mappedHeaderMissing(column: column, header: header, found: names), at: 0)
    }
    guard mapping.headers[.text] != nil || columns.contains(.text) else {
      throw Fault(problem: .missingTextColumn(found: names, suggestion: ""), offset: 0)
    }
  }
}
