import Search

/// What categories and all phrases are called on the desk.
extension Desk {
  func categoryName(of node: CategoryTree.Node) -> String {
    if !node.name.isEmpty { return node.name }
    return node.parent == nil ? allPhrases : Label.everybody.sentence(language)
  }

  /// What everything on the desk is called: what the chosen department sees, if there is one.
  var allPhrases: String {
    department.map { SourceLabel.phrases(of: $0).sentence(language) }
      ?? Label.allPhrases.sentence(language)
  }
}
