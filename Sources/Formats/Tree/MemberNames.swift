import Phrases

/// Which column each member's name of a file may be; each is looked up once.
///
/// A class, since whoever walks through the tree shares what was looked up.
final class MemberNames {
  typealias Candidate = (column: PhraseColumn, rank: ColumnNames.Rank)

  private let known: ColumnNames
  private var candidates: [String: Candidate?] = [:]

  init(_ known: ColumnNames) { self.known = known }

  subscript(name: String) -> PhraseColumn? { candidate(name)?.column }

  func candidate(_ name: String) -> Candidate? {
    if let candidate = candidates[name] { return candidate }
    let candidate = known.candidate(name)
    candidates[name] = candidate
    return candidate
  }
}
