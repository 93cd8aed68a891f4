import Phrases
import Search

extension Desk {
  /// Searches for what the box, the tree and the limit ask for, because a key changed one of them.
  ///
  /// A changed query wants its best hit selected; everything else leaves the selection be.
  mutating func find(selecting selection: PhraseList.Selection = .first) {
    // What a key changed is what the next key means, drawn or not.
    seen = nil
    changesVisit = nil
    startSearch(selecting: selection)
  }

  /// Starts the search anew, and goes on with it as far as a key may wait.
  mutating func startSearch(selecting selection: PhraseList.Selection) {
    if changesVisit != nil { return showChanges(selecting: selection) }
    previewTop = nil
    awaited = nil
    var (ongoing, subject) = newSearch()
    ongoing.begin()
    list.show(ongoing.result, of: subject, selecting: selection)
    self.ongoing = ongoing.isFinished ? nil : ongoing
  }

  private func newSearch() -> (OngoingSearch, PhraseList.Subject) {
    if pastedMessage != nil || CustomerMessage.isMessage(search.text) {
      let run = SuggestionRun(
        message: pastedMessage ?? search.text, library: library,
        scope: scope(isLimited: isLimited), limit: Desk.hitLimit)
      return (.message(run), .message(isPasted: pastedMessage != nil))
    }
    let query = Query(search.text, options: options)
    let run = SearchRun(
      query: query, library: library,
      scope: scope(isLimited: query.isEmpty || isLimited), prior: prior,
      limit: query.isEmpty ? tree.total : Desk.hitLimit)
    return (.query(run), query.isEmpty ? .category : .query(query))
  }

  /// What a search looks at: the selected category or all, as the chosen department sees it.
  private func scope(isLimited: Bool) -> Scope {
    var scope = isLimited ? tree.selected.scope : .all
    scope.audience = department
    return scope
  }

  /// Searches on by a step: what is found now stands below what is in sight.
  mutating func continueSearch() {
    guard var ongoing else { return }
    // Not held twice, so that a step changes it in place.
    self.ongoing = nil
    ongoing.advance(by: OngoingSearch.stepBudget)
    let result = ongoing.result
    if result != list.result {
      keepSeenList()
      let inSight = list.viewport.visible(count: list.hits.count, height: layout.listRows)
      list.extend(with: result, keeping: max(inSight.upperBound, list.viewport.selected + 1))
      if let awaited, list.select(awaited) { self.awaited = nil }
    }
    if !ongoing.isFinished { self.ongoing = ongoing }
  }

  /// Remembers what Enter, the digits and a double click mean on the screen, before something changes the list.
  mutating func keepSeenList() {
    guard seen == nil else { return }
    let inSight = list.viewport.visible(count: list.hits.count, height: layout.listRows)
    seen = SeenList(
      selected: selectedPhrase,
      inSight: list.hits[inSight].map { library.phrase($0.number) },
      marked: marked.map(\.key))
  }

  // MARK: - How it is searched

  /// Switches what an action names, on this desk until it is closed.
  mutating func switchOption(_ action: Action) {
    switch action {
    case .switchDoublePinyin:
      let all = DoublePinyin.allCases
      let next = options.doublePinyin.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      options.doublePinyin = all.indices.contains(next) ? all[next] : nil
      notice = .doublePinyin(options.doublePinyin)
    case .switchFuzzySounds:
      let isOn = options.fuzzySounds.isEmpty
      options.fuzzySounds = isOn ? Set(FuzzySound.allCases) : []
      notice = .fuzzySounds(isOn)
    case .switchTypos:
      options.forgivesTypos.toggle()
      notice = .typos(options.forgivesTypos)
    default: return
    }
    find(selecting: currentSelection)
  }
}
