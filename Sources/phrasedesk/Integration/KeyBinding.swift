/// The lines that bind Alt+Z to `phrasedesk focus`, in the language of what holds the keys.
enum KeyBinding: String, CaseIterable {
  case tmux
  case x11
  case i3
  case sway
  case gnome
  case kde

  /// The lines, for a program at that path.
  func lines(for program: String) -> String {
    let shell = KeyBinding.quotedForShell(program)
    return switch self {
    case .tmux:
      // In the desk's own pane the key goes to the desk. Everywhere else the command is waited for,
      // so that what is typed behind Alt+Z arrives behind it. A long escape-time, of three digits, makes
      // one key of Esc and Alt+Z.
      """
      bind-key -n M-z if-shell -F "#{==:#{pane_current_command},phrasedesk}" \\
        { send-keys M-z } \\
        { run-shell \(KeyBinding.quotedForTmux(shell, " focus --pane '#{pane_id}'")) }
      if-shell -F "#{m:???*,#{escape-time}}" { set-option -s escape-time 20 }

      """
    case .x11:
      """
      # ~/.xbindkeysrc; then start xbindkeys
      "\(KeyBinding.escaped(shell, "\"\\")) focus"
        Mod1 + z

      """
    case .i3, .sway:
      // Both hand the command to a shell; quotes around it keep its commas and semicolons together.
      shell == program
        ? "bindsym Mod1+z exec \(shell) focus\n"
        : "bindsym Mod1+z exec \"\(KeyBinding.escaped(shell, "\"\\")) focus\"\n"
    case .gnome:
      """
      schema=org.gnome.settings-daemon.plugins.media-keys
      entry=/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/phrasedesk/
      others=$(gsettings get $schema custom-keybindings | tr -d "[]' " | sed "s|^@as||; s|$entry||" \\
        | tr ',' '\\n' | sed "/./!d; s|.*|'&', |" | tr -d '\\n')
      gsettings set $schema custom-keybindings "[$others'$entry']"
      gsettings set $schema.custom-keybinding:$entry name phrasedesk
      gsettings set $schema.custom-keybinding:$entry command \
      \(KeyBinding.quotedForShell("\(shell) focus"))
      gsettings set $schema.custom-keybinding:$entry binding '<Alt>z'

      """
    case .kde:
      """
      mkdir -p ~/.local/share/applications
      cat > ~/.local/share/applications/phrasedesk-focus.desktop <<'END'
      [Desktop Entry]
      Type=Application
      Name=phrasedesk focus
      NoDisplay=true
      Exec=\(KeyBinding.quotedForDesktopEntry(program)) focus
      X-KDE-Shortcuts=Alt+Z
      END
      kwriteconfig5 --file kglobalshortcutsrc --group phrasedesk-focus.desktop \
      --key _launch 'Alt+Z,none,phrasedesk focus'

      """
    }
  }

  // MARK: - Quoting

  /// For a shell that knows single quotes; left alone where nothing asks for them.
  static func quotedForShell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8).contains(byte)
    }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// For tmux: in double quotes, where it knows backslashes; and what is no format has `#` twice.
  static func quotedForTmux(_ command: String, _ format: String) -> String {
    let plain = command.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: "##")
    return "\"" + escaped(plain, "\"\\$") + format + "\""
  }

  /// For `Exec` of the Desktop Entry Specification 1.5: double quotes, and `%` twice.
  static func quotedForDesktopEntry(_ text: String) -> String {
    let quoted = "\"" + escaped(text, "\"\\$`") + "\""
    return quoted.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
