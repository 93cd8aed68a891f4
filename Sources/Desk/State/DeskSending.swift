import Phrases
import Search

extension Desk {
  mutating func enter() -> [Effect] {
    if focus == .categories {
      focus = .list
      return []
    }
    return prepare(then: .fillAndSend)
  }

  /// Goes on with what Enter means: the marked phrases, or else the selected one.
  private mutating func prepare(then next: QuestionDialog.Next) -> [Effect] {
    if hasMarks {
      guard let reply = markedReply() else { return [] }
      return checkValidity(of: reply, then: next)
    }
    guard let phrase = meantPhrase else {
      notice = .nothingSelected
      return []
    }
    return checkValidity(of: Reply(phrase), then: next)
  }

  /// The selected phrase of the list as it was last drawn.
  ///
  /// A phrase that was taken back since is not meant any more; one that reads otherwise now is sent
  /// as it was drawn, for those are the words that the agent chose.
  var meantPhrase: Phrase? {
    guard let seen else { return selectedPhrase }
    return seen.selected.flatMap { library.number(of: $0.key) == nil ? nil : $0 }
  }

  /// Selects the phrase that stood on that line, from 0, when the list was last drawn.
  ///
  /// Nil, and nothing changed, where none did or it is gone.
  mutating func select(line: Int) -> Phrase? {
    guard let seen else {
      return list.select(line: line, height: layout.listRows) ? selectedPhrase : nil
    }
    guard seen.inSight.indices.contains(line),
      let number = library.number(of: seen.inSight[line].key)
    else { return nil }
    _ = list.select(number)
    awaited = nil
    return seen.inSight[line]
  }

  mutating func sendNumbered(_ digit: Int?) -> [Effect] {
    guard let digit else { return [] }
    guard isListInSight, let phrase = select(line: digit - 1) else {
      notice = .noSuchRow
      return []
    }
    previewTop = nil
    return send(only: phrase)
  }

  /// Sends one phrase, whatever others are marked.
  mutating func send(only phrase: Phrase) -> [Effect] {
    checkValidity(of: Reply(phrase), then: .fillAndSend)
  }

  /// The categories may cover the list, and what is not seen is not sent.
  var isListInSight: Bool { layout.shape == .wide || focus != .categories }

  mutating func editBeforeSending() -> [Effect] { prepare(then: .edit) }

  mutating func sendLastAgain() -> [Effect] {
    guard let lastSent else {
      notice = .nothingSentYet
      return []
    }
    let phrases = lastSent.keys.compactMap { library.number(of: $0) }.map { library.phrase($0) }
    return checkValidity(of: Reply(phrases), then: .send(lastSent))
  }

  /// Goes on with what is valid today; asks about anything else.
  private mutating func checkValidity(of reply: Reply, then next: QuestionDialog.Next) -> [Effect] {
    if let question = QuestionDialog(reply, on: day, next: next) {
      open(question)
      return []
    }
    return proceed(with: reply, to: next)
  }

  mutating func proceed(with reply: Reply, to next: QuestionDialog.Next) -> [Effect] {
    switch next {
    case .send(let outgoing): return send(outgoing)
    case .edit:
      open(FormDialog(reply, values: values))
      return []
    case .fillAndSend:
      let text = reply.text
      guard Template(text).names.isEmpty else {
        open(FormDialog(reply, values: values))
        return []
      }
      return send(Outgoing(reply, text: SafeText.sendable(text)))
    }
  }

  /// Whether it is known where a phrase goes.
  var hasTarget: Bool { target.isKnown || purpose == .pick }

  /// Hands a finished text over, and readies the search box for the next chat.
  mutating func send(_ outgoing: Outgoing) -> [Effect] {
    guard !outgoing.text.isEmpty else {
      notice = .nothingToSend
      return []
    }
    guard hasTarget else { return chooseTarget(for: outgoing) }
    dialogs.removeAll()
    var outgoing = outgoing
    outgoing.effort = effort.stop()
    if purpose == .pick { return [.finish(.picked(outgoing))] }
    lastSent = outgoing
    marked.removeAll { outgoing.keys.contains($0.key) }
    notice = .sending(title: outgoing.title)
    focus = .search
    search.selectAll()
    return [.deliver(outgoing, to: target.destination)]
  }
}
