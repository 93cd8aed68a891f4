// The words that a configuration file may choose from.
//
// They are words of the file, and kept by who reads it: this module imports none of those that act on
// them, so that a program can read settings without a terminal or a search. `WordsTests` compares them with
// the modules that act on them, and the commands turn one into the other
// (`Sources/phrasedesk/Context+Settings.swift`).

/// The places that phrases can be sent to; also the words of `--send-to`.
public enum SendTarget: String, Hashable, Sendable, CaseIterable {
  case clipboard
  case pane
  case window
  case command
}

/// What the lines between the panes are made of.
public enum BordersChoice: String, Hashable, Sendable, CaseIterable {
  case unicode
  /// For terminals that draw box characters two cells wide.
  case ascii
}

/// The colours of the desk.
public enum ThemeSetting: String, Hashable, Sendable, CaseIterable {
  case standard = "default"
  case dark
  case light
  case highContrast = "high-contrast"
}

/// The ways to the clipboard that can be asked for.
public enum ClipboardChoice: String, Hashable, Sendable, CaseIterable {
  case tmux
  case wlCopy = "wl-copy"
  case xclip
  case xsel
  case osc52
}

/// The pairs of sounds that can be taken for each other (模糊音).
public enum FuzzySoundChoice: String, Hashable, Sendable, CaseIterable {
  case zhZ = "zh-z"
  case chC = "ch-c"
  case shS = "sh-s"
  case nL = "n-l"
  case fH = "f-h"
  case rL = "r-l"
  case anAng = "an-ang"
  case enEng = "en-eng"
  case inIng = "in-ing"
  case ianIang = "ian-iang"
  case uanUang = "uan-uang"
}

/// The ways of typing every syllable with two keys (双拼).
public enum DoublePinyinChoice: String, Hashable, Sendable, CaseIterable {
  /// 小鹤双拼
  case xiaohe
  /// 自然码
  case ziranma
  /// 微软双拼
  case microsoft
}
