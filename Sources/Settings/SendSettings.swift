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
  /// The programs that are known to take pastes in brackets, by the name that tmux gives them.
  ///
  /// tmux tells whether a program asked for brackets from version 3.7 on only, and puts none around
  /// where it did not: then a line break would be Enter. Of the programs that are not named here, a text
  /// of several lines is kept away where tmux does not tell.
  ///
  /// Each was looked at in tmux 3.3a, as Debian 12 has it and with the settings it comes with. Python's
  /// prompt, irssi and profanity were looked at as well, and do not ask.
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
