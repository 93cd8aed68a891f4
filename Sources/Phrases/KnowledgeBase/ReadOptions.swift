/// What a reader of a knowledge base file has to be told besides the bytes.
public struct ReadOptions: Hashable, Sendable {
  /// The file's name as sentences show it.
  package var file: String
  /// What becomes of it in ``PhraseKey/source``.
  package var source: String
  package var level: Level
  /// Columns that the file names its own way.
  package var columns: ColumnMapping
  /// What the file has for placeholders besides `{{x}}`, which they are read as.
  package var placeholders: PlaceholderStyles
  /// What a file without a byte order mark is in, where somebody said so; nil: it is found out.
  package var encoding: TextEncoding?
  /// Whether ``KnowledgeBase/rows`` are kept, which take as much again as the phrases.
  package var keepsRows = false

  public init(
    file: String, source: String = "file", level: Level = .company,
    columns: ColumnMapping = ColumnMapping(), placeholders: PlaceholderStyles = [],
    encoding: TextEncoding? = nil
  ) {
    self.file = file
    self.source = source
    self.level = level
    self.columns = columns
    self.placeholders = placeholders
    self.encoding = encoding
  }
}
