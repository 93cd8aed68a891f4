/// The programs that are known to take pastes in brackets, by the name that tmux gives them.
///
/// tmux tells whether a program asked for brackets from version 3.7 on only, and puts none around
/// where it did not: then a line break would be Enter. Of the programs that are not named here, a text
/// of several lines is kept away where tmux does not tell.
///
/// Each was looked at in tmux 3.3a, as Debian 12 has it and with the settings it comes with. Python's
/// prompt, irssi and profanity were looked at as well, and do not ask.
public enum BracketedPrograms {
  public static let names: Set<String> = [
    "bash", "emacs", "fish", "micro", "nano", "vim", "vim.basic", "vim.tiny", "weechat",
    "zsh",
  ]
}
