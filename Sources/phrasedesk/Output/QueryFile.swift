import HitDocuments
import Keeping
import Phrases

/// A file that asks for one JSON document a line.
struct QueryFile {
  let path: String

  /// Answers every line by what `append` adds to the output for it.
  ///
  /// - Parameters:
  ///   - parse: takes the file apart into what is asked for.
  ///   - context: whose language is spoken.
  ///   - append: adds the answer to a text, which stands in that line, from 1 on.
  /// - Throws: ``CommandFailure`` where the file cannot be read, or `parse` refuses it; nothing is
  ///   answered then.
  func answer(
    _ parse: (_ file: [UInt8]) throws(QueryLines.BrokenLine) -> [String], in context: Context,
    with append: (_ text: String, _ line: Int, _ output: inout DocumentBuffer) -> Void
  ) throws {
    let file: [UInt8]
    do {
      file = try FileBytes.read(path)
    } catch {
      throw CommandFailure(error, context.language)
    }
    let texts: [String]
    do throws(QueryLines.BrokenLine) {
      texts = try parse(file)
    } catch {
      let sentence = CommandSentence.brokenQueryLine(file: path, line: error.number)
      throw CommandFailure(.badFile, sentence.sentence(context.language))
    }
    var output = DocumentBuffer.forOutput()
    for (index, text) in texts.enumerated() {
      append(text, index + 1, &output)
      try output.flushWhenFull()
    }
    try output.flush()
  }
}
