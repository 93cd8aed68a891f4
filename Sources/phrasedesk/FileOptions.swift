import ArgumentParser
import Keeping
import Phrases

/// The file that a command reads phrases from, and how its columns and placeholders are written.
struct FileOptions: ParsableArguments {
  @OptionGroup var reading: ReadingOptions

  @Argument(help: "The list: CSV, JSON, a workbook or another tool's file; - is standard input.")
  var file: String

  /// Reads the file; the phrases get that source and level.
  func read(source: String, level: Level) throws(OpeningError) -> KnowledgeBase {
    try Opening.read(file, reading.hints, source: source, level: level)
  }
}
