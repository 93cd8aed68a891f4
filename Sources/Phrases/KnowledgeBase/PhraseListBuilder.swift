/// Turns records into phrases and checks what they hold, one after the other.
struct PhraseListBuilder {
  private let options: ReadOptions
  private let limits: Limits
  /// The header of each column as the file has it.
  var columnNames: [PhraseColumn: String] = [:]
  private(set) var phrases: [Phrase] = []
  private(set) var rowCount = 0
  var log = FindingLog()

  /// Where each id that the file gives stands.
  private var idOffsets: [String: Int] = [:]
  private(set) var nameless: [Identity.Nameless] = []

  init(options: ReadOptions, limits: Limits) {
    self.options = options
    self.limits = limits
  }

  /// Counts a record; throws when there are more than may be.
  mutating func countRow(at offset: Int) throws(Fault) {
    rowCount += 1
    guard rowCount <= limits.rows else {
      throw Fault(problem: .tooManyRows(limit: limits.rows), offset: offset)
    }
  }

  /// Makes room for about `count` records in all.
  mutating func reserve(_ count: Int) {
    let count = min(count, limits.rows)
    phrases.reserveCapacity(count)
    if !idOffsets.isEmpty { idOffsets.reserveCapacity(count) }
  }

  mutating func add(_ row: Row) {
    let id = row[.id].text
    if !id.isEmpty { register(id, in: row) }
    let from = day(.validFrom, in: row)
    let until = day(.validUntil, in: row)
    if let from, let until, until < from {
      complain(.endsBeforeItBegins(from: from, until: until), about: .validUntil, in: row)
    }
    let isDraft = isDraft(row)

    let text = row[.text].text
    guard !text.isBlank else {
      complain(.emptyText, about: .text, in: row)
      return
    }
    // A file with an error is refused: what follows would be work for nothing.
    guard log.errorCount == 0 else { return }
    let title = row[.title].text
    if id.isEmpty {
      let offset = row[.title].offset ?? row.offset(of: .text)
      nameless.append(Identity.Nameless(phrase: phrases.count, offset: offset))
    }
    phrases.append(
      Phrase(
        key: PhraseKey(source: options.source, id: id),
        level: options.level,
        department: row[.department].text,
        category: row[.category].text,
        subcategory: row[.subcategory].text,
        title: title.isBlank ? StandInTitle.of(text) : title,
        text: text,
        keywords: keywords(row[.keywords]),
        code: row[.code].text,
        attachments: attachments(row[.attachments]),
        validFrom: from, validUntil: until, isDraft: isDraft))
  }

  /// Gives the phrases without an id theirs; to be called once, after the last record.
  mutating func finish() {
    if rowCount == 0 { log.add(.noPhrases, at: 0) }
    guard log.errorCount == 0, !nameless.isEmpty else { return }
    let name = columnNames[.title] ?? columnNames[.text]
    Identity.assign(to: &phrases, nameless, taken: idOffsets) { problem, offset, related in
      log.add(problem, at: offset, columnName: name, related: related)
    }
  }

  private mutating func register(_ id: String, in row: Row) {
    let offset = row.offset(of: .id)
    if let first = idOffsets[id] {
      log.add(.duplicateID(id), at: offset, columnName: columnNames[.id], related: first)
    } else {
      idOffsets[id] = offset
    }
  }

  private mutating func day(_ column: PhraseColumn, in row: Row) -> Day? {
    let text = row[column].text
    guard !text.isEmpty else { return nil }
    guard let day = Day(iso: text) else {
      complain(.badDate(text), about: column, in: row)
      return nil
    }
    return day
  }

  private mutating func isDraft(_ row: Row) -> Bool {
    let text = row[.status].text
    guard !text.isEmpty else { return false }
    switch PhraseColumn.folded(text) {
    case "draft", "草稿": return true
    default:
      complain(.unknownStatus(text), about: .status, in: row)
      return false
    }
  }

  private func keywords(_ field: Row.Field) -> [String] {
    guard let items = field.items else { return ItemList.keywords(field.text) }
    return items.flatMap(ItemList.keywords)
  }

  private func attachments(_ field: Row.Field) -> [String] {
    guard let items = field.items else { return ItemList.attachments(field.text) }
    return items.filter { !$0.isEmpty }
  }

  private mutating func complain(
    _ problem: Finding.Problem, about column: PhraseColumn, in row: Row
  ) {
    log.add(problem, at: row.offset(of: column), columnName: columnNames[column])
  }
}
