import Phrases

/// What `doctor` says of what stands between the agent and the desk: the terminal's own keys, mosh.
extension DoctorFinding {
  func menuSentences(_ menus: TerminalMenus, _ language: Language) -> (String, String?) {
    let fact =
      switch menus {
      case .vte:
        language.says(
          "a terminal of VTE (GNOME, Xfce ..) may keep Alt+F, E, V, S, T, A, H for its menus and"
            + " Alt+1 to 9 for its tabs",
          "VTE 终端（GNOME、Xfce 等）可能把 Alt+F、E、V、S、T、A、H 留给菜单，把 Alt+1 至 9 留给标签页")
      case .konsole:
        language.says(
          "Konsole may keep Alt+F, E, V, B, S, H for its menus and Alt+1 to 9 for its tabs",
          "Konsole 可能把 Alt+F、E、V、B、S、H 留给菜单，把 Alt+1 至 9 留给标签页")
      case .mac:
        language.says(
          "on a Mac, Option types characters (Option+Z is \u{3A9}) unless it is told to be Meta",
          "在 Mac 上 Option 键默认输入特殊字符（Option+Z 是 \u{3A9}），除非设为 Meta 键")
      }
    let wayRound = language.says(
      "Ctrl+G and then a digit sends a row, Ctrl+P finds every command;",
      "Ctrl+G 再按数字可发送该行，Ctrl+P 可找到所有命令；")
    let cure =
      menus == .mac
      ? language.says(
        " or make Option the Meta key: in Terminal under Profiles, Keyboard, in iTerm2 under Profiles,"
          + " Keys (Esc+).",
        "或将 Option 设为 Meta 键：“终端”在“描述文件-键盘”，iTerm2 在 Profiles-Keys（Esc+）。")
      : language.says(
        " or switch the menus' keys and the tabs' shortcuts off in its settings.",
        "或在终端设置中关闭菜单和标签页的快捷键。")
    return (fact, wayRound + cure)
  }

  func moshSentences(_ isInTmux: Bool, _ language: Language) -> (String, String?) {
    let advice =
      isInTmux
      ? language.says(
        "mosh also drops the form of it that tmux sends; docs/terminals.md has a line for tmux.conf.",
        "mosh 还会丢弃 tmux 发出的格式；docs/terminals.md 中有可写入 tmux.conf 的一行。")
      : language.says(
        "Look before you paste, or send another phrase in between.", "粘贴前请看一眼，或在中间先发送另一条。")
    return (
      language.says(
        "mosh is between: the same phrase sent twice running reaches your clipboard once",
        "中间有 mosh：同一条话术连续发送两次，只有一次到达您的剪贴板"), advice
    )
  }
}
