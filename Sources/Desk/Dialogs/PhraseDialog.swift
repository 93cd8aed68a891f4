import Phrases

/// Writing a phrase of one's own: its text, and below it what it is found by.
struct PhraseDialog: Dialog {
  /// What it is written for.
  enum Purpose: Equatable, Sendable {
    case new
    /// To stand in the place of a company's phrase; the agent may make it one beside that.
    case version(of: Phrase)
    case edit(Phrase)
  }

  private let purpose: Purpose
  /// Whether it was made of a text of this customer's, and stays with her.
  let isOfCustomer: Bool
  /// What stood in the fields when it was opened.
  private let opened: [String]
  /// Whether a version stands in the place of the phrase, not beside it.
  private(set) var replaces = true
  /// Behind which phrase it is to stand.
  private let neighbour: PhraseKey?
  private var fields: [TextField]
  /// The field that typing goes to; the text is the first.
  private(set) var focus = 0
  /// Where it stands, as far as no field says so.
  private let department: String

  enum Field: Int, CaseIterable {
    case text, title, category, subcategory, code, keywords
  }

  /// A new phrase, beside another where that is in sight.
  init(
    _ purpose: Purpose, text: String = "", title: String? = nil, beside other: Phrase? = nil,
    isOfCustomer: Bool = false
  ) {
    self.purpose = purpose
    self.isOfCustomer = isOfCustomer
    neighbour = other?.key
    let model: Phrase? =
      switch purpose {
      case .new: other
      case .version(let phrase), .edit(let phrase): phrase
      }
    department = model?.department ?? ""
    let isNew = purpose == .new
    fields = Field.allCases.map { field in
      switch field {
      case .text: TextField(text, hasLines: true)
      case .title: TextField(title ?? (isNew ? "" : model?.title ?? ""))
      case .category: TextField(model?.category ?? "")
      case .subcategory: TextField(model?.subcategory ?? "")
      case .code: TextField(isNew ? "" : model?.code ?? "")
      case .keywords: TextField(isNew ? "" : model?.keywords.joined(separator: ", ") ?? "")
      }
    }
    opened = fields.map(\.text)
  }

  func title(of desk: Desk) -> String {
    let label: OwnLabel =
      switch purpose {
      case .new: .newPhrase
      case .version(let phrase): replaces ? .ownVersion(of: phrase.title) : .newPhrase
      case .edit(let phrase): .editPhrase(phrase.title)
      }
    return label.sentence(desk.language)
  }

  private func value(_ field: Field) -> String { fields[field.rawValue].text }

  /// The phrase as it is to be kept; nil where nothing of it could be sent.
  private var phrase: Phrase? {
    let written = Phrase(
      own: value(.text), title: value(.title), department: department, category: value(.category),
      subcategory: value(.subcategory), code: value(.code), keywords: value(.keywords))
    guard var phrase = written else { return nil }
    switch purpose {
    case .new: break
    case .edit(let old):
      phrase.key = old.key
      phrase.takeWhatIsNotWritten(from: old)
    case .version(let old): phrase.takeWhatIsNotWritten(from: old)
    }
    return phrase
  }

  // MARK: - Keys

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .back:
      leave(&desk, isOpen: false)
      return .close()
    case .send, .writePhrase: return keep(on: &desk)
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .up: moveUpOrDown(by: -1, in: region)
    case .down: moveUpOrDown(by: 1, in: region)
    case .help: desk.open(HelpDialog())
    case .mark:
      if case .version = purpose { replaces.toggle() }
    case _:
      if key == TextField.editsOutside {
        focus = 0
        return .stay([.editOutside(value(.text))])
      }
      let columns = PhrasePlaces(self, in: region).text.columns
      switch Edit(key) {
      case .selectUp where focus == 0: fields[0] = fields[0].selected(byLines: -1, width: columns)
      case .selectDown where focus == 0: fields[0] = fields[0].selected(byLines: 1, width: columns)
      case _: _ = fields[focus].edit(key)
      }
    }
    return .stay()
  }

  /// Of a title and what it is found by, one line is made.
  mutating func paste(_ pasted: String) -> Bool {
    let text =
      focus == 0
      ? pasted : pasted.split(whereSeparator: \.isNewline).joined(separator: " ")
    return fields[focus].paste(text)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    guard case .editedOutside(let text?) = event else { return .stay() }
    fields[0].selectAll()
    if !fields[0].paste(text) { desk.notice = .tooLong }
    return .stay()
  }

  /// What was written is there again with the key that writes a phrase.
  func leave(_ desk: inout Desk, isOpen: Bool) {
    let hasWords = [Field.text, .title].contains { SafeText.showsSomething(value($0)) }
    guard hasWords, isOfCustomer || fields.map(\.text) != opened else { return }
    keepDraft(on: &desk)
  }

  /// There again with the key that writes a phrase; what was made of a customer's text only at hers.
  func keepDraft(on desk: inout Desk) {
    if isOfCustomer { desk.conversation.draft = self } else { desk.own.drafts.append(self) }
  }

  /// Goes on with what was begun for the same, with the text of another where that is not the one it was
  /// begun with; nil where it was begun for something else.
  func goingOn(for other: PhraseDialog) -> PhraseDialog? {
    guard purpose == other.purpose else { return nil }
    guard other.text.text != opened[0] else { return self }
    var dialog = self
    dialog.fields[0] = other.fields[0]
    return dialog
  }

  private mutating func keep(on desk: inout Desk) -> DialogStep {
    guard let phrase else {
      focus = 0
      desk.notice = .own(.nothingToKeep)
      return .stay()
    }
    let change: OwnChange =
      switch purpose {
      case .new: .add(phrase, behind: neighbour, versionOf: nil)
      case .version(let original):
        .add(phrase, behind: neighbour, versionOf: replaces ? original : nil)
      case .edit(let old): .edit(phrase, over: old.text)
      }
    // What cannot be kept is a draft again.
    desk.own.note(
      written: Own.Written(change: change, dialog: self, conversation: desk.conversation.id))
    // The next search is another.
    desk.search.selectAll()
    return .close(desk.change(change))
  }

  private mutating func moveFocus(by count: Int) {
    focus = (focus + count + fields.count) % fields.count
    if focus > 0 { fields[focus].selectAll() }
  }

  private mutating func moveUpOrDown(by count: Int, in region: Region) {
    if focus == 0 {
      let moved = fields[0].moved(
        byLines: count, width: PhrasePlaces(self, in: region).text.columns)
      if moved.cursor != fields[0].cursor || count < 0 {
        fields[0] = moved
        return
      }
    }
    moveFocus(by: count)
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let places = PhrasePlaces(self, in: region)
    if places.text.contains(position) {
      focus = 0
      let text = WrappedText(self.text.text, width: places.text.columns)
      let place = Position(
        row: position.row - places.text.row + places.textTop,
        column: position.column - places.text.column)
      fields[0].moveCursor(to: place, in: text)
    } else if places.fields.contains(position) {
      focus = places.firstField + position.row - places.fields.row
      let input = places.input(of: focus)
      if input.contains(position) {
        fields[focus].moveCursor(toColumn: position.column - input.column, width: input.columns)
      }
    }
    return .stay()
  }

  // MARK: - Drawing

  var text: TextField { fields[0] }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(PhraseDialog.columns, room.columns)
    return Size(rows: PhrasePlaces.rows(of: self, columns: columns), columns: columns)
  }

  /// As wide as a text is to be read and edited well, in cells.
  private static let columns = 72

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let places = PhrasePlaces(self, in: region)
    canvas.write(
      editor: text, in: places.text, top: places.textTop, hasCursor: focus == 0,
      placeholders: Template(text.text).placeholderScalars)
    if text.isEmpty {
      canvas.write(
        OwnLabel.textHint.sentence(desk.language), row: places.text.row,
        column: places.text.column + 1, width: places.text.columns - 1, style: Style(.faint))
    }
    for line in 0..<places.fields.rows {
      let field = places.firstField + line
      let input = places.input(of: field)
      let hasFocus = focus == field
      canvas.write(
        (hasFocus ? "> " : "  ") + PhraseDialog.name(of: field, desk.language), row: input.row,
        column: region.column, width: PhrasePlaces.labelColumns,
        style: Style(hasFocus ? .focusedHeading : .heading))
      canvas.write(
        field: fields[field], row: input.row, column: input.column, width: input.columns,
        hasCursor: hasFocus)
    }
    let isVersion = if case .version = purpose { true } else { false }
    canvas.write(
      Canvas.hints(
        OwnLabel.phraseHint(isVersion: isVersion).sentence(desk.language),
        width: places.hint.columns), row: places.hint.row,
      column: places.hint.column, width: places.hint.columns, style: Style(.faint))
  }

  private static func name(of field: Int, _ language: Language) -> String {
    Field(rawValue: field).map { OwnLabel.phraseField($0).sentence(language) } ?? ""
  }
}

extension Phrase {
  /// Takes over what no field says: the days that it may go out on, and its attachments.
  fileprivate mutating func takeWhatIsNotWritten(from other: Phrase) {
    (validFrom, validUntil) = (other.validFrom, other.validUntil)
    attachments = other.attachments
  }
}
