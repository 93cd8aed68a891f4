import Phrases
import Search

extension Desk {
  /// Takes an action in the panes.
  mutating func perform(_ action: Action, digit: Int?) -> [Effect] {
    switch action {
    case .focusSearch:
      focus = .search
      search.selectAll()
    case .send: return enter()
    case .sendNumbered: return sendNumbered(digit)
    case .editAndSend: return editSelected()
    case .sendAgain: return sendLastAgain()
    case .limitToCategory: toggleLimit()
    case .back: stepBack()
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .up, .down, .pageUp, .pageDown, .toFirst, .toLast, .left, .right: move(action)
    case .scrollPreviewUp: scrollPreview(by: -1)
    case .scrollPreviewDown: scrollPreview(by: 1)
    case .help: dialog = .help(HelpDialog())
    case .palette: dialog = .palette(PaletteDialog(language))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit, .interrupt: return [.finish(purpose == .pick ? .cancelled : .quit)]
    }
    return []
  }

  /// Runs the search that the box, the tree and the limit ask for.
  ///
  /// A changed query wants its best hit selected; everything else leaves the selection be.
  mutating func find(selecting selection: PhraseList.Selection = .first) {
    previewTop = nil
    let query = Query(search.text)
    let scope = query.isEmpty || isLimited ? tree.selected.scope : .all
    let limit = query.isEmpty ? tree.total : Desk.hitLimit
    let result = library.search(query, in: scope, limit: limit)
    list.show(result, of: query, selecting: selection)
  }

  // MARK: - Moving

  private mutating func moveFocus(by count: Int) {
    let panes = Pane.allCases
    guard let index = panes.firstIndex(of: focus) else { return }
    focus = panes[(index + count + panes.count) % panes.count]
  }

  private mutating func move(_ action: Action) {
    switch focus {
    case .categories: moveInTree(action)
    case .preview: moveInPreview(action)
    case .search, .list: moveInList(action)
    }
  }

  private mutating func moveInList(_ action: Action) {
    previewTop = nil
    switch action {
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.move(by: -layout.listRows)
    case .pageDown: list.move(by: layout.listRows)
    case .toFirst: list.moveToFirst()
    case .toLast: list.moveToLast()
    case .left: focus = .categories
    case .right: focus = .preview
    default: break
    }
  }

  private mutating func moveInTree(_ action: Action) {
    let before = tree.selected.scope
    switch action {
    case .up: tree.move(by: -1)
    case .down: tree.move(by: 1)
    case .pageUp: tree.move(by: -layout.categoryRows)
    case .pageDown: tree.move(by: layout.categoryRows)
    case .toFirst: tree.moveToFirst()
    case .toLast: tree.moveToLast()
    case .left: tree.stepOut()
    case .right: if tree.selected.hasChildren { tree.stepIn() } else { focus = .list }
    default: break
    }
    guard tree.selected.scope != before else { return }
    // Whoever walks the tree wants to see what is there, also while a search stands.
    if isSearching { isLimited = tree.selected.parent != nil }
    find()
  }

  private mutating func moveInPreview(_ action: Action) {
    switch action {
    case .up: scrollPreview(by: -1)
    case .down: scrollPreview(by: 1)
    case .pageUp: scrollPreview(by: -layout.previewTextRows)
    case .pageDown: scrollPreview(by: layout.previewTextRows)
    case .toFirst: previewTop = 0
    case .toLast: scrollPreview(by: .max / 2)
    case .left: focus = .list
    default: break
    }
  }

  private mutating func scrollPreview(by lines: Int) {
    guard let preview = Preview(self) else { return }
    previewTop = min(max(preview.top + lines, 0), preview.lastTop)
  }

  /// Esc clears the search, then leaves the search box, and never quits.
  private mutating func stepBack() {
    if !search.isEmpty {
      search.clear()
      isLimited = false
      find(selecting: currentSelection)
    } else {
      focus = .list
    }
  }

  private mutating func toggleLimit() {
    let selection = currentSelection
    if isLimited {
      isLimited = false
      notice = .unlimited
    } else if tree.selected.parent == nil {
      // Nothing is selected in the tree: the category of the selected phrase is what is meant.
      guard let phrase = selectedPhrase,
        tree.reveal(department: phrase.department, category: phrase.category)
      else {
        notice = .noCategory
        return
      }
      limit()
    } else {
      limit()
    }
    find(selecting: selection)
  }

  private mutating func limit() {
    isLimited = true
    notice = .limited(to: categoryName(of: tree.selected))
  }

  /// The selected phrase, to be selected again.
  private var currentSelection: PhraseList.Selection {
    list.selected.map { .phrase($0.number) } ?? .first
  }

  // MARK: - Sending

  private mutating func enter() -> [Effect] {
    if focus == .categories {
      focus = .list
      return []
    }
    return sendSelected()
  }

  private mutating func sendSelected() -> [Effect] {
    guard let phrase = selectedPhrase else { return sayNothingSelected() }
    return checkValidity(of: phrase, then: .fillAndSend)
  }

  private mutating func sendNumbered(_ digit: Int?) -> [Effect] {
    guard let digit else { return [] }
    // The categories may cover the list, and what is not seen is not sent.
    let isListDrawn = layout.shape == .wide || focus != .categories
    guard isListDrawn, list.select(numbered: digit, height: layout.listRows) else {
      notice = .noSuchRow
      return []
    }
    previewTop = nil
    return sendSelected()
  }

  private mutating func editSelected() -> [Effect] {
    guard let phrase = selectedPhrase else { return sayNothingSelected() }
    return checkValidity(of: phrase, then: .edit)
  }

  private mutating func sendLastAgain() -> [Effect] {
    guard let lastSent else {
      notice = .nothingSentYet
      return []
    }
    guard let number = library.number(of: lastSent.key) else { return send(lastSent) }
    return checkValidity(of: library.phrase(number), then: .send(lastSent))
  }

  private mutating func sayNothingSelected() -> [Effect] {
    notice = .nothingSelected
    return []
  }

  /// Goes on with a phrase that is valid today; asks about any other.
  private mutating func checkValidity(of phrase: Phrase, then next: QuestionDialog.Next)
    -> [Effect]
  {
    let validity = day.map { phrase.validity(on: $0) } ?? .valid
    guard validity == .valid else {
      dialog = .question(QuestionDialog(phrase: phrase, validity: validity, next: next))
      return []
    }
    return proceed(with: phrase, to: next)
  }

  mutating func proceed(with phrase: Phrase, to next: QuestionDialog.Next) -> [Effect] {
    switch next {
    case .send(let outgoing): return send(outgoing)
    case .edit:
      dialog = .form(FormDialog(phrase, values: values))
      return []
    case .fillAndSend:
      guard Template(phrase.text).names.isEmpty else {
        dialog = .form(FormDialog(phrase, values: values))
        return []
      }
      let text = SafeText.sendable(phrase.text)
      return send(Outgoing(key: phrase.key, title: phrase.title, text: text))
    }
  }

  /// Hands a finished text over, and readies the search box for the next chat.
  mutating func send(_ outgoing: Outgoing) -> [Effect] {
    guard !outgoing.text.isEmpty else {
      notice = .nothingToSend
      return []
    }
    if purpose == .pick { return [.finish(.picked(outgoing))] }
    lastSent = outgoing
    notice = .sending(title: outgoing.title)
    focus = .search
    search.selectAll()
    return [.deliver(outgoing)]
  }
}
