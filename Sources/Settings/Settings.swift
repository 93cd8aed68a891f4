import Phrases
import Search

/// What whoever runs a desk may choose, each with its default.
///
/// ``SettingKey`` is the table that documents them.
public struct Settings: Equatable, Sendable {
  /// The language of the program; nil means the one that the environment asks for.
  public var language: Language?
  /// The agent's department, whose phrases come first; empty means none is chosen.
  public var department = ""
  public var borders = Borders.unicode
  /// The way a phrase is sent first; nil means the best one here.
  public var clipboard: ClipboardChoice?
  /// The longest phrase, in bytes, that is sent as an OSC 52 sequence.
  public var osc52Limit = 74_994

  /// How the agent types, and how forgiving a search is.
  public var search = SearchOptions.standard

  /// The proxy that sources are fetched through; empty: the one of the environment.
  public var proxy = ""
  /// A file of certificates (PEM) that are trusted instead of the system's; empty for those.
  public var certificates = ""
  /// How often a source of the web is asked, in seconds.
  public var syncSeconds = 60

  public init() {}
}

/// What the lines between the panes are made of.
public enum Borders: String, Hashable, Sendable, CaseIterable {
  case unicode
  /// For terminals that draw box characters two cells wide.
  case ascii
}

/// The ways to send that can be asked for; the words are those of the module `Clipboard`.
public enum ClipboardChoice: String, Hashable, Sendable, CaseIterable {
  case tmux
  case wlCopy = "wl-copy"
  case xclip
  case xsel
  case osc52
}
