/// How closely a text is what was typed, loosest first; each allows all that the closer ones do.
public enum Closeness: Int, Sendable, Comparable, CaseIterable {
  /// `zongguo` for 中国: a sound that is taken for another.
  case fuzzySound
  /// `fh`: at least one 汉字 stands only for its initial, and for nothing more.
  case initials
  /// `haikuan` for 还款 read huankuan: another reading than the usual one; `qitian` for 7天.
  case otherReading
  /// `vsgo` for 中国: usual readings, typed in a double pinyin.
  case doublePinyin
  /// `fahu`: usual readings, the last one not finished yet.
  case unfinished
  /// `fahuo`: usual readings, all of them whole.
  case spelled
  /// 发货: the characters themselves, traditional or simplified; Latin letters and digits.
  case literal

  public static func < (left: Closeness, right: Closeness) -> Bool {
    left.rawValue < right.rawValue
  }
}
