/// What a file's placeholders say besides their names: one note for all, since older lists have such names.
struct SaidPlaceholders {
  private var count = 0
  /// Where the first of them stands.
  var first: (offset: Int, row: Int)?
  /// One of each kind, in the order in which they appear.
  private var examples: [(kind: Kind, text: String)] = []

  private enum Kind: Hashable {
    case offered, choice, day, time, greeting, escape
  }

  /// Takes up one as it stands, if it says more than its name.
  ///
  /// - Returns: whether it does.
  mutating func note(_ placeholder: Placeholder?, _ text: String) -> Bool {
    guard let kind = SaidPlaceholders.kind(of: placeholder) else { return false }
    count += 1
    if !examples.contains(where: { $0.kind == kind }) { examples.append((kind, text)) }
    return true
  }

  private static func kind(of placeholder: Placeholder?) -> Kind? {
    switch placeholder?.kind {
    case nil: .escape
    case .blank?: nil
    case .offered?: .offered
    case .choice?: .choice
    case .computed(.day)?: .day
    case .computed(.time)?: .time
    case .computed(.greeting)?: .greeting
    }
  }

  func note(_ columnName: String?) -> FindingLog.Entry? {
    guard let first else { return nil }
    return FindingLog.Entry(
      problem: .placeholdersSayMore(count, examples: examples.map(\.text)), offset: first.offset,
      columnName: columnName, row: first.row)
  }
}
