/// How the agent types, and how forgiving a search is.
public struct SearchSettings: Equatable, Sendable {
  /// The sounds that count as one where exact ones find too little.
  public var fuzzySounds = Set(FuzzySoundChoice.allCases)
  /// The double pinyin that is typed beside full pinyin; nil for none.
  public var doublePinyin: DoublePinyinChoice?
  /// Whether one slip, or a gap, is forgiven where little else is found.
  public var forgivesTypos = true

  public init() {}
}
