/// What is about to go out, one phrase or several as one message, and the one rule of whether it may.
///
/// The desk, the plain desk and `send` ask it the same question and differ only in what they do with
/// the answer: ask the agent, open a form, or end with a sentence.
///
/// ```swift
/// do throws(Dispatch.Obstacle) {
///   let message = try Dispatch(phrase).message(at: moment, filledWith: values)
///   send(message.text)
/// } catch {
///   print(error)
/// }
/// ```
public struct Dispatch: Equatable, Sendable {
  /// In the order in which they stand in the message.
  public let phrases: [Phrase]
  /// Whether it may go out although a phrase is not valid on the day: somebody said yes to that.
  public var isAgreed: Bool
  /// Whether it may go out with what looks unfilled in it: somebody said yes to that.
  public var isAsIs = false
  /// Whether what looks unfilled is to be filled in as placeholders are.
  public var fillsBlanks = false

  /// What placeholders of these names are filled with where nothing else is given.
  ///
  /// Besides the date and the time, which are not among them, these alone go out without anybody having
  /// seen them in a form.
  public var standing: [String: String] = [:]

  /// Whether a default goes out that nobody has seen, as scripts have it.
  public var takesDefaults = false

  /// Phrases that a newer list withdraws or rewords, which waits: they are asked about.
  public var contested: Set<PhraseKey> = []

  /// One phrase.
  public init(_ phrase: Phrase, isAgreed: Bool = false) {
    self.init([phrase], isAgreed: isAgreed)
  }

  /// Several as one message, in this order.
  public init(_ phrases: [Phrase], isAgreed: Bool = false) {
    self.phrases = phrases
    self.isAgreed = isAgreed
  }

  /// The phrases it is made of: each of them counts as sent.
  public var keys: [PhraseKey] { phrases.map(\.key) }

  /// The title, or all titles, as dialogs and the status line name what is sent.
  public var title: String { phrases.map(\.title).joined(separator: " + ") }

  /// The text with its placeholders: the phrase's own, or those of all with one blank line between.
  ///
  /// What would leave no trace, or a second blank line, is taken off the parts before they are
  /// joined; the whole is sanitised once more when it is sent, with what was filled in.
  public var template: Template { template(of: text) }

  private var text: String {
    if phrases.count == 1 { return phrases[0].text }
    let parts = phrases.map { SafeText.sendable($0.text).drop(while: \.isNewline) }
    return parts.filter { SafeText.showsSomething(String($0)) }.joined(separator: "\n\n")
  }

  /// The template of a text that somebody made of the phrases' own.
  public func template(of text: String) -> Template {
    fillsBlanks ? Template(text, filling: blanks(in: text)) : Template(text)
  }

  /// Whether one of these names what looks unfilled.
  public func hasBlank(namedIn names: some Collection<String>) -> Bool {
    Blank.all(in: text).contains { names.contains($0.name) }
  }

  /// What looks unfilled in such a text, of what the phrases themselves hold: brackets that somebody
  /// typed were meant.
  private func blanks(in text: String) -> [Blank] {
    let blanks = Blank.all(in: text)
    let ownText = self.text
    guard !blanks.isEmpty, text != ownText else { return blanks }
    let own = Set(Blank.all(in: ownText).map(\.text))
    return blanks.filter { own.contains($0.text) }
  }

  /// What goes out: sanitised, filled in, and with something in it.
  public struct Message: Equatable, Sendable {
    public let keys: [PhraseKey]
    public let title: String
    /// Sent byte for byte.
    public let text: String
  }

  /// Why it may not go out, or not yet.
  public enum Obstacle: Error, Hashable, Sendable {
    /// A phrase of it is not among those in use any more.
    case withdrawn(title: String)
    /// A phrase, and so many others, are not valid on the day, or contested; it goes out once that is agreed to.
    case invalid(title: String, Validity, others: Int)
    /// Placeholders, in their order, that nothing was given for.
    case unfilled([String])
    /// What looks as if it had to be filled in; it goes out once that is agreed to.
    case looksUnfilled([Blank])
    /// Nothing to see is left of the text once it is sanitised.
    case empty
  }

  /// Checks the phrases themselves: that they are in use, and valid on a day, if that is known.
  ///
  /// - Throws: ``Obstacle/withdrawn(title:)`` or ``Obstacle/invalid(title:_:others:)``.
  public func check(
    on day: Day?, isInUse: (PhraseKey) -> Bool = { _ in true }
  ) throws(Obstacle) {
    if let gone = phrases.first(where: { !isInUse($0.key) }) { throw .withdrawn(title: gone.title) }
    guard !isAgreed else { return }
    let invalid = phrases.map { (title: $0.title, validity: validity(of: $0, on: day)) }
      .filter { $0.validity != .valid }
    guard let first = invalid.first else { return }
    throw .invalid(title: first.title, first.validity, others: invalid.count - 1)
  }

  private func validity(of phrase: Phrase, on day: Day?) -> Validity {
    contested.contains(phrase.key) ? .contested : day.map { phrase.validity(on: $0) } ?? .valid
  }

  /// The message, checked and filled in; `edited` is the text in place of the phrases' own where
  /// somebody has worked on it.
  ///
  /// - Throws: ``Obstacle``, the first that applies in the order of its cases.
  public func message(
    at moment: Moment, edited: Template? = nil, filledWith values: [String: String] = [:],
    isInUse: (PhraseKey) -> Bool = { _ in true }
  ) throws(Obstacle) -> Message {
    try check(on: moment.day, isInUse: isInUse)
    let template = edited ?? self.template
    let filling = filling(of: template, with: values, at: moment)
    let unfilled = filling.unfilled.filter { !isAsIs || !template.blankNames.contains($0) }
    guard unfilled.isEmpty else { throw .unfilled(unfilled) }
    if !isAsIs {
      let blanks = blanks(in: template.text).filter { !fillsBlanks || !$0.isFillable }
      guard blanks.isEmpty else { throw .looksUnfilled(blanks) }
    }
    let text = SafeText.sendable(filling.text)
    guard SafeText.showsSomething(text) else { throw .empty }
    return Message(keys: keys, title: title, text: text)
  }

  /// A template of this message with what fills it in: these values, and those that nobody has to give.
  public func filling(
    of template: Template, with values: [String: String], at moment: Moment
  ) -> Template.Filling {
    template.filled(with: completed(values, for: template), at: moment)
  }

  /// The values with those that nobody has to give.
  private func completed(
    _ values: [String: String], for template: Template
  ) -> [String: String] {
    var values = values
    for placeholder in template.placeholders where !placeholder.isComputed {
      let name = placeholder.name
      guard !SafeText.showsSomething(values[name] ?? "") else { continue }
      // What holds a placeholder itself would go out unfilled: that is asked for.
      if let value = standing[name], SafeText.showsSomething(value),
        Template(value).placeholders.isEmpty
      {
        values[name] = value
      } else if takesDefaults, case .offered(let text) = placeholder.kind {
        values[name] = text
      }
    }
    return values
  }
}
