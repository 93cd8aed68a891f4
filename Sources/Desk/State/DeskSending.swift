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
    guard let phrase = list.meantPhrase(in: library) else {
      notice = .nothingSelected
      return []
    }
    return checkValidity(of: Reply(phrase), then: next)
  }

  mutating func sendNumbered(_ digit: Int?) -> [Effect] {
    guard let digit else { return [] }
    guard isListInSight,
      let phrase = list.select(line: digit - 1, in: library, height: layout.listRows)
    else {
      notice = .noSuchRow
      return []
    }
    return send(only: phrase)
  }

  /// Sends one phrase, whatever others are marked.
  mutating func send(only phrase: Phrase) -> [Effect] {
    checkValidity(of: Reply(phrase), then: .fillAndSend)
  }

  mutating func editBeforeSending() -> [Effect] { prepare(then: .edit) }

  mutating func sendLastAgain() -> [Effect] {
    guard let lastSent = sending.lastSent else {
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
      open(FormDialog(reply, values: sending.values))
      return []
    case .fillAndSend:
      let text = reply.text
      guard Template(text).names.isEmpty else {
        open(FormDialog(reply, values: sending.values))
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
    sending.note(outgoing)
    notice = .sending(title: outgoing.title)
    focus = .search
    search.selectAll()
    return [.deliver(outgoing, to: target.destination)]
  }
}
