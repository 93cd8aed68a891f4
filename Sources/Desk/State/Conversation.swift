import Phrases
import Search

/// What belongs to the chat with one customer, and is never seen in another: the marks, what
/// placeholders were filled with, a form that was left, and what went out last.
struct Conversation: Equatable, Sendable {
  /// Tells it from every other of this desk.
  let id: Int
  /// Whether something tells this chat from others; without that the next customer is the same one.
  let isNamed: Bool
  /// What Enter sends as one message, in the order of marking; none: it sends what is selected.
  ///
  /// Each as it read when it was marked.
  private(set) var marked: [Phrase] = []
  private(set) var slip = Slip()
  /// Forms that were left with something in them, the last one last.
  private var forms: [LeftForm] = []
  /// What went out, the last one first: as it went out, and made of what.
  private(set) var sent: [SentMessage] = []
  /// A phrase of hers that was being made of this customer's text when the agent left it.
  var draft: PhraseDialog?

  private struct LeftForm: Equatable, Sendable {
    var form: FormDialog
    /// When it was left, as a value that was given then.
    var stamp: GivenValue
    /// Whether it was open when the agent went to another chat.
    var isOpen: Bool
    /// Whether something was sent since where nothing tells one customer from the next: it is shown in the
    /// history, and opens by itself no more.
    var isPast = false
  }

  /// How many forms that were left are kept.
  private static let formLimit = 20

  /// How many messages are kept to be sent again.
  static let sentLimit = 50

  init(isNamed: Bool = false, id: Int = 0) {
    self.isNamed = isNamed
    self.id = id
  }

  var lastSent: SentMessage? { sent.first }

  /// Whether there is nothing in it that could be wanted back.
  var isEmpty: Bool { !isBegun && sent.isEmpty }

  /// Whether something is begun in it that is to be finished yet.
  var isBegun: Bool { !marked.isEmpty || !slip.isEmpty || !forms.isEmpty || draft != nil }

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

  /// What a form offers for fields of these names.
  func offers(
    for names: [String], _ patterns: [ValuePattern], _ clock: DeskClock
  ) -> [String: OfferedValue] {
    var offers: [String: OfferedValue] = [:]
    for name in names {
      guard let value = patterns.value(for: name, among: slip.values) else { continue }
      offers[name] = OfferedValue(
        text: value.text, isDoubtful: isDoubtful(value, clock), timeOfDay: value.timeOfDay)
    }
    return offers
  }

  /// Offers these values again where placeholders have their names.
  ///
  /// What nobody gave, as a default and what the clock says, is none of this customer's, and what one line
  /// to write on was filled with says nothing of another.
  mutating func keep(_ values: [String: String], of dispatch: Dispatch, _ clock: DeskClock) {
    let template = dispatch.template
    var values = values.filter { !template.namelessBlanks.contains($0.key) }
    for placeholder in template.placeholders {
      let name = placeholder.name
      guard let value = values[name] else { continue }
      if !placeholder.isComputed, placeholder.kind != .offered(default: value),
        value != dispatch.standing[name]
      {
        slip.keep(value, for: name, clock)
      }
      values[name] = nil
    }
    // Those of fields that were written into the text.
    for (name, text) in values.sorted(by: { $0.key < $1.key }) { slip.keep(text, for: name, clock) }
  }

  /// Whether a message that went out may have been another customer's.
  func isDoubtful(_ message: SentMessage, _ clock: DeskClock) -> Bool {
    isDoubtful(message.stamp, clock)
  }

  func isDoubtful(_ value: GivenValue, _ clock: DeskClock) -> Bool {
    !isNamed && slip.isDoubtful(value, clock)
  }

  mutating func offer(_ found: [FoundValue], isMessage: Bool) {
    slip.offer(found, isMessage: isMessage)
  }

  mutating func forget(_ name: String) -> Bool { slip.forget(name) }

  /// Forgets a value that was corrected in the text it stood in.
  mutating func forget(_ name: String, as text: String) {
    if slip.values.contains(where: { $0.name == name && $0.value.text == text }) {
      _ = slip.forget(name)
    }
  }

  mutating func takeOffers(_ patterns: [ValuePattern], _ clock: DeskClock) {
    slip.takeOffers(patterns, clock)
  }

  /// Keeps a form that is left without sending, and what was typed into it, but not in place of what was given:
  /// this may have been a slip of the finger.
  mutating func leave(_ form: FormDialog, _ clock: DeskClock, isOpen: Bool) {
    let given = Set(slip.values.map(\.name))
    keep(form.values.filter { !given.contains($0.key) }, of: form.dispatch, clock)
    guard isOpen || form.isEdited || !form.values.isEmpty else { return }
    // One that may be another customer's stays for the history.
    forms = forms.filter {
      $0.form.dispatch.keys != form.dispatch.keys || $0.isPast || isDoubtful($0.stamp, clock)
    }
    forms.append(LeftForm(form: form, stamp: slip.stamp("", clock), isOpen: isOpen))
    if forms.count > Conversation.formLimit { forms.removeFirst() }
  }

  /// A form for a message: the one that was left, if it was for the same, or a new one.
  mutating func form(
    for dispatch: Dispatch, _ patterns: [ValuePattern], _ clock: DeskClock
  ) -> FormDialog {
    // What somebody has written goes on also where the phrase reads otherwise by now: the form shows that.
    let left = takeLeftForm(clock) { left in
      left.form.isFor(dispatch) || left.form.isEdited && left.form.dispatch.keys == dispatch.keys
    }
    if let left { return left }
    // What a blank of such a name was filled with is not what the clock says.
    let names = dispatch.template.placeholders.filter { !$0.isComputed }.map(\.name)
    return FormDialog(dispatch, offers: offers(for: names, patterns, clock), at: clock.moment)
  }

  /// The form that was open when the agent left for another chat; nil where none was.
  mutating func reopenedForm(_ clock: DeskClock) -> FormDialog? {
    takeLeftForm(clock, if: \.isOpen)
  }

  /// A form that was left, unless what stands in it may be another customer's by now: that is kept for the history.
  private mutating func takeLeftForm(
    _ clock: DeskClock, if isWanted: (LeftForm) -> Bool
  ) -> FormDialog? {
    guard let index = forms.lastIndex(where: isWanted), !forms[index].isPast,
      !isDoubtful(forms[index].stamp, clock)
    else { return nil }
    return forms.remove(at: index).form.followed(clock.moment)
  }

  /// The forms that were left, with what stands in them, the last one first.
  var leftForms: [FormDialog] { forms.reversed().map(\.form) }

  /// Takes one of those back, as the agent asks for it.
  mutating func takeBack(_ form: FormDialog) -> Bool {
    guard let index = forms.lastIndex(where: { $0.form == form }) else { return false }
    forms.remove(at: index)
    return true
  }

  /// The first field of the form that was open when the agent left for another chat.
  var openFormField: String? {
    forms.last { $0.isOpen }.map { $0.form.names.first ?? "" }
  }

  // MARK: - What went out

  /// A message is on its way: its marks have done what they were for.
  mutating func note(_ outgoing: Outgoing, of phrases: [Phrase], _ clock: DeskClock) {
    sent.insert(
      SentMessage(outgoing, of: phrases, slip.stamp("", clock)), at: 0)
    if sent.count > Conversation.sentLimit { sent.removeLast() }
    unmark(outgoing.keys)
    forms.removeAll { $0.form.dispatch.keys == outgoing.keys }
    if !isNamed { for index in forms.indices { forms[index].isPast = true } }
    slip.noteSend(clock)
  }
}
