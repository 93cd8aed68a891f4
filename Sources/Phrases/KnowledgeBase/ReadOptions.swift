/// What a reader of a knowledge base file has to be told besides the bytes.
public struct ReadOptions: Hashable, Sendable {
  /// The file's name as sentences show it.
  package var file: String
  /// What becomes of it in ``PhraseKey/source``.
  package var source: String
  package var level: Level
  package var hints: ReadingHints
  package var provenance = Provenance.file
  /// Whether ``KnowledgeBase/rows`` are kept, which take as much again as the phrases.
  package var keepsRows = false

  /// What looks whether attachments can be had; nil where nobody does.
  package var attachments: AttachmentLookup?

  /// Where the bytes are from, which says how much may be taken for a list.
  package enum Provenance: Hashable, Sendable {
    /// A file that a person chose.
    case file
    /// What a server answered, which may be its login page.
    case address
  }

  public init(
    file: String, source: String = "file", level: Level = .company,
    hints: ReadingHints = ReadingHints()
  ) {
    self.file = file
    self.source = source
    self.level = level
    self.hints = hints
  }
}
