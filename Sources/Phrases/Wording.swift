extension KnowledgeBaseError {
  /// One sentence for each finding that is kept, and one that counts the others.
  public func sentences(_ language: Language) -> [String] {
    var sentences = findings.map { $0.sentence(language, file: file) }
    let rest = count - findings.count
    if rest > 0 {
      sentences.append(
        language.says(
          "\(rest) more \(rest == 1 ? "error" : "errors") in \(file.excerpt(limit: 120)).",
          "\(file.excerpt(limit: 120)) 中另有 \(rest) 处错误。"))
    }
    return sentences
  }
}

extension Finding.Problem {
  func sentence(_ language: Language, related line: String) -> String {
    switch self {
    case .json(let problem): return problem.sentence(language)
    case .inWorkbook(let problem): return problem.sentence(language)
    case .sheets(let remark): return remark.sentence(language)
    case .foreign(let problem): return problem.sentence(language)
    case .emptyText:
      return language.says(
        "the text is empty; the row is counted and not shown.",
        "话术内容为空；该行计入总数，但不显示。")
    case .sameTitle:
      return language.says(
        "the title stands in \(line) already, with another text; give both an id.",
        "标题与\(line)相同而内容不同；请为两行填写编号（id）。")
    case .samePhrase:
      return language.says(
        "the same phrase stands in \(line) already; delete one of them.",
        "与\(line)完全相同；请删除其中一行。")
    case .sameTextOtherKeywords:
      return language.says(
        "the same title and text stand in \(line) already, with other keywords, dates or marks; put them in one row.",
        "与\(line)的标题和内容相同，而关键词、日期或其他列不同；请合并到一行。")
    case .duplicateID(let id):
      return language.says(
        "the id \"\(id.excerpt())\" stands in \(line) already; change one of them.",
        "编号“\(id.excerpt())”与\(line)重复；请修改其中一个。")
    case .badAttachment(let name, let flaw):
      return language.says(
        "the attachment \(name.excerpt()) \(flaw.sentence(.english))",
        "附件 \(name.excerpt()) \(flaw.sentence(.chinese))")
    case .damagedPlaceholder(let damage, let text):
      return damage.sentence(text, language)
    case .placeholderOnlyBlank(let flaw, let text):
      return flaw.sentence(text, language)
    case .placeholdersSayMore(let count, let examples):
      return Finding.Problem.sayingMore(count, examples, language)
    case .foreignPlaceholders(let count, let examples, let styles):
      return Finding.Problem.foreign(count, examples, styles, language)
    default:
      return encodingSentence(language) ?? damageSentence(language) ?? tableSentence(language)
        ?? markupSentence(language)
        ?? fileSentence(language)
        ?? cellSentence(language)
    }
  }

  /// Problems of the file as a whole and of its columns.
  private func fileSentence(_ language: Language) -> String? {
    switch self {
    case .fileTooLarge(let bytes, let limit):
      language.says(
        "the file has \(bytes) bytes and may have \(limit); divide it into several files.",
        "文件有 \(bytes) 字节，上限为 \(limit) 字节；请拆分成多个文件。")
    case .emptyFile:
      language.says(
        "the file is empty; it needs a header with the column text, or a JSON list.",
        "文件是空的；需要含 text（内容）列的表头，或 JSON 列表。")
    case .notUTF8(let offset):
      language.says(
        "the file begins as UTF-8 and the byte at offset \(offset) is not; save it as UTF-8.",
        "文件以 UTF-8 标记开头，但偏移 \(offset) 处的字节不是 UTF-8；请另存为 UTF-8。")
    case .loneSurrogate(let offset):
      language.says(
        "the UTF-16 character at offset \(offset) is only half of a pair; save it as UTF-8.",
        "偏移 \(offset) 处的 UTF-16 字符不完整（代理对缺一半）；请另存为 UTF-8。")
    case .halfUTF16Unit(let offset):
      language.says(
        "the UTF-16 text ends in the middle of a character at offset \(offset); "
          + "get the whole file again.",
        "UTF-16 文本在偏移 \(offset) 处中断；请重新获取完整文件。")
    case .utf32:
      language.says(
        "the file is UTF-32, which is not read; save it as UTF-8.",
        "文件是 UTF-32 编码，无法读取；请另存为 UTF-8。")
    case .workbook:
      language.says(
        "the file is a spreadsheet workbook, and only texts are read here; "
          + "save it as CSV in UTF-8.",
        "文件是电子表格工作簿，此处只能读取文本；请另存为 UTF-8 的 CSV。")
    case .noPhrases:
      language.says(
        "there is no phrase in the file; add a row below the header.",
        "文件中没有话术；请在表头下添加内容。")
    case .notAListOfPhrases(let kind):
      language.says(
        "the file is JSON, but not a list of phrases: it is \(kind.name(language)), and should "
          + "be a list of objects or an object with the list as \"phrases\".",
        "文件是 JSON，但不是话术列表：内容是\(kind.name(language))；"
          + "应为对象的列表，或含“phrases”列表的对象。")
    case .tooManyColumns(let limit):
      language.says(
        "there are more than \(limit) columns; remove those that are not needed.",
        "超过 \(limit) 列；请删除不需要的列。")
    case .tooManyRows(let limit):
      language.says(
        "there are more than \(limit) rows; divide the file into several.",
        "超过 \(limit) 行；请拆分成多个文件。")
    default: nil
    }
  }

  /// Problems of one cell, one record, one value.
  private func cellSentence(_ language: Language) -> String {
    switch self {
    case .unterminatedQuote:
      language.says(
        "the quote that opens here is not closed; add the closing quote.",
        "此处的引号没有闭合；请补上结尾的引号。")
    case .textAfterQuote:
      language.says(
        "there is text after the closing quote; write a quote inside a cell twice (\"\").",
        "闭合引号之后还有文字；单元格内的引号请写成两个（\"\"）。")
    case .tooManyCells(let columns):
      language.says(
        "the row has more cells than the header, which has \(columns); "
          + "put a text with the separator in it in quotes.",
        "该行的单元格多于表头的 \(columns) 列；含分隔符的内容请加引号。")
    case .fieldTooLong(let bytes, let limit):
      language.says(
        "the cell has \(bytes) bytes and may have \(limit); shorten it.",
        "单元格有 \(bytes) 字节，上限为 \(limit) 字节；请缩短。")
    case .badDate(let text):
      language.says(
        "\"\(text.excerpt())\" is not a date; write it like 2026-11-30.",
        "“\(text.excerpt())”不是日期；请写成 2026-11-30 的形式。")
    case .endsBeforeItBegins(let from, let until):
      language.says(
        "the last day \(until) is before the first day \(from); exchange or correct them.",
        "失效日期 \(until) 早于生效日期 \(from)；请更正。")
    case .unknownStatus(let text):
      language.says(
        "the status \"\(text.excerpt())\" is not known; write draft or leave it empty.",
        "状态“\(text.excerpt())”无法识别；请写 draft（草稿）或留空。")
    case .itemIsNotAnObject(let item, let kind):
      language.says(
        "the file is JSON, but not a list of phrases: item \(item) is \(kind.name(language)); "
          + "write it as an object with a \"text\".",
        "文件是 JSON，但不是话术列表：第 \(item) 项是\(kind.name(language))；"
          + "请写成含“text”的对象。")
    case .memberTwice(let name):
      language.says(
        "\"\(name.excerpt())\" stands twice in one object; remove one of them.",
        "同一对象中“\(name.excerpt())”出现两次；请删除一个。")
    case .wrongKind(let kind, let allowsList):
      language.says(
        "the value is \(kind.name(language)); write \(allowsList ? "a list of strings" : "a string").",
        "值是\(kind.name(language))；请写成\(allowsList ? "字符串的列表" : "字符串")。")
    default: ""
    }
  }
}

extension Finding.JSONProblem {
  func sentence(_ language: Language) -> String {
    switch self {
    case .unexpected(let scalar):
      language.says(
        "the file is not valid JSON: \"\(scalar.name)\" cannot stand here; "
          + "correct it or save the file anew.",
        "不是有效的 JSON：此处不能是“\(scalar.name)”；请更正或重新保存。")
    case .unexpectedEnd:
      language.says(
        "the file is not valid JSON: it ends too early; get the whole file again.",
        "不是有效的 JSON：文件提前结束；请重新获取完整文件。")
    case .controlCharacter(let scalar):
      language.says(
        "the file is not valid JSON: \"\(scalar.name)\" inside a string must be "
          + "written as an escape, such as \\n.",
        "不是有效的 JSON：字符串中的“\(scalar.name)”须写成转义形式，如 \\n。")
    case .badEscape:
      language.says(
        "the file is not valid JSON: this escape does not exist; write \\\\ for a backslash.",
        "不是有效的 JSON：没有这种转义；反斜杠请写成 \\\\。")
    case .loneSurrogate:
      language.says(
        "this escape is only half of a surrogate pair; write both halves or the character.",
        "此处只有半个代理对转义；请写全，或直接写该字符。")
    case .tooDeep(let limit):
      language.says(
        "the values are nested deeper than \(limit) levels; write a flat list of phrases.",
        "嵌套超过 \(limit) 层；请写成简单的话术列表。")
    }
  }
}

extension Finding.JSONKind {
  func name(_ language: Language) -> String {
    switch self {
    case .object: language.says("an object", "对象")
    case .array: language.says("a list", "列表")
    case .string: language.says("a string", "字符串")
    case .number: language.says("a number", "数字")
    case .boolean: language.says("true or false", "true 或 false")
    case .null: language.says("null", "null")
    }
  }
}

extension ColumnMapping.ParseError {
  /// What is wrong with a mapping, and what to write.
  public func sentence(_ language: Language) -> String {
    switch self {
    case .notAPair(let part):
      language.says(
        "\"\(part.excerpt())\" in --columns is not name=header; write it like text=answer.",
        "--columns 中的“\(part.excerpt())”不是“列=表头”的形式；请写成 text=answer。")
    case .unknownColumn(let name):
      language.says(
        "--columns names the column \"\(name.excerpt())\", which does not exist; "
          + "known: \(PhraseColumn.listed).",
        "--columns 中没有“\(name.excerpt())”这一列；可用的列：\(PhraseColumn.listedChinese)。")
    case .columnTwice(let column):
      language.says(
        "--columns maps \(column.name) twice; leave one of them.",
        "--columns 两次指定了 \(column.name)；请只保留一个。")
    case .headerTwice(let header):
      language.says(
        "--columns gives \"\(header.excerpt())\" to two columns; leave one of them.",
        "--columns 把“\(header.excerpt())”用于两列；请只保留一个。")
    }
  }
}

extension PlaceholderStyles.ParseError {
  /// What is wrong with the styles of placeholders, and what to write.
  public func sentence(_ language: Language) -> String {
    let known = PlaceholderStyles.named.map(\.name)
    return language.says(
      "--placeholders does not know \"\(part.excerpt())\"; known: "
        + "\(known.joined(separator: ", ")) (as in [x], 【x】, {x}, ${x}, #{x}, %x%, [[x]]).",
      "--placeholders 中的「\(part.excerpt())」无法识别；可用：\(known.joined(separator: "、"))"
        + "（依次为 [x]、【x】、{x}、${x}、#{x}、%x%、[[x]]）。")
  }
}

extension Language {
  package func says(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String)
    -> String
  {
    switch self {
    case .english: english()
    case .chinese: chinese()
    }
  }
}

extension PhraseColumn {
  static var listed: String { allCases.map(\.name).joined(separator: ", ") }

  static var listedChinese: String {
    allCases.map { "\($0.names[1])（\($0.name)）" }.joined(separator: "、")
  }
}

extension [String] {
  /// The first dozen, each shortened and safe to print.
  func listed(_ language: Language) -> String {
    guard !isEmpty else { return language.says("none", "无") }
    let shown = prefix(12).map { $0.excerpt() }.joined(separator: language.says(", ", "、"))
    let rest = count - 12
    guard rest > 0 else { return shown }
    return shown + language.says(" and \(rest) more", " 等 \(count) 列")
  }
}

extension String {
  /// A piece of a file inside a sentence: on one line, safe to print, no more than `limit`
  /// Unicode scalars of it.
  package func excerpt(limit: Int = 40) -> String {
    let start = unicodeScalars.prefix(limit)
    let isCut = start.endIndex < endIndex
    return SafeText.visible(String(start)) + (isCut ? "..." : "")
  }
}

extension Unicode.Scalar {
  /// Itself, or its code point where it would not be seen.
  fileprivate var name: String {
    guard isControl else { return String(self).excerpt() }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}
