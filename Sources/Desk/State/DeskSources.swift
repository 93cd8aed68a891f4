import Phrases
import Search

/// Connected sources: what is told of them, and what an agent can ask of them.
extension Desk {
  mutating func take(_ sources: [SourceFacts]) {
    self.sources = sources
    if notice == .syncing, !sources.contains(where: \.isSyncing) { notice = nil }
  }

  /// The source that the status line tells of: the most urgent one, and of several the first.
  var mostUrgentSource: SourceFacts? { sources.min { $0.standing < $1.standing } }

  func held(by name: String) -> SourceFacts.Held? {
    sources.first { $0.name == name }?.held
  }

  // MARK: - Actions

  mutating func sync() -> [Effect] {
    guard !sources.isEmpty else {
      notice = .noSource
      return []
    }
    notice = .syncing
    return [.sync]
  }

  mutating func showSources() {
    guard let source = mostUrgentSource else {
      notice = .noSource
      return
    }
    open(SourcesDialog(selecting: source.name))
  }

  /// Asks about the version that waits; of several, that of the first source.
  mutating func reviewHeld() -> [Effect] {
    guard let source = sources.first(where: { $0.held != nil }) else {
      notice = .nothingHeld
      return []
    }
    return reviewHeld(of: source.name)
  }

  mutating func reviewHeld(of name: String) -> [Effect] {
    guard let held = held(by: name) else { return [] }
    open(HeldDialog(source: name, held))
    return [.showHeld(source: name, id: held.id)]
  }

  // MARK: - What changed

  mutating func take(_ marks: [PhraseKey: ChangeMark], removed: [Phrase]) {
    changeMarks = marks
    self.removed = removed
    guard changesVisit != nil else { return }
    keepSeenList()
    showChanges(selecting: currentSelection)
  }

  /// Lists what changed, or goes back from that list.
  mutating func toggleChanges() {
    if changesVisit != nil { return leaveChanges() }
    guard !changeMarks.isEmpty || !removed.isEmpty else {
      notice = .nothingChanged
      return
    }
    changesVisit = ChangesVisit(
      search: search, pastedMessage: pastedMessage, isLimited: isLimited, focus: focus,
      selected: selectedPhrase?.key)
    search.clear()
    pastedMessage = nil
    isLimited = false
    focus = .list
    seen = nil
    showChanges(selecting: .first)
  }

  mutating func leaveChanges() {
    guard let visit = changesVisit else { return }
    search = visit.search
    pastedMessage = visit.pastedMessage
    isLimited = visit.isLimited
    focus = visit.focus
    find(selecting: visit.selected.flatMap { library.number(of: $0) }.map { .phrase($0) } ?? .first)
  }

  mutating func showChanges(selecting selection: PhraseList.Selection) {
    previewTop = nil
    awaited = nil
    ongoing = nil
    let numbers = changeMarks.keys.compactMap { library.number(of: $0) }
      .filter { !library.phrase($0).isDraft }.sorted()
    let result = SearchResult(
      hits: numbers.map { Hit(number: $0, score: 0) }, total: numbers.count)
    list.show(result, of: .changes, selecting: selection)
  }

  // MARK: - Departments

  mutating func chooseDepartment() {
    let names = library.categories.map(\.path.department).filter { !$0.isEmpty }
    var seen: Set<String> = []
    let known = (names + [department].compactMap { $0 }).filter { seen.insert($0).inserted }
    guard !known.isEmpty else {
      notice = .noDepartment
      return
    }
    open(DepartmentDialog(known, selected: department))
  }

  /// Shows what agents of a department see, its own phrases and those for everybody; all for nil.
  mutating func limit(toDepartment name: String?) {
    let selection = currentSelection
    department = name
    tree = tree.moved(to: library, audience: name)
    if tree.selected.parent == nil { isLimited = false }
    find(selecting: selection)
  }
}
