/// Turns records into phrases and checks what they hold, one after the other.
package struct PhraseListBuilder {
  package var options: ReadOptions
  package let limits: Limits
  /// The header of each column as the file has it.
  package var columnNames: [PhraseColumn: String] = [:]
  private(set) var phrases: [Phrase] = []
  package private(set) var rowCount = 0
  package var log = FindingLog()

  /// Every header, or member name, of the file.
  package var headers: [String] = []
  /// What each of them means; nil for those that mean nothing.
  package var headerColumns: [PhraseColumn?] = []
  /// Whether the headers stand in the file, and are not numbers.
  package private(set) var hasHeader = true
  /// Where the records begin, in bytes of the text, where they stand behind a header.
  package var recordsStart = 0
  /// The records as they stand in the file, where the options ask for them.
  private(set) var rows: [Row] = []

  /// Where in the file a byte of a cell's value stands; see ``FileFormat/offset(ofByte:inCell:of:)``.
  var offsetInCell: (_ byte: Int, _ cell: Range<Int>) -> Int = { $1.lowerBound }
  private var foreign = ForeignBlanks()
  private var said = SaidPlaceholders()
  /// Makes ours of a record of another tool's file, before anything else looks at it.
  package var adapting: ((inout Row) -> Void)?

  /// Where each id that the file gives stands.
  private var idPlaces: [String: (offset: Int, row: Int)] = [:]
  private(set) var nameless: [Identity.Nameless] = []
  private var lost = LostTextCount()
  private var unclearDates = CollectedValues()
  private var unknownStatuses = CollectedValues()
  private var markup = MarkupTexts()

  package init(options: ReadOptions, limits: Limits) {
    self.options = options
    self.limits = limits
  }

  /// Takes what the columns of a table mean.
  package mutating func take(_ header: TableHeader) {
    headers = header.names
    headerColumns = header.columns
    hasHeader = header.index != nil
    for (name, column) in zip(header.names, header.columns) {
      if let column { columnNames[column] = name }
    }
  }

  /// Begins a record, the one that a spreadsheet shows as row `number`; see ``Finding/row``.
  ///
  /// - Throws: a fault where there are more records than may be.
  package mutating func begin(row number: Int, at offset: Int) throws(Fault) {
    rowCount += 1
    log.row = number
    guard rowCount <= limits.rows else {
      throw Fault(problem: .tooManyRows(limit: limits.rows), offset: offset)
    }
  }

  /// Makes room for about `count` records in all.
  package mutating func reserve(_ count: Int) {
    let count = min(count, limits.rows)
    phrases.reserveCapacity(count)
    if !idPlaces.isEmpty { idPlaces.reserveCapacity(count) }
  }

  /// Adds the record that was begun, of which nothing is wrong so far.
  package mutating func add(_ row: Row) {
    guard let adapting else { return take(row) }
    var adapted = row
    adapting(&adapted)
    take(adapted)
  }

  private mutating func take(_ given: Row) {
    var row = given
    let signs = TextSigns(of: row[.text].text)
    if isOnlyTags(row[.text].text, signs) { row[.text].text = "" }
    if options.keepsRows { rows.append(row) }
    guard !hasLongCell(row) else { return }
    let id = row[.id].text
    if !id.isEmpty { register(id, in: row) }
    let from = day(.validFrom, in: row)
    let until = day(.validUntil, in: row)
    if let from, let until, until < from {
      complain(.endsBeforeItBegins(from: from, until: until), about: .validUntil, in: row)
    }
    let isDraft = isDraft(row)

    let text = row[.text].text
    lost.look(at: row, signs, columnNames)
    guard !text.isBlank else {
      complain(.emptyText, about: .text, in: row)
      return
    }
    // A file with an error is refused: what follows would be work for nothing.
    guard log.errorCount == 0 else { return }
    let title = row[.title].text
    if id.isEmpty {
      let offset = row[.title].range?.lowerBound ?? row.offset(of: .text)
      nameless.append(
        Identity.Nameless(phrase: phrases.count, offset: offset, row: row.number, text: text))
    }
    markup.note(text, signs, ofPhrase: phrases.count, row)
    let (blanks, placeholders) = Blank.scan(text, trusting: options.hints.placeholders)
    report(blanks, in: row)
    report(placeholders, in: row)
    let attachments = attachments(row[.attachments])
    for name in attachments {
      guard let flaw = options.attachments?.flaw(name) else { continue }
      complain(.badAttachment(name, flaw), about: .attachments, in: row)
    }
    phrases.append(
      Phrase(
        key: PhraseKey(source: options.source, id: id),
        level: options.level,
        department: row[.department].text,
        category: row[.category].text,
        subcategory: row[.subcategory].text,
        title: title.isBlank ? StandInTitle.of(text) : title,
        text: options.hints.placeholders.canonical(text, blanks),
        keywords: keywords(row[.keywords]),
        code: row[.code].text,
        attachments: attachments,
        validFrom: from, validUntil: until, isDraft: isDraft))
  }

  /// Whether a text is markup that shows nothing, as editors of HTML leave it (`<p><br></p>`).
  private func isOnlyTags(_ text: String, _ signs: TextSigns) -> Bool {
    signs.contains(.angle) && options.hints.markup != .keep && HTMLText.isMarkup(text)
      && HTMLText.plain(text).isBlank
  }

  /// Whether a cell has more bytes than may be, and says so.
  private mutating func hasLongCell(_ row: Row) -> Bool {
    var isLong = false
    for column in PhraseColumn.allCases where row[column].text.utf8.count > limits.fieldBytes {
      let bytes = row[column].text.utf8.count
      complain(.fieldTooLong(bytes: bytes, limit: limits.fieldBytes), about: column, in: row)
      isLong = true
    }
    return isLong
  }

  /// Gives the phrases without an id theirs; to be called once, after the last record.
  mutating func finish() {
    log.row = nil
    if rowCount == 0 { log.add(.noPhrases, at: 0) }
    for entry in lost.entries { log.add(entry) }
    if let entry = unclearDates.entry(Finding.Problem.unclearDates) { log.add(entry) }
    if let entry = unknownStatuses.entry(Finding.Problem.unknownStatuses) { log.add(entry) }
    guard log.errorCount == 0 else { return }
    if let warning = foreign.warning(columnNames[.text]) { log.add(warning) }
    if let note = said.note(columnNames[.text]) { log.add(note) }
    readMarkup()
    guard !nameless.isEmpty else { return }
    let name = columnNames[.title] ?? columnNames[.text]
    var twice: [(problem: Finding.Problem, item: Identity.Nameless, other: Identity.Nameless)] = []
    Identity.assign(to: &phrases, nameless, taken: idPlaces) { twice.append(($0, $1, $2)) }
    for (problem, item, other) in twice {
      log.add(
        FindingLog.Entry(
          problem: problem, offset: item.offset, columnName: name, row: item.row,
          id: phrases[item.phrase].key.id, title: phrases[item.phrase].title,
          related: other.offset, relatedRow: other.row))
    }
  }

  /// Makes text of HTML, and line breaks of those that are spelt out, where the list is so.
  private mutating func readMarkup() {
    let styles = options.hints.placeholders
    var empty: [FindingLog.Entry] = []
    var gone: Set<Int> = []
    let warnings = markup.plain(of: phrases.count, options.hints.markup, columnNames[.text]) {
      text, plain in
      let index = text.phrase
      let isStandIn = phrases[index].title == StandInTitle.of(phrases[index].text)
      guard !plain.isBlank else {
        gone.insert(index)
        empty.append(
          FindingLog.Entry(
            problem: .emptyText, offset: text.offset, columnName: columnNames[.text],
            row: text.row, id: phrases[index].key.id.nonEmpty,
            title: isStandIn ? nil : phrases[index].title))
        return
      }
      phrases[index].text = styles.canonical(plain, Blank.all(in: plain, trusting: styles))
      if isStandIn { phrases[index].title = StandInTitle.of(phrases[index].text) }
    }
    for warning in warnings + empty { log.add(warning) }
    leaveOut(gone)
  }

  /// Leaves out phrases whose markup shows nothing (`<p>&nbsp;</p>`), as records without text are.
  private mutating func leaveOut(_ gone: Set<Int>) {
    guard !gone.isEmpty else { return }
    // Each row with a text is a phrase, as many as there are.
    var phrase = 0
    for index in rows.indices where !rows[index][.text].text.isBlank {
      if gone.contains(phrase) { rows[index][.text].text = "" }
      phrase += 1
    }
    var places: [Int: Int] = [:]
    for index in phrases.indices where !gone.contains(index) { places[index] = places.count }
    phrases = phrases.indices.filter { !gone.contains($0) }.map { phrases[$0] }
    nameless = nameless.compactMap { item in
      places[item.phrase].map { place in
        Identity.Nameless(phrase: place, offset: item.offset, row: item.row, text: item.text)
      }
    }
  }

  /// Warns of each placeholder that is damaged, and keeps in mind those that are foreign.
  private mutating func report(_ blanks: [Blank], in row: Row) {
    guard !blanks.isEmpty else { return }
    let others = blanks.filter { !options.hints.placeholders.isField($0) }
    let damaged = others.filter { if case .damaged = $0.kind { true } else { false } }
    for blank in damaged {
      guard case .damaged(let damage) = blank.kind else { continue }
      log.add(
        FindingLog.Entry(
          problem: .damagedPlaceholder(damage, blank.text),
          offset: offset(of: blank.range, in: row),
          columnName: columnNames[.text], row: row.number, id: row[.id].text.nonEmpty,
          title: row[.title].text.nonEmpty))
    }
    guard let first = others.first(where: { !damaged.contains($0) }) else { return }
    if foreign.first == nil { foreign.first = (offset(of: first.range, in: row), row.number) }
    foreign.note(others)
  }

  /// Warns of each placeholder that is only a blank, and keeps in mind those that say more.
  private mutating func report(
    _ placeholders: [(range: Range<Int>, text: String, Placeholder?)], in row: Row
  ) {
    for (range, text, placeholder) in placeholders {
      if let flaw = placeholder?.flaw {
        log.add(
          FindingLog.Entry(
            problem: .placeholderOnlyBlank(flaw, text), offset: offset(of: range, in: row),
            columnName: columnNames[.text], row: row.number, id: row[.id].text.nonEmpty,
            title: row[.title].text.nonEmpty))
      }
      if said.note(placeholder, text), said.first == nil {
        said.first = (offset(of: range, in: row), row.number)
      }
    }
  }

  private func offset(of range: Range<Int>, in row: Row) -> Int {
    guard let cell = row[.text].range else { return row.offset(of: .text) }
    let before = row[.text].text.unicodeScalars.prefix(range.lowerBound)
    return offsetInCell(before.reduce(0) { $0 + UTF8.width($1) }, cell)
  }

  private mutating func register(_ id: String, in row: Row) {
    let offset = row.offset(of: .id)
    if let first = idPlaces[id] {
      log.add(
        FindingLog.Entry(
          problem: .duplicateID(id), offset: offset, columnName: columnNames[.id],
          row: row.number, id: id, title: row[.title].text.nonEmpty, related: first.offset,
          relatedRow: first.row))
    } else {
      idPlaces[id] = (offset, row.number)
    }
  }

  private mutating func day(_ column: PhraseColumn, in row: Row) -> Day? {
    let text = row[column].text
    guard !text.isEmpty, !Day.isNone(text) else { return nil }
    if let day = Day(written: text, asEnd: column == .validUntil) { return day }
    if Day.isUnclear(text) {
      unclearDates.note(text, offset: row.offset(of: column), columnNames[column], row.number)
    } else {
      complain(.badDate(text), about: column, in: row)
    }
    return nil
  }

  private mutating func isDraft(_ row: Row) -> Bool {
    let text = row[.status].text
    guard !text.isEmpty else { return false }
    let header = columnNames[.status] ?? ""
    if let isDraft = StatusWords.isDraft(text, under: header) { return isDraft }
    let isOwn =
      PhraseColumn(header: header) == .status || options.hints.columns.headers[.status] != nil
    if isOwn {
      complain(.unknownStatus(text), about: .status, in: row)
    } else {
      // What others call so may mean something else.
      unknownStatuses.note(
        text, offset: row.offset(of: .status), columnNames[.status], row.number)
    }
    return false
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
    log.add(
      FindingLog.Entry(
        problem: problem, offset: row.offset(of: column), columnName: columnNames[column],
        row: row.number, id: row[.id].text.nonEmpty, title: row[.title].text.nonEmpty))
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
