import Phrases

/// What a list holds, before anything is kept of it: what is worth a look, what its columns were taken for,
/// and the first of its phrases as they would be.
struct ListPreview {
  private let list: KnowledgeBase
  private let file: String
  private let language: Language

  /// So many phrases are shown.
  private static let mostPhrases = 10

  init(_ list: KnowledgeBase, of file: String, _ language: Language) {
    self.list = list
    self.file = file
    self.language = language
  }

  /// Says what is worth a look on standard error, and where `isWhole` the rest on standard output.
  func tell(isWhole: Bool) throws {
    let groups = FindingGroup.all(of: list.warnings)
    let shown = isWhole ? groups.count : 5
    for group in groups.prefix(shown) {
      ErrorOutput.write(group.sentence(language, file: file))
    }
    if groups.count > shown {
      ErrorOutput.write(
        CommandSentence.moreWarnings(groups.count - shown, file).sentence(language))
    }
    guard isWhole else { return }
    if !list.foreignHeaders.isEmpty {
      try Output.line(CommandSentence.mapped(file, list).sentence(language))
    }
    if !list.unknownColumns.isEmpty {
      try Output.line(CommandSentence.ignoredColumns(file, list.unknownColumns).sentence(language))
    }
    for phrase in list.phrases.prefix(ListPreview.mostPhrases) {
      let path = (phrase.path + [phrase.title]).map { $0.excerpt() }.joined(separator: " / ")
      let code = phrase.code.isEmpty ? "" : " [\(phrase.code.excerpt())]"
      try Output.line("  \(path)\(code)")
      try Output.line("    \(phrase.text.excerpt(limit: 70))")
    }
    let rest = list.phrases.count - ListPreview.mostPhrases
    if rest > 0 { try Output.line(CommandSentence.morePhrases(rest).sentence(language)) }
    try Output.line(CommandSentence.checked(file, list).sentence(language))
  }
}
