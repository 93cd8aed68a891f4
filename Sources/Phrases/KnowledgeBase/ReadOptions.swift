/// What a reader of a knowledge base file has to be told besides the bytes.
public struct ReadOptions: Hashable, Sendable {
  /// The file's name as sentences show it.
  public var file: String
  /// What becomes of it in ``PhraseKey/source``.
  public var source: String
  public var level: Level
  /// Columns that the file names its own way.
  public var columns: ColumnMapping

  public init(
    file: String, source: String = "file", level: Level = .company,
    columns: ColumnMapping = ColumnMapping()
  ) {
    self.file = file
    self.source = source
    self.level = level
    self.columns = columns
  }
}
