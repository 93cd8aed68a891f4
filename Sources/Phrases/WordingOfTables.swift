extension Finding.Problem {
  /// Problems of a table's columns.
  func tableSentence(_ language: Language) -> String? {
    switch self {
    case .missingTextColumn(let found, let suggestion):
      Self.missingText(found, suggestion, language)
    case .mappedHeaderMissing(let column, let header, let found):
      language.says(
        "the column \"\(header.excerpt())\", mapped to \(column.name), is not there; "
          + "found: \(found.listed(language)); correct --columns (of a source: phrasedesk sync --columns … NAME,"
          + " and --columns '' forgets it).",
        "没有映射到 \(column.name) 的列“\(header.excerpt())”；"
          + "找到的列：\(found.listed(language))；请修改 --columns（来源用 phrasedesk sync --columns … 名称，"
          + "--columns '' 可取消）。")
    case .columnTwice(let header, let first):
      language.says(
        "\"\(header.excerpt())\" is the same column as \"\(first.excerpt())\"; remove one of them.",
        "“\(header.excerpt())”与“\(first.excerpt())”是同一列；请删除其中一列。")
    case .noHeader(let columns):
      language.says(
        "there is no row with the names of columns; what stands in them was taken for --columns"
          + " \(columns.excerpt(limit: 120)).",
        "没有列名行；已按内容判断为 --columns \(columns.excerpt(limit: 120))。")
    case .columnsCompete(let column, let taken, let others):
      language.says(
        "\(column.name) is taken from \"\(taken.excerpt())\", not from"
          + " \(others.listed(language)); --columns '\(column.name)=\(others[0].excerpt())' says otherwise.",
        "\(column.names[1])取自“\(taken.excerpt())”，而不是 \(others.listed(language))；如需更改请用 --columns"
          + " '\(column.name)=\(others[0].excerpt())'。")
    case .groupsNotFilled(let column, let count, let rows):
      language.says(
        "\(count) of \(rows) rows have no \(column.name) and stand below one that has, as merged cells leave"
          + " them; --fill-down \(column.name) gives them the one above.",
        "\(rows) 行中有 \(count) 行没有\(column.names[1])，而上方的行有，像是合并单元格；用 --fill-down"
          + " \(column.name) 可沿用上一行的内容。")
    case .headerRepeated(let count):
      language.says(
        "the header stands here again (\(count) times in all); these rows are left out.",
        "此处重复出现表头（共 \(count) 次）；这些行已略过。")
    case .anotherTable(let row):
      language.says(
        "another table begins in row \(row); only the first is read, put the other into a file of its own.",
        "第 \(row) 行起是另一张表；只读取第一张，请把另一张放到单独的文件中。")
    case .unclearDates(let count, let sample):
      language.says(
        "\(count) dates such as \"\(sample.excerpt())\" do not tell month from day; in the spreadsheet choose"
          + " Format cells, Date, YYYY-MM-DD, and save it again.",
        "有 \(count) 个日期（如“\(sample.excerpt())”）分不清月和日；请在表格软件中选“设置单元格格式”，日期，YYYY-MM-DD，"
          + "再保存。")
    case .statusNotRead(let header, let sample):
      language.says(
        "the column \"\(header.excerpt())\" says \"\(sample.excerpt())\" and is not read: such phrases are used;"
          + " --columns 'status=\(header.excerpt())' reads it.",
        "列“\(header.excerpt())”中有“\(sample.excerpt())”，但未读取，这些话术会被使用；"
          + "用 --columns 'status=\(header.excerpt())' 可读取。")
    case .unknownStatuses(let count, let sample):
      language.says(
        "\(count) values such as \"\(sample.excerpt())\" do not say whether a phrase is used; these are used."
          + " Write active or draft.",
        "有 \(count) 个值（如“\(sample.excerpt())”）看不出话术是否启用；这些话术按启用处理。请写“启用”或“停用”。")
    default: nil
    }
  }

  /// Problems of what texts are written in.
  func markupSentence(_ language: Language) -> String? {
    switch self {
    case .markup(let count, isRead: true):
      language.says(
        "\(count) texts are HTML and are read as text without tags, and without what is hidden or struck out;"
          + " --html keep leaves them as they are.",
        "有 \(count) 条话术是 HTML，已读作不含标签、隐藏内容和删除线的文字；--html keep 可原样保留。")
    case .markup(let count, isRead: false):
      language.says(
        "\(count) texts hold HTML tags, which the customer would see; --html plain takes them away.",
        "有 \(count) 条话术含有 HTML 标签，顾客会看到；--html plain 可去掉标签。")
    case .speltBreaks(let count, isRead: false):
      language.says(
        "\(count) texts have line breaks spelt out (\\n, _x000D_, <br>), which the customer would see;"
          + " --html plain makes line breaks of them.",
        "有 \(count) 条话术把换行写成了字符（\\n、_x000D_、<br>），顾客会看到；--html plain 可改为换行。")
    case .speltBreaks(let count, isRead: true):
      language.says(
        "\(count) texts have line breaks spelt out (\\n, _x000D_, <br>), which are read as line breaks;"
          + " --html keep leaves them.",
        "有 \(count) 条话术把换行写成了字符（\\n、_x000D_、<br>），已读作换行；--html keep 可原样保留。")
    case .notOfFormat(let name):
      language.says(
        "the file is not \(name.excerpt()), which --from says; leave --from out.",
        "文件不是 --from 所说的 \(name.excerpt())；请去掉 --from。")
    default: nil
    }
  }

  private static func missingText(
    _ found: [String], _ suggestion: String, _ language: Language
  ) -> String {
    let remedy =
      suggestion.isEmpty
      ? language.says(
        "name one of them text or map it with --columns.", "请改列名，或用 --columns 指定。")
      : language.says(
        "if that is right, add --columns '\(suggestion.excerpt(limit: 160))'.",
        "如果正确，请加上 --columns '\(suggestion.excerpt(limit: 160))'。")
    // One column is rather a text than a table.
    let isText = found.count < 3
    let more =
      isText ? language.says(" For lines of text: --from text.", "如果是纯文本：--from text。") : ""
    return language.says(
      "there is no column text; found: \(found.listed(language)); \(remedy)\(more)",
      "没有内容列（text）；找到的列：\(found.listed(language))；\(remedy)\(more)")
  }
}

extension PhraseColumn.UnknownName {
  /// That there is no such column, and which there are.
  public func sentence(_ language: Language) -> String {
    language.says(
      "there is no column \"\(name.excerpt())\"; known: \(PhraseColumn.listed).",
      "没有“\(name.excerpt())”这一列；可用的列：\(PhraseColumn.listedChinese)。")
  }
}
