import Glibc
import Phrases

/// Standard output, to which nothing from outside is written raw.
enum Output {
  /// Writes a line; whatever could act on a terminal is shown by a mark instead.
  static func line(_ text: String = "") {
    write(SafeText.visible(text) + "\n")
  }

  /// Writes bytes as they are: JSON, which escapes, or a phrase that was asked for.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      writeAll(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO)
    }
  }

  static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
  }
}

/// Standard error: one sentence a line.
enum ErrorOutput {
  static func write(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { SafeText.visible(String($0)) }.joined(separator: "\n") + "\n"
    Array(safe.utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
  }
}

private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
  var rest = bytes
  while let base = rest.baseAddress, !rest.isEmpty {
    let count = Glibc.write(descriptor, base, rest.count)
    if count < 0, errno == EINTR { continue }
    // A reader that went away, as head does, is no error of ours.
    guard count > 0 else { return }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
}
