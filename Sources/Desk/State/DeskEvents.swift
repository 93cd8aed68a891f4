import Phrases
import Search

extension Desk {
  /// Takes one event in and says what is to be done about it.
  public mutating func handle(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    let wasVisitingChanges = news.visit != nil
    let searchBefore = search
    let askedFor = notice?.asksForDigit == true ? rowsInSight : nil
    if event.isOfAgent, notice?.isOfMoment == true, !mustBeDrawn { notice = nil }
    switch event {
    case .key(let key, let time, let isFollowed):
      clock.now = time
      effort.press(at: time)
      effects = handle(key, isFollowed: isFollowed)
    case .mouse(let mouse, let time):
      clock.now = time
      effects = handle(mouse, at: time)
    case .paste(let text): paste(text)
    case .resize(let rows, let columns):
      layout = Layout(rows: rows, columns: columns, layout)
    case .day(let day): self.day = day
    case .timeOfDay(let time): clock.timeOfDay = time
    case .isBehind(let isBehind): self.isBehind = isBehind
    case .library(let library, let prior, let origin):
      take(Arrival(library: library, prior: prior, origin: origin), expecting: nil)
    case .partialLibrary(let library, let prior, let origin, let count):
      take(Arrival(library: library, prior: prior, origin: origin), expecting: count)
    case .prior(let prior, let library): take(prior, of: library)
    case .continueSearch: list.advance(height: layout.listRows)
    case .drawn:
      list.noteDrawn()
      mustBeDrawn = false
    case .notice(let notice): take(notice)
    case .sources(let sources):
      take(sources)
      effects = tellDialogs(event)
    case .changes(let marks, let removed): news.take(marks, removed: removed)
    case .recentChanges(let changes): news.take(changes)
    case .contested(let keys): news.contested = keys
    case .arrangement(let arrangement, let originals):
      own.take(arrangement, originals: originals)
    case .ownChange(let change, let hasChanged, let failure):
      take(change, hasChanged: hasChanged, failure: failure)
    case .history(let sends):
      own.take(sends)
      effects = tellDialogs(event)
    case .editedOutside(nil): notice = .notEditedOutside
    case .editedOutside: effects = tellTopDialog(event)
    case .heldDifference, .targets, .putAside, .files: effects = tellDialogs(event)
    case .targetKnown(let target): self.target = target
    case .conversation(let name): conversations.change(to: name)
    case .summoned(let target, let name): effects = summon(sendingTo: target, from: name)
    case .returned: clearForNextChat()
    case .delivered(let delivered): notice = .delivered(delivered)
    case .looked(let attachment, let rows, let columns, let look):
      pictures.take(look, of: .init(attachment: attachment, rows: rows, columns: columns))
    case .handedOver(let delivered):
      notice = .attachment(delivered)
      // It may be another file than the one in sight.
      if delivered.isError { pictures.forget() }
    }
    lookElsewhere()
    settle()
    // The digit meant the rows that stood there when it was asked for.
    if notice?.asksForDigit == true, let askedFor, askedFor != rowsInSight { notice = nil }
    let isPasted = if case .paste = event { true } else { false }
    let givenUp = search.follow(
      from: searchBefore, isPasted: isPasted, hits: list.result.total, effects)
    if let attempt = givenUp {
      own.note(query: attempt.query)
      effects.insert(.noteFruitless(query: attempt.query, hits: attempt.hits), at: 0)
    }
    if wasVisitingChanges, news.unseenCount > 0,
      news.visit == nil || effects.contains(where: \.isEnd)
    {
      effects.insert(.noteSeen, at: 0)
    }
    effects += lookAtAttachment()
    if list.ongoing != nil { effects.append(.continueSearch) }
    return effects
  }

  /// Scrolls the panes so that what is selected is in sight.
  private mutating func settle() {
    layout.showsSlip = !conversation.slip.isEmpty
    // What a search still finds moves nothing until it is finished.
    if list.ongoing == nil {
      let isListShown = focus != .categories && news.visit == nil
      layout.fit(toHits: isListShown ? list.hits.count : nil)
    }
    tree.viewport.settle(count: tree.rows.count, height: layout.categoryRows)
    list.settle(height: layout.listRows)
    fitPicture()
    settleDialogs()
  }

  /// Says something, but not in place of what went wrong: that stays until it is dismissed.
  mutating func take(_ notice: Notice) {
    if notice == .own(.reported) { own.report = nil }
    switch notice {
    case .sentence(_, isError: false), .own: if self.notice?.isError == true { return }
    case _: break
    }
    self.notice = notice
  }

  /// Takes a paste in, or leaves everything as it is where that is longer than a field may be.
  private mutating func paste(_ pasted: String) {
    isInterrupted = false
    if notice?.asksForDigit == true { notice = nil }
    guard dialogs.isEmpty else { return pasteIntoDialog(pasted) }
    guard let text = TextField.fitting(pasted) else {
      notice = .tooLong
      return
    }
    pasteIntoSearch(text)
  }

  private mutating func pasteIntoSearch(_ text: String) {
    effort.paste()
    focus = .search
    let text = text.trimmed()
    guard !text.isEmpty else { return }
    guard search.paste(text) else {
      notice = .tooLong
      return find()
    }
    offerValues(in: text, isMessage: search.pastedMessage != nil)
    find()
  }

  private mutating func handle(_ key: Key, isFollowed: Bool) -> [Effect] {
    let wasInterrupted = isInterrupted
    isInterrupted = false
    // In a dialog nobody looks at rows.
    if dialogs.isEmpty { own.isChanging = false }
    drag = nil
    let action = KeyMap.standard.action(for: key, in: contexts)
    if action == .interrupt { return interrupt(again: wasInterrupted) }
    let answersQuestion = notice == .whichNumber
    let answersPin = notice?.asksForDigit == true && !answersQuestion
    // What went wrong stays until it is dismissed or another phrase goes out.
    if notice?.isError != true || key == Key(.escape) { notice = nil }
    if let effects = performAnywhere(action) { return effects }
    if layout.shape == .tooSmall {
      if KeyMap.standard.action(for: key, in: [.outsideText]) == .suspend { return [.suspend] }
      // Nothing is drawn, and what is not seen is not sent. Letters are kept for the search.
      if dialogs.isEmpty, action == nil { type(key) }
      return []
    }
    guard dialogs.isEmpty else { return handleInDialog(key, action) }
    if answersPin, !isFollowed, let effects = answerPin(key, action) { return effects }
    if answersQuestion || answersPin {
      // Nobody answers with several keys at once: none of them sends.
      if isFollowed {
        mustBeDrawn = true
      } else if answersQuestion, let digit = key.digit, key.modifiers.isEmpty {
        return sendNumbered(digit)
      }
      // It answers the question, and sends nothing.
      if action == .send || action == .back { return [] }
    }
    if let action {
      return perform(action, digit: key.digit)
    }
    type(key)
    return []
  }

  /// Takes an action that means the same wherever the desk stands, in a dialog and unseen too.
  ///
  /// Nil for any other.
  private mutating func performAnywhere(_ action: Action?) -> [Effect]? {
    switch action {
    case .suspend, .redraw, .quit: return action.map { perform($0, digit: nil) }
    case .focusSearch:
      // The next search does not wait for a dialog.
      leaveDialogs()
      reachForSearch()
      return []
    case _: return nil
    }
  }

  /// Edits the query: typing is searching, wherever the focus is.
  private mutating func type(_ key: Key) {
    guard focus == .search || key.isText else { return }
    focus = .search
    if search.edit(key) {
      find()
    } else if search.cannotUndo(key) {
      notice = .nothingToUndo
    }
  }

  /// The keys of the rows that digits mean.
  private var rowsInSight: [PhraseKey] {
    guard dialogs.isEmpty, isListInSight else { return [] }
    let rows = list.viewport.visible(count: list.hits.count, height: layout.listRows)
    return list.hits[rows].map { library.phrase($0.number).key }
  }

  /// Where the desk stands, the narrowest first.
  private var contexts: [KeyContext] {
    if let dialog { return dialog.contexts }
    return focus == .search ? [.anywhere] : [.outsideText, .anywhere]
  }

  /// The second Ctrl+C in a row quits; whatever comes between them starts anew.
  private mutating func interrupt(again: Bool) -> [Effect] {
    if purpose == .pick { return [.finish(.cancelled)] }
    if again { return [.finish(.quit)] }
    isInterrupted = true
    notice = .againToQuit
    return []
  }
}

extension Event {
  /// Whether the agent did it, who by that goes on from what was said last.
  fileprivate var isOfAgent: Bool {
    switch self {
    case .key, .paste, .summoned: true
    case .mouse(let mouse, _): mouse.kind == .click
    default: false
    }
  }
}

extension Key {
  /// The digit of the key, whatever is held down with it.
  var digit: Int? {
    guard case .character(let scalar) = code, ("1"..."9").contains(scalar) else { return nil }
    return Int(scalar.value) - 0x30
  }
}
