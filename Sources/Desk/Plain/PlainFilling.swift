import Phrases

/// Filling in a phrase one placeholder after the other.
struct PlainFilling: Sendable {
  /// The line that gives the phrase up: a value may be anything else.
  static let givingUp = "."

  /// Its phrase is valid, or somebody said yes to that.
  let dispatch: Dispatch
  private let names: [String]
  /// What the placeholders of these names were filled with, here or in an earlier phrase.
  private(set) var values: [String: String]
  private var position = 0

  init(_ dispatch: Dispatch, values: [String: String]) {
    self.dispatch = Dispatch(dispatch.phrases, isAgreed: true)
    names = dispatch.template.names
    self.values = values
  }

  /// The placeholder that is asked for now; nil when all are filled in.
  var name: String? {
    names.indices.contains(position) ? names[position] : nil
  }

  /// What an empty line fills in.
  var offered: String? { name.flatMap { values[$0] } }

  /// Takes a value, or for an empty line the one that is offered.
  ///
  /// - Returns: whether there was one.
  mutating func take(_ line: String) -> Bool {
    guard let name else { return false }
    if !line.trimmed().isEmpty {
      values[name] = line
    } else if offered == nil {
      return false
    }
    position += 1
    return true
  }
}
