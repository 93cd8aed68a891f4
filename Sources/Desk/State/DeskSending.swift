import Phrases
import Search

extension Desk {
  mutating func enter() -> [Effect] {
    if focus == .categories {
      focus = .list
      return []
    }
    return sendSelected()
  }

  private mutating func sendSelected() -> [Effect] {
    guard let phrase = meantPhrase else { return sayNothingSelected() }
    return checkValidity(of: phrase, then: .fillAndSend)
  }

  /// The selected phrase of the list as it was last drawn.
  ///
  /// A phrase that was taken back since is not meant any more; one that reads otherwise now is sent
  /// as it was drawn, for those are the words that the agent chose.
  private var meantPhrase: Phrase? {
    guard let seen else { return selectedPhrase }
    return seen.selected.flatMap { library.number(of: $0.key) == nil ? nil : $0 }
  }

  /// Selects the phrase that had this digit when the list was last drawn.
  private mutating func select(numbered digit: Int) -> Phrase? {
    guard let seen else {
      return list.select(numbered: digit, height: layout.listRows) ? selectedPhrase : nil
    }
    guard seen.numbered.indices.contains(digit - 1),
      let number = library.number(of: seen.numbered[digit - 1].key)
    else { return nil }
    _ = list.select(number)
    awaited = nil
    return seen.numbered[digit - 1]
  }

  mutating func sendNumbered(_ digit: Int?) -> [Effect] {
    guard let digit else { return [] }
    // The categories may cover the list, and what is not seen is not sent.
    let isListDrawn = layout.shape == .wide || focus != .categories
    guard isListDrawn, let phrase = select(numbered: digit) else {
      notice = .noSuchRow
      return []
    }
    previewTop = nil
    return checkValidity(of: phrase, then: .fillAndSend)
  }

  mutating func editSelected() -> [Effect] {
    guard let phrase = meantPhrase else { return sayNothingSelected() }
    return checkValidity(of: phrase, then: .edit)
  }

  mutating func sendLastAgain() -> [Effect] {
    guard let lastSent else {
      notice = .nothingSentYet
      return []
    }
    guard let number = library.number(of: lastSent.key) else { return send(lastSent) }
    return checkValidity(of: library.phrase(number), then: .send(lastSent))
  }

  private mutating func sayNothingSelected() -> [Effect] {
    notice = .nothingSelected
    return []
  }

  /// Goes on with a phrase that is valid today; asks about any other.
  private mutating func checkValidity(of phrase: Phrase, then next: QuestionDialog.Next)
    -> [Effect]
  {
    let validity = day.map { phrase.validity(on: $0) } ?? .valid
    guard validity == .valid else {
      dialog = .question(QuestionDialog(phrase: phrase, validity: validity, next: next))
      return []
    }
    return proceed(with: phrase, to: next)
  }

  mutating func proceed(with phrase: Phrase, to next: QuestionDialog.Next) -> [Effect] {
    switch next {
    case .send(let outgoing): return send(outgoing)
    case .edit:
      dialog = .form(FormDialog(phrase, values: values))
      return []
    case .fillAndSend:
      guard Template(phrase.text).names.isEmpty else {
        dialog = .form(FormDialog(phrase, values: values))
        return []
      }
      let text = SafeText.sendable(phrase.text)
      return send(Outgoing(key: phrase.key, title: phrase.title, text: text))
    }
  }

  /// Hands a finished text over, and readies the search box for the next chat.
  mutating func send(_ outgoing: Outgoing) -> [Effect] {
    guard !outgoing.text.isEmpty else {
      notice = .nothingToSend
      return []
    }
    guard target.isKnown || purpose == .pick else { return chooseTarget(for: outgoing) }
    var outgoing = outgoing
    outgoing.effort = effort.stop()
    if purpose == .pick { return [.finish(.picked(outgoing))] }
    lastSent = outgoing
    notice = .sending(title: outgoing.title)
    focus = .search
    search.selectAll()
    return [.deliver(outgoing, to: target.destination)]
  }
}
