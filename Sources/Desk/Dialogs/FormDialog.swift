import Phrases

/// Filling in a reply before it goes: a field for each placeholder, and the text itself.
struct FormDialog: Equatable, Sendable {
  let reply: Reply
  /// The text with the placeholders that are still to be filled.
  ///
  /// Editing it by hand fixes what was filled in until then.
  private(set) var template: Template
  private(set) var names: [String]
  private(set) var fields: [TextField]
  /// The place that typing goes to: a field, or behind the last one the text.
  private(set) var focus = 0
  /// The filled text while it is edited by hand.
  private(set) var editor: TextField?

  /// Opens on the first placeholder, offering what those of the same names were filled with last.
  init(_ reply: Reply, values: [String: String]) {
    self.reply = reply
    template = Template(reply.text)
    names = template.names
    fields = names.map { name in
      var field = TextField(values[name] ?? "")
      field.selectAll()
      return field
    }
    if fields.isEmpty { focusText() }
  }

  /// The text as it would go now, placeholders without a value standing as they are.
  var filled: String { template.filled(with: values).text }

  /// The values by name, the empty ones left out; also those that are part of an edited text.
  var values: [String: String] {
    let pairs = zip(names, fields).map { ($0, $1.text) }.filter { !$0.1.isEmpty }
    return fixed.merging(pairs) { $1 }
  }

  /// What placeholders were filled with that editing has made part of the text.
  private var fixed: [String: String] = [:]

  var isTextFocused: Bool { focus == fields.count }

  /// Acts on a key; the text is wrapped to `textWidth` cells, which Up and Down go by.
  mutating func handle(_ key: Key, action: Action?, textWidth: Int) -> DialogOutcome {
    switch action {
    case .back?: return .close
    case .nextPane?: moveFocus(by: 1)
    case .previousPane?: moveFocus(by: -1)
    case .send?: return send()
    case .up?:
      if isTextFocused, let editor {
        self.editor = editor.moved(byLines: -1, width: textWidth)
      } else {
        moveFocus(by: -1)
      }
    case .down?:
      if isTextFocused, let editor {
        self.editor = editor.moved(byLines: 1, width: textWidth)
      } else {
        moveFocus(by: 1)
      }
    default:
      edit { field in
        if key == Key(.enter, .alt) {
          field.insert("\n")
          return true
        }
        return field.edit(key)
      }
    }
    return .stay
  }

  /// Puts the focus and the cursor where a click points.
  mutating func click(at position: Position, _ places: FormPlaces) {
    if places.fieldRegion.contains(position) {
      let line = position.row - places.fieldRegion.row
      let input = places.input(line: line)
      moveFocus(by: places.fields.lowerBound + line - focus)
      guard input.contains(position) else { return }
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
  }

  /// Returns false where the text is too long to be taken in.
  mutating func paste(_ text: String) -> Bool {
    var isTaken = true
    edit { field in
      isTaken = field.insert(text)
      return isTaken
    }
    return isTaken
  }

  /// Sends when nothing is left to fill in; moves to what is, otherwise.
  private mutating func send() -> DialogOutcome {
    let filling = template.filled(with: values)
    guard let missing = filling.unfilled.first else {
      let text = SafeText.sendable(filling.text)
      return .send(Outgoing(reply, text: text))
    }
    guard let field = names.firstIndex(of: missing) else { return .stay }
    let isNext = field == focus + 1
    moveFocus(by: field - focus)
    return isNext ? .stay : .say(.unfilled(placeholder: missing))
  }

  private mutating func moveFocus(by count: Int) {
    let places = fields.count + 1
    focus = ((focus + count) % places + places) % places
    if isTextFocused {
      focusText()
    } else {
      editor = nil
      fields[focus].selectAll()
    }
  }

  private mutating func focusText() {
    focus = fields.count
    editor = TextField(filled)
    editor?.moveCursor(to: 0)
  }

  private mutating func edit(_ change: (inout TextField) -> Bool) {
    guard isTextFocused, var text = editor else {
      guard fields.indices.contains(focus) else { return }
      _ = change(&fields[focus])
      return
    }
    let before = text.text
    guard change(&text) else { return }
    if text.text != before { fix(text.text) }
    editor = text
  }

  /// Makes an edited text the template: what was filled in is now part of it.
  private mutating func fix(_ text: String) {
    fixed = values
    template = Template(text)
    names = template.names
    fields = names.map { TextField(fixed[$0] ?? "") }
    focus = fields.count
  }
}
