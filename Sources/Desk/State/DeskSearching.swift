import Phrases
import Search

extension Desk {
  /// Goes to the search box, whose text the next letter replaces.
  mutating func reachForSearch() {
    focus = .search
    search.selectAll()
    // Reaching for the next part of a message is part of the effort that it takes.
    if conversation.marked.isEmpty { effort.restart() }
  }

  /// Searches for what the box, the tree and the limit ask for, because a key changed one of them.
  ///
  /// A changed query wants its best hit selected; everything else leaves a phrase selected.
  mutating func find(selecting phrase: Phrase? = nil) {
    takeUpWaiting()
    news.visit = nil
    let (search, subject) = newSearch()
    list.firstRows = firstRows
    list.start(search, of: subject, selecting: selection(of: phrase))
  }

  /// Lists what changed, which no search has to find.
  mutating func showChanges(selecting phrase: Phrase?) {
    list.firstRows = .none
    let keys = Set(news.marks.keys).union(news.lastChanges.keys)
    // The last day first, and within one the order of the lists.
    let numbers = keys.compactMap { key -> (day: Day?, number: PhraseNumber)? in
      library.number(of: key).map { (news.lastChanges[key]?.day, $0) }
    }.filter { !library.phrase($0.number).isDraft }.sorted { left, right in
      guard left.day != right.day else { return left.number < right.number }
      guard let leftDay = left.day, let rightDay = right.day else { return left.day != nil }
      return leftDay > rightDay
    }.map(\.number)
    let result = SearchResult(
      hits: numbers.map { Hit(number: $0, score: 0) }, total: numbers.count)
    list.show(result, of: .changes, selecting: selection(of: phrase))
  }

  /// How a phrase is selected again; one that is gone leaves nothing selected, and that is said.
  private mutating func selection(of phrase: Phrase?) -> PhraseList.Selection {
    guard let phrase else { return .first }
    // A version of hers stands where the phrase stood.
    let keys = [phrase.key, own.arrangement.version(of: phrase.key)].compactMap(\.self)
    for key in keys where listed.phrase(key) != nil {
      if let number = library.number(of: key) { return .phrase(number) }
    }
    if notice?.isError != true { notice = .selectionGone(title: phrase.title) }
    return .none
  }

  func newSearch() -> (OngoingSearch, PhraseList.Subject) {
    if let message = search.message {
      let run = SuggestionRun(
        message: message, library: library, scope: scope(isLimited: search.isLimited),
        limit: Desk.hitLimit)
      return (.message(run), .message(isPasted: search.pastedMessage != nil))
    }
    let query = Query(search.text, options: options)
    let run = SearchRun(
      query: query, library: library,
      scope: scope(isLimited: query.isEmpty || search.isLimited), prior: listed.prior,
      limit: query.isEmpty ? tree.total : Desk.hitLimit)
    return (.query(run), query.isEmpty ? .category : .query(query))
  }

  /// What a search looks at: the selected category or all, as the chosen department sees it.
  private func scope(isLimited: Bool) -> Scope {
    var scope = isLimited ? tree.selected.scope : .all
    scope.audience = department
    return scope
  }

  /// Looks in all departments for what is not in the chosen one.
  mutating func lookElsewhere() {
    guard department != nil, list.ongoing == nil, list.hits.isEmpty, list.countElsewhere == nil,
      case .query(let query) = list.subject
    else { return }
    var run = SearchRun(
      query: query, library: library, scope: .all, prior: .none, limit: Desk.hitLimit)
    run.rank(within: OngoingSearch.firstBudget)
    list.countElsewhere = run.result.total
  }

  // MARK: - How it is searched

  /// Switches what an action names.
  mutating func switchOption(_ action: Action) -> [Effect] {
    let choice: DeskChoice
    switch action {
    case .switchDoublePinyin:
      let all = DoublePinyin.allCases
      let next = options.doublePinyin.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      options.doublePinyin = all.indices.contains(next) ? all[next] : nil
      notice = .doublePinyin(options.doublePinyin)
      choice = .doublePinyin(options.doublePinyin)
    case .switchFuzzySounds:
      let isOn = options.fuzzySounds.isEmpty
      options.fuzzySounds = isOn ? Set(FuzzySound.allCases) : []
      notice = .fuzzySounds(isOn)
      choice = .fuzzySounds(options.fuzzySounds)
    case .switchTypos:
      options.forgivesTypos.toggle()
      notice = .typos(options.forgivesTypos)
      choice = .typos(options.forgivesTypos)
    default: return []
    }
    find(selecting: selectedPhrase)
    return [.remember(choice)]
  }
}
