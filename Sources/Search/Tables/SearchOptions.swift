/// How an agent types, and how forgiving a search is.
public struct SearchOptions: Hashable, Sendable {
  /// The pairs of sounds that count as one where exact sounds find too little.
  public var fuzzySounds: Set<FuzzySound>
  /// The double pinyin that is typed beside full pinyin; nil for none.
  public var doublePinyin: DoublePinyin?
  /// Whether one slip of the finger, and gaps, are forgiven where nothing else finds enough.
  public var forgivesTypos: Bool

  /// All fuzzy sounds, no double pinyin, typos forgiven.
  public static let standard = SearchOptions()

  public init(
    fuzzySounds: Set<FuzzySound> = Set(FuzzySound.allCases), doublePinyin: DoublePinyin? = nil,
    forgivesTypos: Bool = true
  ) {
    self.fuzzySounds = fuzzySounds
    self.doublePinyin = doublePinyin
    self.forgivesTypos = forgivesTypos
  }
}

/// A pair of sounds that many speakers do not tell apart (模糊音); the raw value is its setting.
public enum FuzzySound: String, Hashable, Sendable, CaseIterable {
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

/// A way of typing every syllable with two keys (双拼); the raw value is its setting.
public enum DoublePinyin: String, Hashable, Sendable, CaseIterable {
  /// 小鹤双拼
  case xiaohe
  /// 自然码
  case ziranma
  /// 微软双拼
  case microsoft
}
