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

/// Where sent phrases go, and what happens then.
public struct SendSettings: Equatable, Sendable {
  public var to = SendTarget.clipboard
  /// The program that gets phrases on its standard input, and its arguments.
  public var command: [String] = []
  /// How long that program may take, in seconds.
  public var commandSeconds = 5
  /// How long each run of a tool may take, such as `xclip` or `tmux`, in milliseconds.
  public var toolMilliseconds = 1_500
  /// Whether Enter is pressed behind a phrase in a pane or a window.
  public var pressesEnter = false
  /// Whether the agent is led back to where Alt+Z was pressed.
  public var goesBack = true
  /// The programs in panes of tmux that take a paste of several lines as one, as they come; the words
  /// are those of the module `Chat`.
  public var bracketedPrograms = [
    "bash", "emacs", "fish", "micro", "nano", "vim", "vim.basic", "vim.tiny", "weechat", "zsh",
  ]
  /// The classes of windows that paste with Shift+Insert: terminals, where Ctrl+V is another key.
  public var shiftInsertWindows = [
    "alacritty", "foot", "gnome-terminal", "gnome-terminal-server", "kitty", "konsole",
    "lxterminal", "org.gnome.terminal", "org.kde.konsole", "org.wezfurlong.wezterm", "rxvt",
    "sakura", "st-256color", "terminator", "tilix", "urxvt", "uxterm", "xfce4-terminal", "xterm",
  ]

  public init() {}
}

/// The places that phrases can be sent to; the words are those of `--send-to`.
public enum SendTarget: String, Hashable, Sendable, CaseIterable {
  case clipboard
  case pane
  case window
  case command
}

/// What the lines between the panes are made of.
public enum Borders: String, Hashable, Sendable, CaseIterable {
  case unicode
  /// For terminals that draw box characters two cells wide.
  case ascii
}

/// The colours of the desk; the words are those of the module `Desk`.
public enum ThemeSetting: String, Hashable, Sendable, CaseIterable {
  case standard = "default"
  case dark
  case light
  case highContrast = "high-contrast"
}

/// The ways to send that can be asked for; the words are those of the module `Clipboard`.
public enum ClipboardChoice: String, Hashable, Sendable, CaseIterable {
  case tmux
  case wlCopy = "wl-copy"
  case xclip
  case xsel
  case osc52
}
