import Phrases

/// Filling in a phrase one placeholder after the other.
struct PlainFilling: Sendable {
  /// The line that gives the phrase up: a value may be anything else.
  static let givingUp = "."

  let phrase: Phrase
  let template: Template
  /// What the placeholders of these names were filled with, here or in an earlier phrase.
  private(set) var values: [String: String]
  private var position = 0

  init(_ phrase: Phrase, values: [String: String]) {
    self.phrase = phrase
    template = Template(phrase.text)
    self.values = values
  }

  /// The placeholder that is asked for now; nil when all are filled in.
  var name: String? {
    template.names.indices.contains(position) ? template.names[position] : nil
  }

  /// What an empty line fills in.
  var offered: String? { name.flatMap { values[$0] } }

  /// Takes a value, or for an empty line the one that is offered.
  ///
  /// - Returns: whether there was one.
  mutating func take(_ line: String) -> Bool {
    guard let name else { return false }
    if !line.withoutBlankEnds.isEmpty {
      values[name] = line
    } else if offered == nil {
      return false
    }
    position += 1
    return true
  }

  /// The text as it goes out once every placeholder is filled in.
  var text: String { SafeText.sendable(template.filled(with: values).text) }
}
