import Phrases

/// The lines of a file that asks for one answer a line: `--queries`.
public enum QueryLines {
  /// A line that begins as a JSON string and is none.
  public struct BrokenLine: Error, Hashable, Sendable {
    /// From 1 on.
    public let number: Int
  }

  /// A query from each line, as it stands there.
  ///
  /// Empty lines count, so that whoever asks can count the answers; a last one without anything does
  /// not, nor do a byte order mark and the carriage returns of Windows.
  public static func queries(in file: [UInt8]) -> [String] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines = file.dropFirst(file.starts(with: mark) ? mark.count : 0)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
  }

  /// A customer's message from each line, as it stands there or as a JSON string.
  ///
  /// A message with line breaks has to be one; a line is one if it begins with a quotation mark.
  ///
  ///     where is my order
  ///     "你好\n退款多久到账"
  ///
  /// - Throws: ``BrokenLine`` for the first that begins so and is no JSON string.
  public static func messages(in file: [UInt8]) throws(BrokenLine) -> [String] {
    var messages = queries(in: file)
    for index in messages.indices
    where messages[index].first(where: { $0 != " " && $0 != "\t" }) == "\"" {
      guard let text = JSONText.unquoted(messages[index]) else {
        throw BrokenLine(number: index + 1)
      }
      messages[index] = text
    }
    return messages
  }
}
