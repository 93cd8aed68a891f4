import Phrases

/// What stands in the fields of a form without anybody's doing: the agent's own values, the defaults of
/// the text, and what the clock says.
struct FormPresets: Equatable, Sendable {
  private var texts: [String: String] = [:]
  /// The names that nobody has to look at: they are filled in where there is no form, too.
  private var settled: Set<String> = []
  /// What the clock said when it was looked at last.
  private(set) var moment: Moment

  init(_ dispatch: Dispatch, _ placeholders: [Placeholder], at moment: Moment) {
    self.moment = moment
    add(placeholders, of: dispatch)
  }

  subscript(name: String) -> String? { texts[name] }

  func isSettled(_ name: String) -> Bool { settled.contains(name) }

  /// Takes up placeholders that were typed into the text.
  mutating func add(_ placeholders: [Placeholder], of dispatch: Dispatch) {
    for placeholder in placeholders where texts[placeholder.name] == nil {
      let name = placeholder.name
      if placeholder.isComputed {
        texts[name] = placeholder.initialValue(at: moment)
        if texts[name] != nil { settled.insert(name) }
      } else if let value = dispatch.standing[name], SafeText.showsSomething(value),
        Template(value).placeholders.isEmpty
      {
        texts[name] = value
        settled.insert(name)
      } else {
        texts[name] = placeholder.initialValue(at: moment)
      }
    }
  }

  /// Looks at the clock again.
  ///
  /// - Returns: what those of these names said before that it moved on from.
  mutating func follow(_ moment: Moment, _ placeholders: [Placeholder]) -> [String: String] {
    guard moment != self.moment else { return [:] }
    self.moment = moment
    var before: [String: String] = [:]
    for placeholder in placeholders where placeholder.isComputed {
      let text = placeholder.initialValue(at: moment)
      guard text != texts[placeholder.name] else { continue }
      before[placeholder.name] = texts[placeholder.name] ?? ""
      texts[placeholder.name] = text
    }
    return before
  }
}
