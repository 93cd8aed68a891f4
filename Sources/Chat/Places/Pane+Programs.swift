extension Pane {
  /// Whether a text that is typed there is likely a message to somebody: not where it would be run, or would
  /// change a file.
  ///
  /// What is not known is taken for a chat; what is here is what Debian's packages call shells, interpreters,
  /// editors, pagers, and ways to other machines. Versions and variants count as the program: `vim.basic`,
  /// `python3.11`, `-bash`.
  public var takesChat: Bool {
    let name = command.hasPrefix("-") ? command.dropFirst() : command[...]
    let stem = name.prefix { $0.isLetter }
    return !command.isEmpty && !Pane.others.contains(String(name))
      && !Pane.others.contains(String(stem))
  }

  private static let others: Set = [
    // Shells, and what asks for commands as they do.
    "sh", "bash", "dash", "zsh", "fish", "ksh", "mksh", "tcsh", "csh", "rc", "nu", "pwsh", "elvish",
    "xonsh",
    "busybox", "su", "sudo", "doas", "tmux", "screen", "rlwrap", "expect", "make", "apt", "dpkg",
    "passwd", "gpg",
    // Interpreters and clients of databases.
    "python", "ipython", "node", "deno", "bun", "irb", "ruby", "perl", "php", "lua", "luajit", "R",
    "Rterm", "octave",
    "julia", "ghci", "ghc", "ocaml", "scala", "jshell", "java", "iex", "erl", "beam", "clojure",
    "sbcl", "guile",
    "racket", "swipl", "swift", "bc", "dc", "tclsh", "psql", "mysql", "mariadb", "sqlite", "redis",
    "mongosh", "gdb",
    "lldb", "jdb", "pdb",
    // Editors.
    "vi", "vim", "nvim", "vimdiff", "view", "emacs", "emacsclient", "nano", "pico", "hx", "helix",
    "micro", "kak",
    "kakoune", "joe", "jmacs", "ne", "mg", "ed", "ex", "mcedit", "mc", "tilde", "zile",
    // Pagers, and what each letter is a command of.
    "less", "more", "most", "man", "info", "top", "htop", "btop", "watch", "git", "tig", "lazygit",
    "ranger", "nnn",
    "lf", "vifm", "fzf", "mutt", "neomutt", "tail", "cat", "tee",
    // Other machines, of which nothing is known.
    "ssh", "slogin", "mosh", "telnet", "ftp", "sftp", "lftp", "nc", "ncat", "socat", "cu",
    "minicom", "picocom",
    "docker", "podman", "kubectl", "virsh", "lxc", "machinectl", "chroot", "nsenter", "adb",
  ]
}
