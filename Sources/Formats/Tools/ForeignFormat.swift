import Phrases

/// A kind of file that was not written for this program.
protocol ForeignFormat: FileFormat {
  /// What `--from` calls it.
  var name: String { get }

  /// Whether a file from an address is only read as one where somebody says so, or where the version before
  /// was of this kind: a login page and an error are HTML, text or JSON, too.
  var needsWord: Bool { get }
}
