import Phrases
import Search

extension Desk {
  /// Takes an action in the panes.
  mutating func perform(_ action: Action, digit: Int?) -> [Effect] {
    switch action {
    case .focusSearch:
      focus = .search
      search.selectAll()
      // Reaching for the next part of a message is part of the effort that it takes.
      if marked.isEmpty { effort.restart() }
    case .send: return enter()
    case .sendNumbered: return sendNumbered(digit)
    case .editAndSend: return editBeforeSending()
    case .mark: toggleMark()
    case .clearMarks: clearMarks()
    case .sendAgain: return sendLastAgain()
    case .target: return chooseTarget()
    case .limitToCategory: toggleLimit()
    case .back: stepBack()
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .up, .down, .pageUp, .pageDown, .toFirst, .toLast, .left, .right: move(action)
    case .scrollPreviewUp: scrollPreview(by: -1)
    case .scrollPreviewDown: scrollPreview(by: 1)
    case .switchDoublePinyin, .switchFuzzySounds, .switchTypos: switchOption(action)
    case .switchTheme: return switchTheme()
    case .changes: toggleChanges()
    case .sources: showSources()
    case .sync: return sync()
    case .reviewHeld: return reviewHeld()
    case .department: chooseDepartment()
    case .help: open(HelpDialog())
    case .palette: open(PaletteDialog(language))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit, .interrupt: return [.finish(purpose == .pick ? .cancelled : .quit)]
    }
    return []
  }

  private mutating func switchTheme() -> [Effect] {
    theme = theme.next
    notice = .theme(theme)
    return [.useTheme(theme)]
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
    seen = nil
    awaited = nil
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
    followTree(from: before)
  }

  /// Shows what is in the category that was selected in place of another.
  mutating func followTree(from before: Scope) {
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

  mutating func scrollPreview(by lines: Int) {
    guard let preview = Preview(self) else { return }
    previewTop = min(max(preview.top + lines, 0), preview.lastTop)
  }

  /// Esc goes back from what changed, clears the search, leaves the search box, then clears the
  /// marks, and never quits.
  private mutating func stepBack() {
    if changesVisit != nil {
      leaveChanges()
    } else if !search.isEmpty {
      search.clear()
      pastedMessage = nil
      isLimited = false
      find(selecting: currentSelection)
    } else if focus == .list, !marked.isEmpty {
      clearMarks()
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
  var currentSelection: PhraseList.Selection {
    list.selected.map { .phrase($0.number) } ?? .first
  }
}
