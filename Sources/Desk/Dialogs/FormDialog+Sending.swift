import Phrases

/// What comes of Enter in a form: it goes out, or something stands in the way.
extension FormDialog {
  /// Sends when nothing is left to fill in; moves to what is, otherwise.
  mutating func send(on desk: inout Desk) -> DialogStep {
    takeUpKept(on: desk)
    guard let confirmed = desk.confirm(dispatch) else {
      if !desk.isBehind { follow(desk.newest) }
      if reworded != nil, case .reworded(let title, _) = desk.notice {
        desk.notice = .rewordedUnderEdit(title: title)
      }
      return .stay()
    }
    do throws(Dispatch.Obstacle) {
      try confirmed.check(on: desk.day)
      if !origins.isEmpty {
        // What the text still holds of the phrase as it read before was not typed.
        var before = Dispatch(origins, isAgreed: true)
        (before.isAsIs, before.fillsBlanks) = (dispatch.isAsIs, dispatch.fillsBlanks)
        _ = try before.message(at: .unknown, edited: template, filledWith: values)
      }
      // What stands there is what was read, whatever the clock says by now.
      let message = try confirmed.message(
        at: presets.moment, edited: template, filledWith: values)
      for name in overwritten { desk.conversation.forget(name, as: values[name] ?? "") }
      desk.conversation.keep(
        values.filter { !overwritten.contains($0.key) }, of: confirmed, desk.clock)
      let outgoing = Outgoing(message, of: origins.isEmpty ? dispatch.phrases : origins)
      // Whoever goes back from the choice finds the form as it was.
      if desk.hasTarget { return .close(desk.send(outgoing)) }
      awaitsTarget = true
      return .stay(desk.chooseTarget(for: outgoing))
    } catch {
      switch error {
      case .unfilled(let missing): return goTo(missing, on: &desk)
      case .invalid(let title, let validity, let others):
        desk.conversation.keep(values, of: dispatch, desk.clock)
        desk.open(
          QuestionDialog(
            dispatch, .invalid(title: title, validity, others: others),
            next: .sendEdited(template, values: values)))
        return .stay()
      case .looksUnfilled(let blanks):
        askForBlanks()
        desk.notice = .looksUnfilled(blanks)
        return .stay()
      case .empty, .withdrawn:
        desk.notice = .nothingToSend
        return .close()
      }
    }
  }

  /// Goes on with a phrase of the agent's own that she has kept of this text meanwhile: it reads as she wrote it.
  private mutating func takeUpKept(on desk: Desk) {
    guard dispatch.phrases.count == 1, let phrase = dispatch.phrases.first,
      template != dispatch.template
    else { return }
    let keys = [phrase.key, desk.own.arrangement.version(of: phrase.key)].compactMap(\.self)
    guard
      let kept = keys.compactMap({ desk.newest.phrase($0) }).first(where: {
        $0.level == .personal && $0.text == desk.own.kept[$0.key] && !$0.reads(as: phrase)
      })
    else { return }
    var taken = Dispatch(kept, isAgreed: dispatch.isAgreed)
    (taken.isAsIs, taken.fillsBlanks) = (dispatch.isAsIs, dispatch.fillsBlanks)
    (dispatch, origins, reworded) = (taken, [], nil)
  }

  /// Adds a field for each blank, and goes to the first.
  private mutating func askForBlanks() {
    let before = names
    dispatch.fillsBlanks = true
    fixed = values
    take(template.text)
    focus = names.firstIndex { !before.contains($0) } ?? 0
    editor = nil
  }

  /// Shows phrases as they read by now; where somebody has worked on the text, below it.
  ///
  /// What is gone stays to be read; it does not go out.
  private mutating func follow(_ newest: Arrival) {
    let before = dispatch
    let isEdited = template != before.template
    // Nobody was asked about the days that they are valid on now.
    dispatch = Dispatch(before.phrases.map { newest.phrase($0.key) ?? $0 })
    dispatch.fillsBlanks = before.fillsBlanks
    if isEdited {
      guard dispatch.template.text != before.template.text else { return }
      if origins.isEmpty { origins = before.phrases }
      reworded = RewordedText(dispatch.template.text, from: Dispatch(origins).template.text)
    } else {
      self = FormDialog(
        dispatch, offers: values.mapValues { OfferedValue(text: $0) }, at: presets.moment)
    }
  }

  /// Moves to what is not filled in, and says so where that is not simply the next field.
  private mutating func goTo(_ missing: [String], on desk: inout Desk) -> DialogStep {
    guard let name = missing.first, let field = names.firstIndex(of: name) else { return .stay() }
    if field != focus + 1 { desk.notice = .unfilled(blank: template.standing(name)) }
    moveFocus(by: field - focus)
    return .stay()
  }
}
