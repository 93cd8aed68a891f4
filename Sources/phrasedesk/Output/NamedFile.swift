import Glibc
import Keeping
import Phrases

/// A file that somebody names for what a command writes; `-` is standard output.
enum NamedFile {
  /// Whether a file is written, and not a stream that another program reads.
  static func isOrdinary(_ file: String) -> Bool {
    var status = stat()
    return file != "-" && (stat(file, &status) != 0 || status.st_mode & S_IFMT == S_IFREG)
  }

  /// Writes it whole; a failure is a sentence and an exit code.
  static func write(
    _ bytes: [UInt8], to file: String, replacing: Bool, _ language: Language
  ) throws {
    do throws(OpeningError) {
      try FileBytes.write(bytes, to: file, replacing: replacing)
    } catch {
      throw CommandFailure(error, language)
    }
  }
}
