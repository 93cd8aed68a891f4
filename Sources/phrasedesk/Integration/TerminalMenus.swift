/// Terminals that keep keys with Alt for their menus and tabs, or make characters of them.
///
/// Whether they were told not to is nothing that a program inside can ask.
enum TerminalMenus: CaseIterable {
  /// GNOME Terminal, Xfce Terminal and others of the same widget.
  case vte
  case konsole
  /// Terminal and iTerm2 on a Mac.
  case mac

  /// By the variables that they set; in tmux, where those may be of another day, by the name that tmux
  /// has heard from the terminal.
  init?(environment: [String: String], nameInTmux: String?) {
    func isSet(_ name: String) -> Bool {
      nameInTmux == nil && environment[name]?.isEmpty == false
    }
    let name = nameInTmux ?? environment["TERM_PROGRAM"] ?? ""
    if isSet("VTE_VERSION") || isSet("GNOME_TERMINAL_SCREEN") || name.hasPrefix("VTE") {
      self = .vte
    } else if isSet("KONSOLE_VERSION") || name.hasPrefix("Konsole") {
      self = .konsole
    } else if name == "Apple_Terminal" || name.hasPrefix("iTerm") {
      self = .mac
    } else {
      return nil
    }
  }
}
