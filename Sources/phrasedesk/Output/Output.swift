import Glibc
import Keeping
import Phrases

/// Standard output, to which nothing from outside is written raw.
enum Output {
  /// Writes a line; whatever could act on a terminal is shown by a mark instead.
  static func line(_ text: String = "") throws {
    try write(SafeText.visible(text) + "\n")
  }

  /// Writes a text as it is: JSON, which escapes, or one of our own.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes what somebody else wrote: as it is, byte for byte, into a file or a pipe; on a terminal in
  /// lines where whatever could act on it is shown by a mark.
  static func document(_ bytes: [UInt8]) throws {
    guard isatty(STDOUT_FILENO) == 1 else { return try write(bytes) }
    try write(SafeText.visible(String(decoding: bytes, as: UTF8.self), .lines))
  }

  /// Writes bytes as they are.
  ///
  /// Throws a failure when they are not all taken, but for a reader that went away, as head does.
  static func write(_ bytes: [UInt8]) throws {
    guard !Descriptor.write(bytes, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw CommandFailure(.notTaken, CommandSentence.outputFailed(errno).sentence(.current))
  }
}

/// Standard error: one sentence a line, without the secrets of addresses that are named in it.
enum ErrorOutput {
  /// Writes a question, whose answer is typed behind it.
  static func ask(_ question: String) {
    _ = Descriptor.write(Array(SafeText.visible(question).utf8), to: STDERR_FILENO)
  }

  static func write(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let safe =
      lines.map { SafeText.visible(SafeText.withoutSecrets(in: String($0))) }.joined(
        separator: "\n") + "\n"
    _ = Descriptor.write(Array(safe.utf8), to: STDERR_FILENO)
  }
}
