import Phrases
import Search

/// What the agent does to phrases of her own, and to how she sees those of others.
extension Desk {
  /// Does it, as far as it shows at once, and has it kept.
  mutating func change(_ change: OwnChange) -> [Effect] {
    own.apply(change)
    return [.change(change)]
  }

  /// Takes what became of it: what was written goes only once it is kept.
  mutating func take(_ change: OwnChange, hasChanged: Bool, failure: String?) {
    let written = own.takeWritten(change)
    if let failure {
      own.takeBack(change)
      written.map { keepDraft(of: $0) }
      notice = .sentence(failure, isError: true)
      return
    }
    own.noteKept(change)
    // No phrases come of it.
    if !hasChanged { own.isChanging = false }
    switch change {
    case .add(let phrase, _, _): take(.own(.kept(title: phrase.title)))
    case .edit(let phrase, let over):
      // Another desk of hers was first; what it kept is in the bin.
      let other = newest.phrase(phrase.key)?.text
      let isOver = over != nil && other != nil && other != over && other != phrase.text
      take(.own(isOver ? .keptOverOther(title: phrase.title) : .kept(title: phrase.title)))
    case _: break
    }
  }

  /// What could not be kept is there again, what was made of a customer's text with her alone.
  private mutating func keepDraft(of written: Own.Written) {
    guard written.dialog.isOfCustomer else { return own.drafts.append(written.dialog) }
    conversations.change(written.conversation) { $0.draft = written.dialog }
  }

  /// The phrase that keys are about, once it has been drawn; says so where there is none.
  private mutating func meantPhrase() -> Phrase? {
    guard isListInSight, let hit = list.meant else {
      notice = .own(.nothingMeant)
      return nil
    }
    return library.phrase(hit.number)
  }

  // MARK: - Pins

  /// Asks which row the phrase is to have.
  mutating func askForPin() {
    guard let phrase = meantPhrase() else { return }
    notice = .own(.whichPin(title: phrase.title, now: own.arrangement.pin(of: phrase.key)))
  }

  /// Answers ``askForPin()``: a digit pins, Alt+P takes the pin away, any other key does nothing.
  mutating func answerPin(_ key: Key, _ action: Action?) -> [Effect]? {
    guard let phrase = meantPhrase() else { return [] }
    if action == .pin {
      notice = .own(.unpinned(title: phrase.title))
      return rearrange(.unpin(phrase.key))
    }
    guard let row = key.digit else { return nil }
    notice = .own(.pinned(title: phrase.title, row: row))
    search.selectAll()
    return rearrange(.pin(phrase.key, row: row))
  }

  /// Pins show where nothing is searched.
  private mutating func rearrange(_ change: OwnChange) -> [Effect] {
    let effects = self.change(change)
    if list.subject == .category { find(selecting: selectedPhrase) }
    return effects
  }

  /// Which phrases have the first rows: only where everything is listed and nothing is searched.
  var firstRows: FirstRows {
    guard search.isEmpty, tree.selected.parent == nil, news.visit == nil else { return .none }
    func number(_ key: PhraseKey) -> PhraseNumber? {
      guard listed.phrase(key) != nil else { return nil }
      return library.number(of: key).flatMap {
        isForDepartment(library.phrase($0)) ? $0 : nil
      }
    }
    func shown(_ key: PhraseKey) -> PhraseNumber? {
      number(key) ?? own.arrangement.version(of: key).flatMap(number)
    }
    var rows = FirstRows(pinned: own.arrangement.pins.compactMapValues(shown))
    rows.lost = Set(own.arrangement.pins.keys).subtracting(rows.pinned.keys)
    for send in own.sends {
      guard rows.recent.count < FirstRows.count else { break }
      guard let number = shown(send.key), rows.sends[number] == nil else { continue }
      rows.recent.append(number)
      rows.sends[number] = send
    }
    return rows
  }

  private func isForDepartment(_ phrase: Phrase) -> Bool {
    Scope(audience: department).contains(CategoryPath(department: phrase.department))
  }

  // MARK: - Others' phrases

  mutating func hideSelected() -> [Effect] {
    guard let phrase = meantPhrase() else { return [] }
    if phrase.level == .personal { return binSelected() }
    notice = .own(.hidden(title: phrase.title))
    return change(.hide(phrase.key))
  }

  mutating func listPutAside() -> [Effect] {
    open(PutAsideDialog())
    return [.listPutAside]
  }

  /// Another phrase that is found by a code typed exactly.
  func phrase(withCode code: String, besides phrase: Phrase) -> Phrase? {
    guard !code.isEmpty else { return nil }
    var run = SearchRun(
      query: Query(code, options: options), library: newest.library, scope: .all, prior: .none,
      limit: 20)
    run.finish()
    return run.result.hits.lazy.map { newest.library.phrase($0.number) }.first {
      $0.key != phrase.key && $0.code.lowercased() == code.lowercased()
    }
  }

  mutating func giveCode() {
    if let phrase = meantPhrase() { open(CodeDialog(phrase)) }
  }

  mutating func report() {
    let phrase = isListInSight ? list.meant.map { library.phrase($0.number) } : nil
    // A customer's own words are kept nowhere.
    let query = search.message == nil ? search.text : ""
    guard phrase != nil || !query.isEmpty else {
      notice = .own(.nothingMeant)
      return
    }
    open(ReportDialog(phrase, query: query, language))
  }

  mutating func compareVersion() {
    guard let phrase = meantPhrase() else { return }
    guard let original = own.rewordedOriginal(of: phrase.key),
      let before = own.arrangement.originals[phrase.key]?.text
    else {
      notice = .own(.versionUpToDate)
      return
    }
    open(VersionDialog(phrase, of: original, before: before))
  }

  // MARK: - Writing

  /// Opens what was being written, or a new phrase: of the marked ones as one text, or of what the search
  /// did not find.
  mutating func writePhrase() {
    if let draft = own.drafts.popLast() { return open(draft) }
    let selected = list.meant.map { library.phrase($0.number) }
    if !conversation.marked.isEmpty {
      let dispatch = Dispatch(conversation.marked)
      return open(PhraseDialog(.new, text: dispatch.template.text, beside: selected))
    }
    let wanted = list.hits.isEmpty && search.message == nil ? search.text : nil
    open(PhraseDialog(.new, title: wanted, beside: selected))
  }

  /// Keeps a text that was made of phrases: as the agent's version of a company's, as the new text of one
  /// of her own, or as a new one where it was made of several.
  mutating func keep(_ text: String, of phrases: [Phrase]) {
    guard phrases.count == 1, let phrase = phrases.first else {
      return goOn(PhraseDialog(.new, text: text, beside: phrases.last, isOfCustomer: true))
    }
    let purpose: PhraseDialog.Purpose =
      phrase.level == .personal ? .edit(phrase) : .version(of: phrase)
    goOn(PhraseDialog(purpose, text: text, beside: phrase, isOfCustomer: true))
  }

  /// Opens what was left for the same, else this.
  private mutating func goOn(_ dialog: PhraseDialog) {
    guard let draft = conversation.draft?.goingOn(for: dialog) else { return open(dialog) }
    conversation.draft = nil
    open(draft)
  }

  // MARK: - Order

  mutating func dropOrder() {
    let arrangement = own.arrangement
    guard !arrangement.order.isEmpty || !arrangement.categoryOrder.isEmpty else {
      notice = .own(.noOrder)
      return
    }
    open(OwnQuestionDialog(.dropOrder))
  }

  /// Moves the selected phrase, or category, by so many places in her own order.
  mutating func moveSelected(by count: Int) -> [Effect] {
    if focus == .categories { return moveCategory(by: count) }
    guard let phrase = meantPhrase() else { return [] }
    guard list.subject == .category else {
      notice = .own(.noOrderHere)
      return []
    }
    guard !isInRowOfItsOwn(phrase) else {
      notice = .own(.rowOfItsOwn(title: phrase.title))
      return []
    }
    guard let keys = keys(inPlaceOf: phrase) else { return [] }
    guard let index = keys.firstIndex(of: phrase.key), keys.indices.contains(index + count) else {
      notice = .own(.orderEnd)
      return []
    }
    return move(phrase, to: index + count, among: keys)
  }

  /// Whether a phrase stands where it does since it is pinned or was sent just now: not for its order.
  private func isInRowOfItsOwn(_ phrase: Phrase) -> Bool {
    guard let number = library.number(of: phrase.key) else { return false }
    return list.firstRows.pinned.values.contains(number) || list.firstRows.sends[number] != nil
  }

  /// Moves a phrase to where another stands in the same category; says so where that is elsewhere.
  mutating func move(_ phrase: Phrase, toPlaceOf other: Phrase) -> [Effect] {
    guard !isInRowOfItsOwn(phrase), !isInRowOfItsOwn(other) else {
      notice = .own(.rowOfItsOwn(title: isInRowOfItsOwn(phrase) ? phrase.title : other.title))
      return []
    }
    guard let keys = keys(inPlaceOf: phrase) else { return [] }
    guard list.subject == .category, let index = keys.firstIndex(of: other.key) else {
      notice = .own(.noOrderHere)
      return []
    }
    return move(phrase, to: index, among: keys)
  }

  private mutating func move(_ phrase: Phrase, to index: Int, among keys: [PhraseKey]) -> [Effect] {
    notice = .own(.moved(title: phrase.title))
    return change(own.order(moving: phrase.key, to: index, among: keys, in: phrase.place))
  }

  /// The phrases of a category in the order they are shown in; nil, and it says so, where they are too many
  /// to be put in order by hand.
  private mutating func keys(inPlaceOf phrase: Phrase) -> [PhraseKey]? {
    guard let keys = newest.library.keys(inPlaceOf: phrase) else {
      notice = .own(.tooManyToOrder)
      return nil
    }
    return own.ordered(keys, in: phrase.place)
  }

  private mutating func moveCategory(by count: Int) -> [Effect] {
    guard let names = siblings(of: tree.selected)?.names,
      let index = names.firstIndex(of: tree.selected.name), names.indices.contains(index + count)
    else {
      notice = .own(.orderEnd)
      return []
    }
    return move(tree.selected, to: index + count)
  }

  /// Moves a category to where another of those beside it stands, by their rows.
  mutating func moveCategory(_ row: Int, toRow other: Int) -> [Effect] {
    guard tree.rows.indices.contains(row), tree.rows.indices.contains(other) else { return [] }
    let (node, target) = (tree.nodes[tree.rows[row]], tree.nodes[tree.rows[other]])
    guard node.parent == target.parent,
      let index = siblings(of: node)?.names.firstIndex(of: target.name)
    else {
      notice = .own(.noOrderHere)
      return []
    }
    return move(node, to: index)
  }

  private mutating func move(_ node: CategoryTree.Node, to index: Int) -> [Effect] {
    guard let (names, below) = siblings(of: node) else { return [] }
    var moved = names.filter { $0 != node.name }
    moved.insert(node.name, at: min(index, moved.count))
    notice = .own(.moved(title: categoryName(of: node)))
    return change(own.order(ofNames: moved, below: below))
  }

  /// Its names as she has put them, also where the tree does not show it yet.
  private func siblings(of node: CategoryTree.Node) -> (names: [String], below: [String])? {
    guard let (names, below) = tree.siblings(of: node) else { return nil }
    let order = own.arrangement.categoryOrder[below] ?? []
    let named = order.filter(names.contains)
    guard !named.isEmpty, named.count == names.count else { return (names, below) }
    return (named, below)
  }

  // MARK: - The bin

  mutating func binSelected() -> [Effect] {
    guard let phrase = meantPhrase() else { return [] }
    guard phrase.level == .personal else {
      notice = .own(.notOwn(title: phrase.title))
      return []
    }
    open(OwnQuestionDialog(.bin(phrase)))
    return []
  }
}
