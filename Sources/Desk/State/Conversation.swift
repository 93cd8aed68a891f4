import Phrases
import Search

/// What belongs to the chat with one customer, and is never seen in another: the marks, what
/// placeholders were filled with, a form that was left, and what went out last.
struct Conversation: Equatable, Sendable {
  /// Whether something tells this chat from others; without that the next customer is the same one.
  let isNamed: Bool
  /// What Enter sends as one message, in the order of marking; none: it sends what is selected.
  ///
  /// Each as it read when it was marked.
  private(set) var marked: [Phrase] = []
  private var values: [String: GivenValue] = [:]
  /// The form that was left last with something in it.
  private var form: LeftForm?
  private(set) var lastSent: Outgoing?
  /// What ``lastSent`` was made of, as it read then.
  private(set) var lastPhrases: [Phrase] = []

  private struct LeftForm: Equatable, Sendable {
    var form: FormDialog
    var left: Milliseconds
    /// Whether it was open when the agent went to another chat.
    var isOpen: Bool
  }

  init(isNamed: Bool = false) { self.isNamed = isNamed }

  // MARK: - Marks

  /// Marks a phrase, or takes its mark away.
  ///
  /// - Returns: what there is to say.
  mutating func toggleMark(of phrase: Phrase) -> Notice {
    if let index = marked.firstIndex(where: { $0.key == phrase.key }) {
      marked.remove(at: index)
      return marked.isEmpty ? .unmarkedAll : .unmarked(left: marked.count)
    }
    marked.append(phrase)
    return .marked(marked.count)
  }

  mutating func clearMarks() -> Notice {
    defer { marked = [] }
    return marked.isEmpty ? .nothingMarked : .unmarkedAll
  }

  /// Takes away the marks of what is on its way.
  mutating func unmark(_ keys: [PhraseKey]) { marked.removeAll { keys.contains($0.key) } }

  /// The number of a phrase in the message, from 1; nil where it is not marked.
  func markNumber(of key: PhraseKey) -> Int? {
    marked.firstIndex { $0.key == key }.map { $0 + 1 }
  }

  /// Takes marked phrases of these keys as they read by now, and the marks of those that are gone.
  mutating func followMarks(of keys: [PhraseKey], in phrases: Arrival) {
    marked = marked.compactMap { keys.contains($0.key) ? phrases.phrase($0.key) : $0 }
  }

  // MARK: - What is filled in

  /// What forms offer where placeholders have these names.
  func offers(_ clock: DeskClock) -> [String: OfferedValue] {
    values.mapValues { value in
      OfferedValue(
        text: value.text,
        isDoubtful: isDoubtful(since: value.given, clock) || (!isNamed && value.isPassedOver),
        timeOfDay: value.timeOfDay)
    }
  }

  /// Offers these values again where placeholders have their names.
  ///
  /// What nobody gave, as a default and what the clock says, is none of this customer's.
  mutating func keep(_ values: [String: String], of dispatch: Dispatch, _ clock: DeskClock) {
    var values = values
    for placeholder in dispatch.template.placeholders {
      let name = placeholder.name
      let isOwn = placeholder.kind == values[name].map { .offered(default: $0) }
      if placeholder.isComputed || isOwn || values[name] == dispatch.standing[name] {
        values[name] = nil
      }
    }
    for (name, text) in values {
      self.values[name] = GivenValue(text: text, given: clock.now, timeOfDay: clock.timeOfDay)
    }
  }

  /// Keeps a form that is left without sending, and what was typed into it.
  mutating func leave(_ form: FormDialog, _ clock: DeskClock, isOpen: Bool) {
    keep(form.values, of: form.dispatch, clock)
    self.form = LeftForm(form: form, left: clock.now, isOpen: isOpen)
  }

  /// A form for a message: the one that was left, if it was for the same, or a new one.
  mutating func form(for dispatch: Dispatch, _ clock: DeskClock) -> FormDialog {
    if let left = form, left.form.isFor(dispatch), !isDoubtful(since: left.left, clock) {
      form = nil
      return left.form.followed(clock.moment)
    }
    return FormDialog(dispatch, offers: offers(clock), at: clock.moment)
  }

  /// The form that was open when the agent left for another chat; nil where none was.
  mutating func reopenedForm(_ clock: DeskClock) -> FormDialog? {
    guard let left = form, left.isOpen else { return nil }
    form = nil
    return left.form.followed(clock.moment)
  }

  private func isDoubtful(since time: Milliseconds, _ clock: DeskClock) -> Bool {
    !isNamed && clock.now > time + GivenValue.lifetime
  }

  // MARK: - What went out

  /// A message is on its way: its marks have done what they were for.
  mutating func note(_ outgoing: Outgoing, of phrases: [Phrase]) {
    lastSent = outgoing
    lastPhrases = phrases
    unmark(outgoing.keys)
    if !isNamed || form?.form.dispatch.keys == outgoing.keys { form = nil }
    var dispatch = Dispatch(phrases)
    dispatch.fillsBlanks = true
    let names = dispatch.template.names
    for name in values.keys where !names.contains(name) { values[name]?.isPassedOver = true }
  }
}
