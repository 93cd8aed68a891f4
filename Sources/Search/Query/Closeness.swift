/// How closely a text is what was typed, loosest first; each allows all that the closer ones do.
public enum Closeness: Int, Sendable, Comparable, CaseIterable {
  /// `fh`: at least one 汉字 stands only for its initial, and for nothing more.
  case initials
  /// `haikuan` for 还款 read huankuan: another reading than the usual one.
  case otherReading
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
