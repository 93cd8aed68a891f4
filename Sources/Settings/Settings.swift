import Phrases

/// What whoever runs a desk may choose, each with its default.
///
/// ``SettingKey`` is the table that documents them.
public struct Settings: Equatable, Sendable {
  /// The language of the program; nil means the one that the environment asks for.
  public var language: Language?
  /// The agent's department, whose phrases come first; empty means none is chosen.
  public var department = ""
  public var borders = BordersChoice.unicode
  /// How many cells the terminal takes for characters of ambiguous width; nil where it is asked.
  public var ambiguousWidth: Int?
  public var theme = ThemeSetting.standard
  /// Whether the desk takes clicks and the wheel.
  public var hasMouse = true
  /// The way a phrase is sent first; nil means the best one here.
  public var clipboard: ClipboardChoice?
  /// The longest phrase, in bytes, that is sent as an OSC 52 sequence.
  public var osc52Limit = 74_994

  /// Where sent phrases go, and what happens then.
  public var send = SendSettings()
  /// How wide a desk becomes that Alt+Z opens beside a chat in tmux, in cells.
  public var focusColumns = 44
  /// How wide the panes are beside the list, in cells; 0 is as the screen's width asks for.
  public var categoriesColumns = 0
  public var previewColumns = 0

  /// The folders whose files Alt+L lists; `~/` stands for the home folder.
  public var fileFolders: [String] = []

  /// How the agent types, and how forgiving a search is.
  public var search = SearchSettings()

  /// What placeholders of these names are filled with where the agent has said nothing else.
  public var values: [String: String] = [:]
  /// What values in customers' messages look like, before the patterns that hold anyway.
  public var patterns: [ValuePattern] = []

  /// Whether the built-in phrases stand behind the agent's own while no list is connected.
  public var showsStarter = true
  /// Whether it is kept what was sent when, and what was searched in vain.
  public var keepsUsage = true

  /// The proxy that sources are fetched through; empty: the one of the environment.
  public var proxy = ""
  /// A file of certificates (PEM) that are trusted instead of the system's; empty for those.
  public var certificates = ""
  /// How often a source of the web is asked, in seconds.
  public var syncSeconds = 60
  /// Whether agents may let in a version that waits; nil: where a source has no releases, which say who
  /// decided.
  public var agentsDecide: Bool?

  /// The settings that only the files for everybody here say; neither the agent's own file nor the desk
  /// changes them.
  public var locked: [String] = []

  public init() {}
}
