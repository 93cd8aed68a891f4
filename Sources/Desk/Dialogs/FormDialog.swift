import Phrases

/// Filling in a reply before it goes: a field for each placeholder, and the text itself.
struct FormDialog: Dialog {
  /// Its phrases are valid, or somebody said yes to that.
  var dispatch: Dispatch
  /// The text with the placeholders that are still to be filled.
  ///
  /// Editing it by hand fixes what was filled in until then.
  var template: Template
  private(set) var placeholders: [Placeholder]
  private(set) var fields: [TextField]
  /// The place that typing goes to: a field, or behind the last one the text.
  var focus = 0
  /// The filled text while it is edited by hand.
  var editor: TextField?
  /// The same as it was left for a field, with what can be undone in it.
  private var lastEditor: TextField?

  /// The phrases that an edited text was made of, where they read otherwise by now.
  var origins: [Phrase] = []
  /// How they read by now.
  var reworded: RewordedText?
  /// Whether it was to be sent, and nobody knew where to.
  var awaitsTarget = false

  /// Values that may be another customer's, by name: shown where nothing is typed, not filled in.
  private var doubtful: [String: OfferedValue]

  /// What stands in fields without anybody's doing.
  private(set) var presets: FormPresets

  /// Opens on the first placeholder that is empty, else on the first that somebody has to look at, offering
  /// what those of the same names were filled with last.
  init(_ dispatch: Dispatch, offers: [String: OfferedValue], at moment: Moment) {
    self.dispatch = dispatch
    let template = dispatch.template
    let presets = FormPresets(dispatch, template.placeholders, at: moment)
    // What one line to write on was filled with says nothing of another.
    let offers = offers.filter { !template.namelessBlanks.contains($0.key) }
    doubtful = offers.filter { $1.isDoubtful && !presets.isSettled($0) }
    fields = template.names.map { name in
      // What she fills in for months is no customer's.
      let offer =
        presets.isSettled(name) ? nil : offers[name].flatMap { $0.isDoubtful ? nil : $0.text }
      var field = TextField(offer ?? presets[name] ?? "", hasLines: true)
      field.selectAll()
      return field
    }
    (self.template, placeholders, self.presets) = (template, template.placeholders, presets)
    let asked = names.indices.filter { !presets.isSettled(names[$0]) }
    if let first = asked.first(where: { fields[$0].isEmpty }) ?? asked.first {
      focus = first
    } else {
      focusText()
    }
  }

  /// Opens on a text that somebody has worked on.
  init(_ dispatch: Dispatch, edited text: String, values: [String: String], at moment: Moment) {
    self.init(dispatch, offers: values.mapValues { OfferedValue(text: $0) }, at: moment)
    guard text != template.text else { return }
    fixed = values
    editor = nil
    take(text)
    if fields.isEmpty { focusText() } else { focus = 0 }
  }

  var names: [String] { placeholders.map(\.name) }

  /// The same, after the clock has moved on: what it says is said anew where nobody changed it.
  func followed(_ moment: Moment) -> FormDialog {
    var form = self
    let before = form.presets.follow(moment, placeholders)
    for (index, name) in names.enumerated() where form.fields[index].text == before[name] {
      form.fields[index] = TextField(form.presets[name] ?? "", hasLines: true)
      form.fields[index].selectAll()
    }
    return form
  }

  /// The value that stands dimmed in a field: until something is typed there.
  func doubtfulOffer(in field: Int) -> OfferedValue? {
    fields.indices.contains(field) && fields[field].isEmpty ? doubtful[names[field]] : nil
  }

  /// What keeps a field as it is filled from now on.
  static let keepsValue = Key(.character("k"), .alt)

  /// What fills in a value that may be another customer's: never the key that sends.
  static let takesOffer = Key(.right)

  /// The text as it would go now, placeholders without a value standing as they are.
  var filled: String {
    dispatch.filling(of: template, with: values, at: presets.moment).templateText
  }

  /// The values by name, those that show nothing left out; also those that are part of an edited text.
  var values: [String: String] {
    let pairs = zip(names, fields).map { ($0, $1.text) }.filter { SafeText.showsSomething($0.1) }
    return fixed.merging(pairs) { $1 }
  }

  /// What placeholders were filled with that editing has made part of the text.
  var fixed: [String: String] = [:]

  /// Where those stand in the text.
  private(set) var placed = PlacedValues()

  /// The text as the form shows it.
  var shownText: String { editor?.text ?? filled }

  var isTextFocused: Bool { focus == fields.count }

  /// What is to be chosen from in the field; nothing where it is no choice.
  private var choice: [String] {
    guard placeholders.indices.contains(focus), case .choice(let options) = placeholders[focus].kind
    else { return [] }
    return options
  }

  var hintLabel: Label {
    choice.isEmpty ? .formHint(isTextFocused: isTextFocused) : .choiceHint
  }

  /// Whether somebody has worked on its text.
  var isEdited: Bool { template != dispatch.template }

  /// Whether it is what such a message would open.
  func isFor(_ other: Dispatch) -> Bool {
    dispatch.phrases == other.phrases && dispatch.isAgreed == other.isAgreed
      && (dispatch.fillsBlanks || !other.fillsBlanks)
  }

  func title(of desk: Desk) -> String { dispatch.title }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(FormDialog.columns, room.columns)
    return Size(rows: FormPlaces.rows(of: self, columns: columns), columns: columns)
  }

  /// As wide as a text is to be read and edited well, in cells.
  private static let columns = 72

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    awaitsTarget = false
    if key == Key.yes, dispatch.fillsBlanks {
      dispatch.isAsIs = true
      return send(on: &desk)
    }
    switch action {
    case .back:
      leave(&desk, isOpen: false)
      return .close()
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .send: return send(on: &desk)
    // Help stands on the form, which is there again behind it.
    case .help: desk.open(HelpDialog())
    case .target: return .stay(desk.chooseTarget())
    case .takeValues: takeOffers(of: &desk)
    case .writePhrase: desk.keep(ownText, of: dispatch.phrases)
    case .history, .nextCustomer: desk.notice = .leaveFormFirst
    case .up: moveUpOrDown(by: -1, in: region)
    case .down: moveUpOrDown(by: 1, in: region)
    case _:
      if key == FormDialog.keepsValue { return keepValue(on: &desk) }
      if key == TextField.editsOutside {
        focusText()
        return .stay([.editOutside(shownText)])
      }
      if key == FormDialog.takesOffer, let offer = doubtfulOffer(in: focus) {
        fields[focus].insert(offer.text)
        return .stay()
      }
      if !isTextFocused, fields[focus].turn(through: choice, by: key) { return .stay() }
      switch Edit(key) {
      case .selectUp where isTextFocused: select(byLines: -1, in: region)
      case .selectDown where isTextFocused: select(byLines: 1, in: region)
      case _: edit { $0.edit(key) }
      }
    }
    return .stay()
  }

  /// Takes the values that a pasted message offers into the fields that nobody has typed into.
  private mutating func takeOffers(of desk: inout Desk) {
    func offers() -> [String: OfferedValue] {
      desk.conversation.offers(for: names, desk.patterns, desk.clock)
    }
    let before = offers()
    desk.takeOfferedValues()
    let now = offers()
    for (index, name) in names.enumerated() {
      let stands = [before[name]?.text, presets[name], ""].contains(fields[index].text)
      guard stands, !presets.isSettled(name), let offer = now[name], !offer.isDoubtful else {
        continue
      }
      fields[index].selectAll()
      fields[index].insert(offer.text)
      fields[index].selectAll()
    }
  }

  /// Fills fields of this name with this value from now on; an empty one is asked for again.
  private func keepValue(on desk: inout Desk) -> DialogStep {
    guard fields.indices.contains(focus), !placeholders[focus].isComputed,
      !template.namelessBlanks.contains(names[focus])
    else { return .stay() }
    let (name, typed) = (names[focus], fields[focus].text)
    let text = SafeText.showsSomething(typed) ? typed : ""
    desk.notice = .own(.valueKept(name: name, text: text))
    return .stay(desk.change(text.isEmpty ? .dropValue(name: name) : .value(text, name: name)))
  }

  /// The text as it would be kept for other customers: what was filled in is asked for again.
  var ownText: String {
    let text = placed.replaced(in: template.text) { dispatch.template.standing($0) }
    let lost = fixed.filter { !placed.names.contains($0.key) }
    return Template(text).replacing(lost) { dispatch.template.standing($0) }
  }

  /// The names of those that somebody has typed over.
  var overwritten: Set<String> {
    Set(
      fixed.filter { name, value in
        !names.contains(name) && !placed.names.contains(name)
          // As a word of its own: `A111` is none of `A1112`.
          && Template(template.text).replacing([name: value]) { _ in "" } == template.text
      }.keys)
  }

  /// Puts the focus and the cursor where a click points.
  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let places = FormPlaces(self, in: region)
    if places.fieldRegion.contains(position) {
      let line = position.row - places.fieldRegion.row
      let input = places.input(line: line)
      moveFocus(by: places.fields.lowerBound + line - focus)
      guard input.contains(position) else { return .stay() }
      fields[focus].moveCursor(
        toColumn: position.column - input.column, width: input.columns)
    } else if places.text.contains(position) {
      if !isTextFocused { focusText() }
      let text = WrappedText(editor?.text ?? "", width: places.text.columns)
      let place = Position(
        row: position.row - places.text.row + places.textTop,
        column: position.column - places.text.column)
      editor?.moveCursor(to: place, in: text)
    }
    return .stay()
  }

  mutating func paste(_ pasted: String) -> Bool {
    var isTaken = true
    edit { field in
      isTaken = field.paste(pasted)
      return isTaken
    }
    return isTaken
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    guard case .editedOutside(let text?) = event else { return .stay() }
    focusText()
    var isTaken = true
    edit { field in
      field.selectAll()
      isTaken = field.paste(text)
      return isTaken
    }
    if !isTaken { desk.notice = .tooLong }
    return .stay()
  }

  /// Whoever only looked something up in the same chat finds the form as it was.
  ///
  /// One that only waits to be told a chat has found it in the first that calls.
  mutating func summon(by caller: Caller) -> [Effect]? {
    caller == .sameChat || (caller == .firstChat && awaitsTarget) ? [] : nil
  }

  func leave(_ desk: inout Desk, isOpen: Bool) {
    desk.conversation.leave(self, desk.clock, isOpen: isOpen)
  }

  private mutating func moveUpOrDown(by count: Int, in region: Region) {
    if isTextFocused, let editor {
      self.editor = editor.moved(byLines: count, width: region.columns)
    } else {
      moveFocus(by: count)
    }
  }

  private mutating func select(byLines count: Int, in region: Region) {
    editor = editor?.selected(byLines: count, width: region.columns)
  }

  mutating func moveFocus(by count: Int) {
    let places = fields.count + 1
    focus = ((focus + count) % places + places) % places
    if isTextFocused {
      focusText()
    } else {
      lastEditor = editor ?? lastEditor
      editor = nil
      fields[focus].selectAll()
    }
  }

  /// Begins at the end of the text, which most want to shorten; what was undone before can be redone.
  private mutating func focusText() {
    focus = fields.count
    let text = filled
    var begun = editor ?? lastEditor ?? TextField()
    if begun.text != text { begun = TextField(text, hasLines: true) }
    begun.moveCursor(to: begun.characters.count)
    editor = begun
    lastEditor = nil
  }

  private mutating func edit(_ change: (inout TextField) -> Bool) {
    guard isTextFocused, var text = editor else {
      guard fields.indices.contains(focus) else { return }
      _ = change(&fields[focus])
      return
    }
    let before = text.text
    guard change(&text) else { return }
    if text.text != before { fix(text.text, from: before) }
    editor = text
  }

  /// Makes an edited text the template: what was filled in is now part of it.
  private mutating func fix(_ text: String, from before: String) {
    let filling = dispatch.filling(of: template, with: values, at: presets.moment)
    placed = placed.filled(template, as: filling).followed(from: before, to: text)
    fixed = values
    take(text)
  }

  mutating func take(_ text: String) {
    let before = names
    template = dispatch.template(of: text)
    placeholders = template.placeholders
    presets.add(placeholders.filter { !before.contains($0.name) }, of: dispatch)
    fields = names.map { name in
      let preset = before.contains(name) ? nil : presets[name]
      return TextField(fixed[name] ?? preset ?? "", hasLines: true)
    }
    focus = fields.count
  }
}
