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
    if !conversation.marked.isEmpty {
      return proceed(with: Dispatch(conversation.marked), to: next)
    }
    guard let hit = list.meant else {
      if !mustBeDrawn { notice = .nothingSelected }
      return []
    }
    return proceed(with: Dispatch(library.phrase(hit.number)), to: next)
  }

  mutating func sendNumbered(_ digit: Int?) -> [Effect] {
    guard let digit else { return [] }
    if isListInSight, list.hasLostPin(onLine: digit - 1) {
      notice = .own(.pinLost(row: digit))
      return []
    }
    guard isListInSight,
      let hit = list.select(line: digit - 1, height: layout.listRows)
    else {
      if !mustBeDrawn { notice = .noSuchRow }
      return []
    }
    return send(only: library.phrase(hit.number))
  }

  /// Sends one phrase, whatever others are marked.
  mutating func send(only phrase: Phrase) -> [Effect] {
    proceed(with: Dispatch(phrase), to: .send)
  }

  mutating func editBeforeSending() -> [Effect] { prepare(then: .edit) }

  mutating func sendLastAgain() -> [Effect] {
    guard let message = conversation.lastSent else {
      notice = .nothingSentYet
      return []
    }
    return sendAgain(message)
  }

  /// Sends a message to this customer once more, as it went out, if its phrases read as they did then.
  mutating func sendAgain(_ message: SentMessage) -> [Effect] {
    let dispatch = Dispatch(message.phrases)
    if conversation.isDoubtful(message, clock) {
      // What was filled in or written may be another customer's: the form shows it before it goes.
      if !dispatch.template.placeholders.isEmpty { return proceed(with: dispatch, to: .send) }
      if message.outgoing.text != SafeText.sendable(dispatch.template.text) {
        let written = Template(message.outgoing.text).escaped
        open(FormDialog(dispatch, edited: written, values: [:], at: clock.moment))
        notice = .ofAnotherCustomer
        return []
      }
    }
    guard confirm(dispatch) != nil else {
      if case .reworded(let title, let others) = notice {
        notice = .rewordedSince(title: title, others: others)
      }
      return []
    }
    return proceed(with: dispatch, to: .sendAgain(message.outgoing))
  }

  /// Goes on with a message as far as it may go: out, into a form, or to a question.
  mutating func proceed(with dispatch: Dispatch, to next: QuestionDialog.Next) -> [Effect] {
    guard let dispatch = confirm(dispatch) else { return [] }
    do throws(Dispatch.Obstacle) {
      try dispatch.check(on: day)
      switch next {
      case .send:
        return send(Outgoing(try dispatch.message(at: clock.moment), of: dispatch.phrases))
      case .sendAgain(let outgoing): return send(outgoing)
      case .sendEdited(let template, let values):
        let message = try dispatch.message(
          at: clock.moment, edited: template, filledWith: values)
        return send(Outgoing(message, of: dispatch.phrases))
      case .edit: openForm(for: dispatch)
      case .handOver(let handover): return [.handOver(handover)]
      }
    } catch {
      switch error {
      case .invalid(let title, let validity, let others):
        let reason = QuestionDialog.Reason.invalid(title: title, validity, others: others)
        open(QuestionDialog(dispatch, reason, next: next))
      case .looksUnfilled(let blanks):
        open(QuestionDialog(dispatch, .looksUnfilled(blanks), next: next))
      case .unfilled: openForm(for: dispatch)
      case .withdrawn(let title): notice = .withdrawn(title: title, others: 0)
      case .empty: notice = .nothingToSend
      }
    }
    return []
  }

  /// Opens a form with a field for what looks unfilled, in place of what was about to happen.
  mutating func fillIn(_ dispatch: Dispatch, insteadOf next: QuestionDialog.Next) {
    var dispatch = dispatch
    dispatch.fillsBlanks = true
    guard case .sendEdited(let template, let values) = next else {
      return openForm(for: dispatch)
    }
    open(FormDialog(dispatch, edited: template.text, values: values, at: clock.moment))
  }

  private mutating func openForm(for dispatch: Dispatch) {
    open(conversation.form(for: dispatch, patterns, clock))
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
    let isKnown = !outgoing.origins.isEmpty
    conversation.note(
      outgoing, of: isKnown ? outgoing.origins : outgoing.keys.compactMap(newest.phrase), clock)
    own.note(sent: outgoing.keys, on: day, clock, way: "")
    notice = .sending(title: outgoing.title)
    focus = .search
    search.selectAll()
    return [.deliver(outgoing, to: target.destination)]
  }
}
