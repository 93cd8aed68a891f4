import Phrases
import Search

extension Desk {
  mutating func enter() -> [Effect] {
    if focus == .categories {
      focus = .list
      return []
    }
    return prepare(then: .send)
  }

  /// Goes on with what Enter means: the marked phrases, or else the selected one.
  private mutating func prepare(then next: QuestionDialog.Next) -> [Effect] {
    if hasMarks { return markedMessage().map { proceed(with: $0, to: next) } ?? [] }
    guard let phrase = list.meantPhrase(in: library) else {
      notice = .nothingSelected
      return []
    }
    return proceed(with: Dispatch(phrase), to: next)
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
    proceed(with: Dispatch(phrase), to: .send)
  }

  mutating func editBeforeSending() -> [Effect] { prepare(then: .edit) }

  mutating func sendLastAgain() -> [Effect] {
    guard let lastSent = sending.lastSent else {
      notice = .nothingSentYet
      return []
    }
    let phrases = lastSent.keys.compactMap { library.number(of: $0) }.map { library.phrase($0) }
    return proceed(with: Dispatch(phrases), to: .sendAgain(lastSent))
  }

  /// Goes on with a message as far as it may go: out, into a form, or to a question.
  mutating func proceed(with dispatch: Dispatch, to next: QuestionDialog.Next) -> [Effect] {
    do throws(Dispatch.Obstacle) {
      try dispatch.check(on: day)
      switch next {
      case .send: return send(Outgoing(try dispatch.message(on: day)))
      case .sendAgain(let outgoing): return send(outgoing)
      case .edit: open(FormDialog(dispatch, values: sending.values))
      }
    } catch {
      switch error {
      case .invalid(let title, let validity, let others):
        open(QuestionDialog(dispatch, title: title, validity, others: others, next: next))
      case .unfilled: open(FormDialog(dispatch, values: sending.values))
      case .withdrawn(let title): notice = .markGone(title: title, others: 0)
      case .empty: notice = .nothingToSend
      }
    }
    return []
  }

  /// Whether it is known where a phrase goes.
  var hasTarget: Bool { target.isKnown || purpose == .pick }

  /// Hands a finished text over, and readies the search box for the next chat.
  mutating func send(_ outgoing: Outgoing) -> [Effect] {
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
