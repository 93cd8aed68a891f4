import Glibc
import Keeping
import Phrases

/// Standard output, to which nothing from outside is written raw.
enum Output {
  /// Writes a line; whatever could act on a terminal is shown by a mark instead.
  static func line(_ text: String = "") throws {
    try write(SafeText.visible(text) + "\n")
  }

  /// Writes a text as it is: JSON, which escapes, or a phrase that was asked for.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes bytes as they are.
  ///
  /// Throws a failure when they are not all taken, but for a reader that went away, as head does.
  static func write(_ bytes: [UInt8]) throws {
    guard !Descriptor.write(bytes, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw CommandFailure(.notTaken, CommandSentence.outputFailed(errno).sentence(.current))
  }
}

/// Standard error: one sentence a line.
enum ErrorOutput {
  static func write(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { SafeText.visible(String($0)) }.joined(separator: "\n") + "\n"
    _ = Descriptor.write(Array(safe.utf8), to: STDERR_FILENO)
  }
}
