import Phrases
import Search

extension Library {
  /// How many phrases of one category can be put in order.
  private static let mostInOrder = 2_000

  /// The phrases that stand where this one does, in the order they are shown in; nil where they are too many to
  /// be put in order by hand.
  func keys(inPlaceOf phrase: Phrase) -> [PhraseKey]? {
    let path = CategoryPath(
      department: phrase.department, category: phrase.category, subcategory: phrase.subcategory)
    guard (categories.first { $0.path == path }?.count ?? 0) <= Library.mostInOrder else {
      return nil
    }
    let scope = Scope(
      department: phrase.department, category: phrase.category, subcategory: phrase.subcategory)
    var run = SearchRun(query: Query(""), library: self, scope: scope, prior: .none, limit: count)
    run.finish()
    return run.result.hits.map { self.phrase($0.number).key }
  }
}
