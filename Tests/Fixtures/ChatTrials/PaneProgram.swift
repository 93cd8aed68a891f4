/// A program that waits for text in a pane, and how what it holds is read without its Enter.
public enum PaneProgram: String, CaseIterable, Sendable {
  case bash
  case zsh
  case dash
  case cat
  case vim
  case python

  /// Nil where one is not installed, with the name of the package that has it.
  public var missingPackage: String? {
    switch self {
    case .bash, .cat: nil
    case .zsh: isOnPath("zsh") ? nil : "zsh"
    case .dash: isOnPath("dash") ? nil : "dash"
    case .vim: isOnPath("vim.tiny") ? nil : "vim-tiny"
    case .python: isOnPath("python3") ? nil : "python3"
    }
  }

  /// What is run, in the server's folder.
  var command: [String] {
    switch self {
    case .bash: ["bash", "--noprofile", "--rcfile", "start.bash"]
    case .zsh: ["env", "ZDOTDIR=.", "zsh", "-d"]
    case .dash: ["dash"]
    case .cat: ["sh", "cat.sh"]
    case .vim: ["vim.tiny", "-u", "start.vim", "-i", "NONE", "-n"]
    case .python: ["python3", "-q", "-S", "-E", "-i", "start.py"]
    }
  }

  /// What it starts with, as a name and a text.
  ///
  /// Each writes a letter into `prompts` whenever it is ready for the next command, and what stands
  /// in its line into `held` when Ctrl+T is pressed.
  var startFile: (name: String, text: String)? {
    switch self {
    case .bash:
      (
        "start.bash",
        """
        unset HISTFILE
        PROMPT_COMMAND='printf p >> prompts' PS1='ready> '
        held() { printf %s "$READLINE_LINE" > held.new; mv held.new held; READLINE_LINE=; }
        bind -x '"\\C-t": held'
        """
      )
    case .zsh:
      (
        ".zshrc",
        """
        precmd() { printf p >> prompts }
        PS1='ready> '
        held() { print -rn -- "$BUFFER" > held.new; mv held.new held; BUFFER= }
        zle -N held
        bindkey '^T' held
        """
      )
    case .dash: nil
    case .cat: ("cat.sh", "while printf p >> prompts; do cat -v > held.new; mv held.new held; done")
    case .vim: ("start.vim", "set nocompatible binary noeol encoding=utf-8 nowrap noruler\n")
    case .python:
      (
        "start.py",
        """
        import os, readline, sys
        class Prompt:
            def __str__(self):
                open('prompts', 'a').write('p')
                return 'ready> '
        def held(text, state):
            if state == 0:
                open('held.new', 'w').write(readline.get_line_buffer())
                os.rename('held.new', 'held')
        sys.ps1 = Prompt()
        readline.set_completer(held)
        readline.parse_and_bind('"\\C-t": complete')
        """
      )
    }
  }
}
