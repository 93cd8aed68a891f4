import Phrases

/// Every kind of file that was not written for this program.
enum ForeignFormats {
  /// In the order in which they are asked, behind workbooks and before the tables of ``KnowledgeBase``: what is
  /// told by more comes first.
  static let all: [any ForeignFormat] =
    [LooseJSON(), EspansoFile()] + ToolTable.all
    + [HTMLTable(), YAMLPhrases(), TextPhrases.markdown, TextPhrases.plain]

  /// What `--from` calls them, and the tools whose files are JSON.
  static let names = all.map(\.name).filter { $0 != LooseJSON().name } + Tool.all.map(\.name)

  /// Those of a name, which are asked alone; of one that nobody knows none.
  static func called(_ name: String) -> [any FileFormat] {
    let named = all.filter { $0.name == name }
    if let format = named.first { return [SaidFormat(format: format)] }
    return Tool.all.first { $0.name == name }.map { [SaidFormat(format: LooseJSON(of: $0))] } ?? []
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
