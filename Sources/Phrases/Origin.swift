/// Where the phrases that somebody works on come from, as a status line names it.
public enum Origin: Equatable, Sendable {
  /// Still being read.
  case loading
  case starter
  /// A file opened with `--kb`, by its name.
  case file(name: String)
  /// The store: imported phrases.
  case store
}
