/// What a file's phrases hold of blanks that nothing declares to be placeholders: one warning for all.
struct ForeignBlanks {
  private var phraseCount = 0
  /// Where the first of them stands.
  var first: (offset: Int, row: Int)?
  /// One of each form, in the order in which they appear.
  private var examples: [(form: Blank.Form, text: String)] = []

  /// Takes those of one phrase.
  mutating func note(_ blanks: [Blank]) {
    phraseCount += 1
    for blank in blanks {
      guard case .foreign(let form) = blank.kind,
        !examples.contains(where: { $0.form == form })
      else { continue }
      examples.append((form, blank.text))
    }
  }

  func warning(_ columnName: String?) -> FindingLog.Entry? {
    guard let first else { return nil }
    let styles = examples.compactMap(\.form.style).reduce(into: PlaceholderStyles()) {
      $0.formUnion($1)
    }
    let problem = Finding.Problem.foreignPlaceholders(
      phrases: phraseCount, examples: examples.map(\.text), styles)
    return FindingLog.Entry(
      problem: problem, offset: first.offset, columnName: columnName, row: first.row)
  }
}
