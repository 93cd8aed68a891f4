import Phrases

extension Action {
  /// The name of its first key, for sentences that tell of it.
  var keyLabel: String { keys.first?.label ?? "" }

  /// The names of its keys, as help and palette list them.
  func keyLabels(_ language: Language) -> [String] {
    Action.keyTable.filter { $0.action == self }
      .flatMap { Action.labels(of: $0.keys, language) }
  }

  /// The keys of one row of the table; `Alt+1 .. Alt+9` where nine labels would say no more.
  static func labels(of keys: [String], _ language: Language = .english) -> [String] {
    let labels = keys.compactMap { Key($0)?.label(language) }
    guard labels.count == 9, let first = labels.first, let last = labels.last else {
      return labels
    }
    return ["\(first) .. \(last)"]
  }
}
