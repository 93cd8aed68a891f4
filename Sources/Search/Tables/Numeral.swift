/// The digits as they are read out: 7天 is qitian, and 7tian is also 七天.
enum Numeral {
  struct Digit {
    let unit: UInt16
    let syllables: [String]
    /// The 汉字 that are typed with it.
    let han: String
  }

  static let digits = [
    digit("0", ["ling"], "〇零"), digit("1", ["yi"], "一"), digit("2", ["er", "liang"], "二两兩"),
    digit("3", ["san"], "三"), digit("4", ["si"], "四"), digit("5", ["wu"], "五"),
    digit("6", ["liu"], "六"), digit("7", ["qi"], "七"), digit("8", ["ba"], "八"),
    digit("9", ["jiu"], "九"),
  ]

  private static func digit(_ digit: Unicode.Scalar, _ syllables: [String], _ han: String) -> Digit
  {
    Digit(unit: UInt16(digit.value), syllables: syllables, han: han)
  }
}
