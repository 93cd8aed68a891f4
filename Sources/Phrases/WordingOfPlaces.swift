extension Finding {
  /// What was found, where, and what to do; without a file's name it begins with the row.
  public func sentence(_ language: Language, file: String? = nil) -> String {
    place(language, file: file) + message(language)
  }

  /// What was found and what to do, without the place.
  public func message(_ language: Language) -> String {
    problem.sentence(
      language,
      related: relatedWords(language))
  }

  private func relatedWords(_ language: Language) -> String {
    guard let related else { return "" }
    guard case .text = related, let relatedRow else { return related.line(language) }
    return name(ofRow: relatedRow, language)
  }

  private func place(_ language: Language, file: String?) -> String {
    let file = file?.excerpt(limit: 120)
    guard !problem.concernsWholeFile else {
      return file.map { language.says("\($0): ", "\($0)：") } ?? ""
    }
    let parts = [words(language), name(language), columnName.map { $0.excerpt() } ?? ""].filter {
      !$0.isEmpty
    }
    let behind = isLineBehind ? place.lineWords(language) : ""
    switch language {
    case .english:
      return (file.map { "\($0), " } ?? "") + parts.joined(separator: ", ") + behind + ": "
    case .chinese:
      return (file.map { "\($0) " } ?? "") + parts.joined(separator: "，") + behind + "："
    }
  }

  /// The row that a spreadsheet shows, or the place where that says it better.
  func words(_ language: Language) -> String {
    guard case .text = place, let row else { return place.words(language) }
    return name(ofRow: row, language)
  }

  /// Whether the line and the column of the text are said as well, which are of use in an editor.
  private var isLineBehind: Bool {
    if case .text = place { row != nil } else { false }
  }

  private func name(ofRow row: Int, _ language: Language) -> String {
    countsItems
      ? language.says("item \(row)", "第 \(row) 项") : language.says("row \(row)", "第 \(row) 行")
  }

  /// What people know the record by.
  private func name(_ language: Language) -> String {
    let title =
      title.map { language.says("\"\($0.excerpt())\"", "“\($0.excerpt())”") } ?? ""
    // Nobody knows an id that was derived.
    let id = id.flatMap { Fingerprint.isDerived($0) ? nil : $0.excerpt() } ?? ""
    return [id, title].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Finding.Place {
  /// The place as it begins a sentence.
  public func words(_ language: Language) -> String {
    switch self {
    case .text(let line, let column):
      language.says("line \(line), column \(column)", "第 \(line) 行第 \(column) 个字符")
    case .cell(let sheet, let row, let column):
      language.says(
        "sheet \(sheet.excerpt()), cell \(Finding.Place.letters(column))\(row)",
        "工作表 \(sheet.excerpt()) 单元格 \(Finding.Place.letters(column))\(row)")
    case .path(let path): path.excerpt()
    }
  }

  /// Behind the row.
  fileprivate func lineWords(_ language: Language) -> String {
    language.says(" (\(words(.english)))", "（\(words(.chinese))）")
  }

  /// Where the other one of two stands, as it follows "in" or 与.
  fileprivate func line(_ language: Language) -> String {
    switch self {
    case .text(let line, _): language.says("line \(line)", "第 \(line) 行")
    case .cell(let sheet, let row, _):
      language.says(
        "row \(row) of the sheet \"\(sheet.excerpt())\"",
        "第 \(row) 行（工作表“\(sheet.excerpt())”）")
    case .path(let path): path.excerpt()
    }
  }

  /// A column as spreadsheets name it: A to Z, then AA.
  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}
