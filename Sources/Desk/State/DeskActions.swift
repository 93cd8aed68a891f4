import Phrases
import Search

extension Desk {
  /// Takes an action in the panes.
  mutating func perform(_ action: Action, digit: Int?) -> [Effect] {
    if let chosen = action.chosen, locked.contains(chosen) {
      notice = .locked
      return []
    }
    switch action {
    case .focusSearch: reachForSearch()
    case .send: return enter()
    case .sendNumbered: return sendNumbered(digit)
    case .askForNumber: notice = .whichNumber
    case .editAndSend: return editBeforeSending()
    case .mark: toggleMark()
    case .clearMarks: clearMarks()
    case .sendAgain: return sendLastAgain()
    case .nextCustomer: endConversation()
    case .takeValues: takeOfferedValues()
    case .writePhrase: writePhrase()
    case .pin: askForPin()
    case .history: return showHistory()
    case .report: report()
    case .bin: return binSelected()
    case .moveEarlier: return moveSelected(by: -1)
    case .moveLater: return moveSelected(by: 1)
    case .dropOrder: dropOrder()
    case .giveCode: giveCode()
    case .hide: return hideSelected()
    case .putAside: return listPutAside()
    case .compareVersion: compareVersion()
    case .copyPicture: return handOver(as: .picture)
    case .copyFile: return handOver(as: .file)
    case .localFiles: return showLocalFiles()
    case .target: return chooseTarget()
    case .limitToCategory: toggleLimit()
    case .back: stepBack()
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .up, .down, .pageUp, .pageDown, .toFirst, .toLast, .left, .right: move(action)
    case .scrollPreviewUp: scrollPreview(by: -1)
    case .scrollPreviewDown: scrollPreview(by: 1)
    case .switchDoublePinyin, .switchFuzzySounds, .switchTypos: return switchOption(action)
    case .widenCategories, .narrowCategories, .widenPreview, .narrowPreview:
      return changeWidth(action)
    case .switchTheme: return switchTheme()
    case .changes: toggleChanges()
    case .sources: showSources()
    case .sync: return sync()
    case .reviewHeld: return reviewHeld()
    case .department: chooseDepartment()
    case .setUp: return setUp()
    case .help: open(HelpDialog())
    case .palette: open(PaletteDialog(of: self))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit, .interrupt: return [.finish(purpose == .pick ? .cancelled : .quit)]
    }
    return []
  }

  /// Leaves the desk for the questions, but not what is begun for a customer.
  private mutating func setUp() -> [Effect] {
    guard !conversations.hasBegun, own.drafts.isEmpty, own.report == nil else {
      notice = .endConversationFirst
      return []
    }
    return [.finish(.setUp)]
  }

  private mutating func switchTheme() -> [Effect] {
    theme = theme.next
    notice = .theme(theme)
    return [.useTheme(theme), .remember(.theme(theme))]
  }

  /// Makes a pane wider or narrower, as far as the others have room.
  private mutating func changeWidth(_ action: Action) -> [Effect] {
    guard layout.shape == .wide || layout.shape == .medium && action.isOfPreview else {
      notice = .noPaneBeside
      return []
    }
    let step = action.isWidening ? PaneWidths.step : -PaneWidths.step
    let before = layout
    if action.isOfPreview {
      layout.widths.preview = layout.preview.columns - 1 + step
    } else {
      layout.widths.categories = layout.categories.columns + step
    }
    // At its end a step changes nothing, and a later one the other way does at once.
    guard before.list != layout.list else {
      layout = before
      return []
    }
    return [.remember(.paneWidths(layout.widths))]
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
    let before = list.selected
    list.move(action, height: layout.listRows)
    if isSearching { noteLook() }
    // What is gone stands below what changed.
    if [.down, .pageDown].contains(action), list.selected == before { showRemoved() }
    switch action {
    case .left: focus = .categories
    case .right: focus = .preview
    case _: break
    }
  }

  private mutating func moveInTree(_ action: Action) {
    let before = tree.selected.scope
    switch action {
    case .left: tree.stepOut()
    case .right: if tree.selected.hasChildren { tree.stepIn() } else { focus = .list }
    case _: tree.viewport.move(action, of: tree.rows.count, height: layout.categoryRows)
    }
    followTree(from: before)
  }

  /// Shows what is in the category that was selected in place of another.
  mutating func followTree(from before: Scope) {
    guard tree.selected.scope != before else { return }
    // Whoever walks the tree wants to see what is there, also while a search stands.
    if isSearching { search.isLimited = tree.selected.parent != nil }
    find()
  }

  private mutating func moveInPreview(_ action: Action) {
    switch action {
    case .up: scrollPreview(by: -1)
    case .down: scrollPreview(by: 1)
    case .pageUp: scrollPreview(by: -layout.previewTextRows)
    case .pageDown: scrollPreview(by: layout.previewTextRows)
    case .toFirst: list.scrollPreview(to: 0)
    case .toLast: scrollPreview(by: .max / 2)
    case .left: focus = .list
    case _: break
    }
  }

  mutating func scrollPreview(by lines: Int) {
    guard let preview = Preview(self) else { return }
    list.scrollPreview(to: min(max(preview.top + lines, 0), preview.lastTop))
  }

  /// Esc goes back from what changed, clears the search, leaves the search box, then clears the
  /// marks, and never quits.
  private mutating func stepBack() {
    if news.visit != nil {
      leaveChanges()
    } else if !search.isEmpty {
      search.deleteAll()
      // Rows of their own are the first: a digit means the same wherever one comes from.
      find(selecting: firstRows == .none ? selectedPhrase : nil)
    } else if focus == .list, !conversation.marked.isEmpty {
      clearMarks()
    } else {
      focus = .list
    }
  }

  private mutating func toggleLimit() {
    if search.isLimited {
      search.isLimited = false
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
    find(selecting: selectedPhrase)
  }

  private mutating func limit() {
    search.isLimited = true
    notice = .limited(to: categoryName(of: tree.selected))
  }
}

extension Action {
  fileprivate var isOfPreview: Bool { self == .widenPreview || self == .narrowPreview }
  fileprivate var isWidening: Bool { self == .widenPreview || self == .widenCategories }
}
