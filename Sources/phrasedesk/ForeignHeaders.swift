import Phrases

extension KnowledgeBase {
  /// What the headers were taken for, where they are not the columns' own names; empty where they are.
  var foreignHeaders: [(column: PhraseColumn, header: String)] {
    let headers = mapped.headers
    guard hasHeader, headers.contains(where: { PhraseColumn(header: $0.value) != $0.key }) else {
      return []
    }
    return PhraseColumn.allCases.compactMap { column in headers[column].map { (column, $0) } }
  }
}
