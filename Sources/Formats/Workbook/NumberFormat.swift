/// How a cell shows its number (ECMA-376, part 1, 18.8.30 and 18.8.31).
///
/// Codes keep the zeros of `0000`, telephone numbers their digits, dates become ISO dates whatever they look
/// like. What is too much for a list of phrases, as fractions and exponents, is shown as it is.
enum NumberFormat {
  case general
  case date(SerialDate.Parts)
  /// For positive numbers, for negative ones and for zero, as far as there are such.
  case patterns([NumberPattern])

  /// The format of a code in a workbook.
  init(code: String) {
    let sections = FormatToken.sections(of: code)
    let first = sections.first ?? []
    if let parts = SerialDate.Parts(first) {
      self = .date(parts)
      return
    }
    // The fourth one is for texts.
    let patterns = sections.prefix(3).map(NumberPattern.init)
    self =
      first == [.general] || patterns.contains { $0 == nil }
      ? .general : .patterns(patterns.compactMap { $0 })
  }

  /// The format of a number that every spreadsheet program knows, nil where the workbook has to say it.
  init?(builtIn number: Int) {
    guard let code = NumberFormat.builtIn[number] else { return nil }
    self.init(code: code)
  }

  /// Those of 27 to 36 and 50 to 58 are the ones of Chinese.
  private static let builtIn: [Int: String] = {
    var codes = [
      0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
      11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm",
      17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
      37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
      45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
    ]
    for number in [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58] {
      codes[number] = "yyyy-mm-dd"
    }
    for number in [32, 33, 34, 35, 55, 56] { codes[number] = "h:mm" }
    return codes
  }()

  /// What a cell shows whose value is `bytes`; they as they stand where they are no number.
  func show(_ bytes: some Sequence<UInt8>, _ epoch: SerialDate.Epoch) -> String {
    guard let number = DecimalNumber(bytes) else {
      return String(decoding: Array(bytes), as: UTF8.self)
    }
    switch self {
    case .general: return number.plain
    case .date(let parts):
      return SerialDate(number, epoch).map { $0.show(parts) } ?? number.plain
    case .patterns(let patterns):
      if number.isNegative, patterns.count > 1 { return patterns[1].show(number) }
      if number.isZero, patterns.count > 2 { return patterns[2].show(number) }
      return (number.isNegative ? "-" : "") + patterns[0].show(number)
    }
  }
}
