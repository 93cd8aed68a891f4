import ArgumentParser
import Keeping
import Phrases

/// The file that a command reads phrases from, and how its columns and placeholders are written.
struct FileOptions: ParsableArguments {
  @Option(help: .columns, transform: ColumnMapping.argument)
  var columns: ColumnMapping?

  @Option(help: .encoding, transform: TextEncoding.argument)
  var encoding: TextEncoding?

  @Option(help: .placeholders, transform: PlaceholderStyles.argument)
  var placeholders: PlaceholderStyles?

  @Argument(help: "A CSV or JSON file; - is standard input.")
  var file: String

  /// Reads the file; the phrases get that source and level.
  func read(source: String, level: Level) throws(OpeningError) -> KnowledgeBase {
    try Opening.read(
      file, columns: columns ?? ColumnMapping(), placeholders: placeholders ?? [],
      encoding: encoding, source: source, level: level)
  }
}
