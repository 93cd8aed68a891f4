extension Finding.WorkbookProblem {
  /// What is wrong with a workbook, and what to do.
  func sentence(_ language: Language) -> String {
    switch self {
    case .kind(let kind): kind.sentence(language)
    case .encrypted:
      language.says(
        "the workbook opens with a password only; save it without one.",
        "工作簿设有打开密码；请取消密码后另存。")
    case .damaged(let part?):
      language.says(
        "the workbook is damaged (in \(part.excerpt())); get the whole file again, "
          + "or open it in a spreadsheet program and save it anew.",
        "工作簿已损坏（\(part.excerpt())）；请重新获取完整文件，或用表格软件打开后另存。")
    case .damaged(nil):
      language.says(
        "the workbook is damaged or not whole; get the file again, "
          + "or open it in a spreadsheet program and save it anew.",
        "工作簿已损坏或不完整；请重新获取文件，或用表格软件打开后另存。")
    case .doctype(let part):
      language.says(
        "the workbook holds a document type in \(part.excerpt()), which no spreadsheet program "
          + "writes; open it in one and save it anew.",
        "工作簿的 \(part.excerpt()) 含有文档类型声明（DOCTYPE），不是表格软件的产物；"
          + "请用表格软件打开后另存。")
    case .encoding(let name, let part):
      language.says(
        "\(part.excerpt()) in the workbook is in \(name.excerpt()), and only UTF-8 and UTF-16 are "
          + "read; open the file in a spreadsheet program and save it anew.",
        "工作簿的 \(part.excerpt()) 使用 \(name.excerpt()) 编码，只能读取 UTF-8 和 UTF-16；"
          + "请用表格软件打开后另存。")
    case .tooManyParts(let limit):
      language.says(
        "the workbook has more than \(limit) parts; copy the sheet with the phrases into a new one.",
        "工作簿的组成部分超过 \(limit) 个；请把话术所在的工作表复制到新工作簿。")
    case .unpacksTooLarge(let limit):
      language.says(
        "the workbook unpacks to more than \(limit >> 20) MB; divide it into several files.",
        "工作簿解压后超过 \(limit >> 20) MB；请拆分成多个文件。")
    case .inflates(let part, let limit):
      language.says(
        "\(part.excerpt()) in the workbook unpacks to more than \(limit) times its size; "
          + "copy the phrases into a new workbook.",
        "工作簿的 \(part.excerpt()) 解压后超过原大小的 \(limit) 倍；请把话术复制到新工作簿。")
    case .noZlib:
      language.says(
        "workbooks are unpacked by zlib, which is not installed; install zlib1g, "
          + "or save the sheet as CSV in UTF-8.",
        "读取工作簿需要 zlib，但未安装；请安装 zlib1g，或把工作表另存为 UTF-8 的 CSV。")
    case .noSheet(let name, let found):
      language.says(
        "there is no sheet \"\(name.excerpt())\"; found: \(found.quoted(language)); "
          + "correct --sheet.",
        "没有名为“\(name.excerpt())”的工作表；找到的工作表：\(found.quoted(language))；"
          + "请修改 --sheet。")
    case .allSheetsHidden(let names):
      language.says(
        "every sheet is hidden: \(names.quoted(language)); show one, or name it with --sheet.",
        "所有工作表都已隐藏：\(names.quoted(language))；请取消隐藏，或用 --sheet 指定。")
    case .emptySheets:
      language.says(
        "the sheets are empty; one needs a header with the column text.",
        "工作表是空的；需要含 text（内容）列的表头。")
    }
  }
}

extension Finding.OfficeKind {
  fileprivate func sentence(_ language: Language) -> String {
    switch self {
    case .oldExcel:
      language.says(
        "the file is a workbook of Excel 97–2003 (.xls), which is not read; "
          + "save it as Excel workbook (.xlsx).",
        "文件是 Excel 97–2003 工作簿（.xls），无法读取；请另存为 Excel 工作簿（.xlsx）。")
    case .binaryExcel:
      language.says(
        "the file is a binary workbook (.xlsb), which is not read; save it as Excel workbook (.xlsx).",
        "文件是二进制工作簿（.xlsb），无法读取；请另存为 Excel 工作簿（.xlsx）。")
    case .openDocument:
      language.says(
        "the file is an OpenDocument spreadsheet (.ods), which is not read; "
          + "save it as Excel 2007–365 (.xlsx).",
        "文件是 OpenDocument 电子表格（.ods），无法读取；请另存为 Excel 2007–365（.xlsx）。")
    case .numbers:
      language.says(
        "the file is a spreadsheet of Apple Numbers, which is not read; "
          + "export it with File, Export To, Excel.",
        "文件是 Apple Numbers 表格，无法读取；请用“文件”“导出为”“Excel”导出。")
    case .otherDocument:
      language.says(
        "the file is an office document and no spreadsheet; copy the phrases into one and save it "
          + "as .xlsx.",
        "文件是办公文档，不是电子表格；请把话术复制到表格中，另存为 .xlsx。")
    case .archive:
      language.says(
        "the file is a zip archive; unpack it and name the list in it.",
        "文件是 zip 压缩包；请先解压，再指定其中的话术文件。")
    }
  }
}

extension Finding.SheetRemark {
  /// What is worth knowing of the sheets.
  func sentence(_ language: Language) -> String {
    switch self {
    case .hiddenSheets(let names):
      language.says(
        "hidden and not read: \(names.quoted(language)); --sheet NAME reads one of them.",
        "已隐藏、未读取的工作表：\(names.quoted(language))；可用 --sheet 指定读取。")
    case .hiddenCells(let sheet, let rows, let columns):
      language.says(
        "hidden in the sheet \"\(sheet.excerpt())\" and read all the same: "
          + "\(English.counts([(rows, "row"), (columns, "column")])).",
        "工作表“\(sheet.excerpt())”中已隐藏、但仍读取："
          + [(rows, "行"), (columns, "列")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
          .joined(separator: "、") + "。")
    case .formulasWithoutValue(let sheet, let count):
      language.says(
        "in the sheet \"\(sheet.excerpt())\" \(English.counts([(count, "formula")])) without a "
          + "value, read as empty; open the file in a spreadsheet program and save it anew.",
        "工作表“\(sheet.excerpt())”有 \(count) 个公式没有保存结果，按空单元格读取；"
          + "请用表格软件打开后另存。")
    case .cutNumbers(let sheet, let count):
      language.says(
        "in the sheet \"\(sheet.excerpt())\" \(English.counts([(count, "number")])) of more than 15 "
          + "digits, of which a spreadsheet keeps 15 and makes the others 0; format the cells as text "
          + "and type them anew.",
        "工作表“\(sheet.excerpt())”有 \(count) 个超过 15 位的数字，表格软件只保留 15 位、其余变成 0；"
          + "请把单元格设为文本后重新输入。")
    case .struckOut(let sheet, let count):
      language.says(
        "in the sheet \"\(sheet.excerpt())\" \(English.counts([(count, "cell")])) with text that is "
          + "struck out, which is left out; delete it there, or take the line away.",
        "工作表“\(sheet.excerpt())”有 \(count) 个单元格含删除线文字，已略去；请删除这些文字，或去掉删除线。")
    case .otherColumns(let names, let first):
      language.says(
        "read as well, with other columns than the sheet \"\(first.excerpt())\": \(names.quoted(language)); "
          + "hide a sheet that is no list of phrases, or name one with --sheet.",
        "列名与工作表“\(first.excerpt())”不同、也已读取：\(names.quoted(language))；"
          + "不是话术的工作表请隐藏，或用 --sheet 只读取一张。")
    case .picturesInCells(let sheet, let count):
      language.says(
        "in the sheet \"\(sheet.excerpt())\" \(English.counts([(count, "cell")])) with a picture, "
          + "which is not read; keep pictures as files and name them in a column attachments.",
        "工作表“\(sheet.excerpt())”有 \(count) 个单元格嵌入了图片，未读取；"
          + "请把图片存为文件，并在附件列填写文件名。")
    case .passedOver(let names):
      language.says(
        "not read, since it does not look like a list of phrases: \(names.quoted(language)); "
          + "--sheet NAME reads it, columns named title and text make it one.",
        "看起来不是话术列表而未读取的工作表：\(names.quoted(language))；"
          + "可用 --sheet 指定读取，或把列命名为标题和内容。")
    case .tableBeside(let sheet, let column):
      language.says(
        "the sheet \"\(sheet.excerpt())\" has another table from column \(column) on, which was "
          + "not read; put it on a sheet of its own.",
        "工作表“\(sheet.excerpt())”从 \(column) 列起有另一张表，未读取；请放到单独的工作表中。")
    }
  }
}

/// Numbers in English sentences.
private enum English {
  /// `1 row and 2 columns`; what there is none of is left out.
  static func counts(_ counts: [(number: Int, noun: String)]) -> String {
    counts.filter { $0.number > 0 }.map { "\($0.number) \($0.noun)\($0.number == 1 ? "" : "s")" }
      .joined(separator: " and ")
  }
}

extension [String] {
  /// Names in quotation marks, no more than a sentence bears.
  fileprivate func quoted(_ language: Language) -> String {
    let shown = prefix(8).map {
      language.says("\"\($0.excerpt())\"", "“\($0.excerpt())”")
    }
    let rest = count - shown.count
    let more = rest > 0 ? language.says(" and \(rest) more", " 等 \(count) 个") : ""
    return shown.joined(separator: language.says(", ", "、")) + more
  }
}
