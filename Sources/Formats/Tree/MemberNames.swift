import Phrases

/// Which column each member's name of a file is; each is looked up once.
///
/// A class, since whoever walks through the tree shares what was looked up.
final class MemberNames {
  private let known: ColumnNames
  private var columns: [String: PhraseColumn?] = [:]

  init(_ known: ColumnNames) { self.known = known }

  subscript(name: String) -> PhraseColumn? {
    if let column = columns[name] { return column }
    let column = known.column(of: name)
    columns[name] = column
    return column
  }
}
