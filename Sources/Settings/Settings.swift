import Phrases

/// What whoever runs a desk may choose, each with its default.
///
/// ``SettingKey`` is the table that documents them.
public struct Settings: Equatable, Sendable {
  /// The language of the program; nil means the one that the environment asks for.
  public var language: Language?
  /// The agent's department, whose phrases come first; empty means none is chosen.
  public var department = ""
  public var borders = Borders.unicode
  /// The way a phrase is sent first; nil means the best one here.
  public var clipboard: ClipboardChoice?
  /// The longest phrase, in bytes, that is sent as an OSC 52 sequence.
  public var osc52Limit = 74_994

  /// The pairs of sounds that count as one where exact sounds find too little.
  public var fuzzySounds = Set(FuzzySoundChoice.allCases)
  /// The double pinyin that is typed beside full pinyin; nil for none.
  public var doublePinyin: DoublePinyinChoice?
  /// Whether one slip, and gaps, are forgiven where nothing else finds enough.
  public var forgivesTypos = true

  public init() {}
}

/// What the lines between the panes are made of.
public enum Borders: String, Hashable, Sendable, CaseIterable {
  case unicode
  /// For terminals that draw box characters two cells wide.
  case ascii
}

/// The ways to send that can be asked for; the words are those of the module `Clipboard`.
public enum ClipboardChoice: String, Hashable, Sendable, CaseIterable {
  case tmux
  case wlCopy = "wl-copy"
  case xclip
  case xsel
  case osc52
}

/// The pairs of sounds that can be switched; the words are those of the module `Search`.
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

/// The kinds of double pinyin that can be chosen; the words are those of the module `Search`.
public enum DoublePinyinChoice: String, Hashable, Sendable, CaseIterable {
  case xiaohe
  case ziranma
  case microsoft
}
