import Phrases

/// Filling in a phrase one placeholder after the other.
struct PlainFilling: Sendable {
  /// The line that gives the phrase up: a value may be anything else.
  static let givingUp = "."

  /// The line that fills in a value which may be another customer's: an empty one does not.
  static let takesOffer = "="

  let dispatch: Dispatch
  /// Those that are asked for.
  private let placeholders: [Placeholder]
  /// What was offered, by placeholder.
  private let offers: [String: OfferedValue]
  /// What the placeholders were filled with.
  private(set) var values: [String: String]
  private var position = 0

  /// What is `given` already, and what needs nobody, is not asked for.
  init(
    _ dispatch: Dispatch, offers: [String: OfferedValue], given values: [String: String] = [:],
    at moment: Moment
  ) {
    self.dispatch = dispatch
    let template = dispatch.template
    let missing = Set(dispatch.filling(of: template, with: values, at: moment).unfilled)
    placeholders = template.placeholders.filter { missing.contains($0.name) }
    // What one line to write on was filled with says nothing of another.
    self.offers = offers.filter { !template.namelessBlanks.contains($0.key) }
    self.values = values
  }

  /// How many are asked for.
  var count: Int { placeholders.count }

  private var placeholder: Placeholder? {
    placeholders.indices.contains(position) ? placeholders[position] : nil
  }

  /// The placeholder that is asked for now; nil when all are filled in.
  var name: String? { placeholder?.name }

  /// What is to be chosen from, by number or as it stands; nothing where it is no choice.
  var choice: [String] {
    if case .choice(let options)? = placeholder?.kind { options } else { [] }
  }

  /// What an empty line fills in, or ``takesOffer``: what was given before, or the text's own default.
  var offer: OfferedValue? {
    guard let placeholder else { return nil }
    let offer = offers[placeholder.name]
    guard offer.map(\.isDoubtful) ?? true, case .offered(let text) = placeholder.kind else {
      return offer
    }
    return OfferedValue(text: text)
  }

  /// Takes a value, or the one that is offered.
  ///
  /// - Returns: whether there was one.
  mutating func take(_ line: String) -> Bool {
    guard let name else { return false }
    let text = line.trimmed()
    if let offer, text == PlainFilling.takesOffer || (text.isEmpty && !offer.isDoubtful) {
      values[name] = offer.text
    } else if !SafeText.showsSomething(line) {
      return false
    } else if let number = Int(text), !choice.contains(text), choice.indices.contains(number - 1) {
      values[name] = choice[number - 1]
    } else {
      values[name] = line
    }
    position += 1
    return true
  }
}
