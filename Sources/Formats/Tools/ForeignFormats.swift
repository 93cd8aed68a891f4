import Phrases

/// Every kind of file that was not written for this program.
enum ForeignFormats {
  /// In the order in which they are asked, behind workbooks and before the tables of ``KnowledgeBase``: what is
  /// told by more comes first.
  static let all: [any ForeignFormat] =
    [LooseJSON(), EspansoFile()] + ToolTable.all
    + [HTMLTable(), YAMLPhrases(), TextPhrases.markdown, TextPhrases.plain]

  /// Those that are asked for a file, by what is said of it and where it is from; one that is said is asked
  /// alone.
  static func asked(for options: ReadOptions) -> [any FileFormat] {
    if let name = options.hints.format?.lowercased() {
      return all.first { $0.name == name }.map { [SaidFormat(format: $0)] } ?? []
    }
    return all.filter { format in
      guard format.needsWord, case .address(let formerKind) = options.provenance else {
        return true
      }
      return formerKind == format.name
    }
  }

  /// What is read of a file that becomes a tree, tags or lines, in bytes: two or three of them can make
  /// something of fifty or a hundred.
  private static let mostBytes = 32 << 20

  static func checkSize(of text: SourceBytes) throws(Fault) {
    guard text.count <= mostBytes else {
      throw Fault(problem: .foreign(.tooLarge(limit: mostBytes)), offset: 0)
    }
  }
}
