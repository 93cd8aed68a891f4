import Phrases

/// Filling in a phrase one placeholder after the other.
struct PlainFilling: Sendable {
  /// The line that gives the phrase up: a value may be anything else.
  static let givingUp = "."

  /// The line that fills in a value which may be another customer's: an empty one does not.
  static let takesOffer = "="

  let dispatch: Dispatch
  private let names: [String]
  /// What was offered, by placeholder.
  private let offers: [String: OfferedValue]
  /// What the placeholders were filled with.
  private(set) var values: [String: String]
  private var position = 0

  /// What is `given` already is not asked for.
  init(_ dispatch: Dispatch, offers: [String: OfferedValue], given values: [String: String] = [:]) {
    self.dispatch = dispatch
    let template = dispatch.template
    names = template.names.filter { values[$0] == nil }
    // What one line to write on was filled with says nothing of another.
    self.offers = offers.filter { !template.namelessBlanks.contains($0.key) }
    self.values = values
  }

  /// The placeholder that is asked for now; nil when all are filled in.
  var name: String? {
    names.indices.contains(position) ? names[position] : nil
  }

  /// What an empty line fills in, or ``takesOffer``.
  var offer: OfferedValue? { name.flatMap { offers[$0] } }

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
    } else {
      values[name] = line
    }
    position += 1
    return true
  }
}
