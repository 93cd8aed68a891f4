extension Pane {
  /// Whether a text that is typed there is likely a message to somebody: not where it would be run, or would
  /// change a file.
  ///
  /// What is not known is taken for a chat; what is here is what Debian's packages call shells, editors, pagers
  /// and ways to other machines.
  public var takesChat: Bool { !command.isEmpty && !Pane.others.contains(command) }

  private static let others: Set = [
    // Shells, and what asks for commands as they do.
    "sh", "bash", "dash", "zsh", "fish", "ksh", "mksh", "tcsh", "csh", "nu", "pwsh", "elvish",
    "xonsh",
    "su", "sudo", "doas", "python", "python3", "ipython", "ipython3", "node", "irb", "lua", "psql",
    "mysql", "mariadb",
    "sqlite3", "gdb", "lldb", "tmux", "screen",
    // Editors.
    "vi", "vim", "nvim", "vimdiff", "view", "emacs", "emacsclient", "nano", "pico", "hx", "helix",
    "micro", "kak",
    "joe", "ne", "mg", "ed", "mcedit", "mc",
    // Pagers, and what each letter is a command of.
    "less", "more", "most", "man", "top", "htop", "btop", "watch", "git", "tig", "ranger", "nnn",
    "fzf",
    // Other machines, of which nothing is known.
    "ssh", "mosh", "mosh-client", "telnet", "docker", "podman", "kubectl",
  ]
}
