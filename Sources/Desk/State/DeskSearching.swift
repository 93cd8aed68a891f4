import Phrases
import Search

extension Desk {
  /// Goes to the search box, whose text the next letter replaces.
  mutating func reachForSearch() {
    focus = .search
    search.selectAll()
    // Reaching for the next part of a message is part of the effort that it takes.
    if sending.marked.isEmpty { effort.restart() }
  }

  /// Searches for what the box, the tree and the limit ask for, because a key changed one of them.
  ///
  /// A changed query wants its best hit selected; everything else leaves the selection be.
  mutating func find(selecting selection: PhraseList.Selection = .first) {
    list.forgetSeen()
    news.visit = nil
    startSearch(selecting: selection)
  }

  /// Starts the search anew, and goes on with it as far as a key may wait.
  mutating func startSearch(selecting selection: PhraseList.Selection) {
    if news.visit != nil { return showChanges(selecting: selection) }
    let (search, subject) = newSearch()
    list.start(search, of: subject, selecting: selection)
  }

  /// Lists what changed, which no search has to find.
  mutating func showChanges(selecting selection: PhraseList.Selection) {
    let numbers = news.marks.keys.compactMap { library.number(of: $0) }
      .filter { !library.phrase($0).isDraft }.sorted()
    let result = SearchResult(
      hits: numbers.map { Hit(number: $0, score: 0) }, total: numbers.count)
    list.show(result, of: .changes, selecting: selection)
  }

  private func newSearch() -> (OngoingSearch, PhraseList.Subject) {
    if let message = search.message {
      let run = SuggestionRun(
        message: message, library: library, scope: scope(isLimited: search.isLimited),
        limit: Desk.hitLimit)
      return (.message(run), .message(isPasted: search.pastedMessage != nil))
    }
    let query = Query(search.text, options: options)
    let run = SearchRun(
      query: query, library: library,
      scope: scope(isLimited: query.isEmpty || search.isLimited), prior: prior,
      limit: query.isEmpty ? tree.total : Desk.hitLimit)
    return (.query(run), query.isEmpty ? .category : .query(query))
  }

  /// What a search looks at: the selected category or all, as the chosen department sees it.
  private func scope(isLimited: Bool) -> Scope {
    var scope = isLimited ? tree.selected.scope : .all
    scope.audience = department
    return scope
  }

  mutating func continueSearch() {
    list.advance(in: library, height: layout.listRows, marked: sending.marked.map(\.key))
  }

  /// Remembers what keys mean on the screen, before something else than a key changes the list.
  mutating func keepSeenList() {
    list.keepSeen(in: library, height: layout.listRows, marked: sending.marked.map(\.key))
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
    find(selecting: list.selection)
  }
}
