extension Finding.Problem {
  /// What tools left in a file, or took from it.
  func damageSentence(_ language: Language) -> String? {
    switch self {
    case .keptInLFS:
      language.says(
        "this is only the place of a file that is kept in Git LFS; "
          + "get the file itself, for example with git lfs pull.",
        "这只是 Git LFS 中文件的位置信息，不是文件本身；请取得文件本身，例如用 git lfs pull。")
    case .conflictMarker:
      language.says(
        "this is an unresolved merge conflict of git; resolve it and save the file again.",
        "此处是未解决的 git 合并冲突；请解决后重新保存。")
    case .rowsAboveHeader(let count, let sample, let found):
      language.says(
        "this line is read as the header (\(found.joined(separator: ", "))); what stands above it is not read:"
          + " \"\(sample.excerpt())\"\(count > 1 ? " and \(count - 1) more" : "").",
        "此行作为表头（\(found.joined(separator: "、"))）；其上的内容不读取：“\(sample.excerpt())”"
          + (count > 1 ? "等 \(count) 行。" : "。"))
    case .valuesWithoutName(let column, let count, let sample):
      language.says(
        "column \(column) has no name in the header, and \(count) \(count == 1 ? "value" : "values") in it"
          + " are not read, such as \"\(sample.excerpt())\"; name the column.",
        "第 \(column) 列在表头中没有名称，其中 \(count) 个值不读取，例如“\(sample.excerpt())”；请为该列命名。")
    case .lostText(let sign, let count, let samples):
      language.says(
        "\(count) \(count == 1 ? "cell" : "cells"), of which this is the first, \(sign.sentence(language)): "
          + "\(samples.quoted(language)).",
        "共 \(count) 个单元格（此为第一个）\(sign.sentence(language))：\(samples.quoted(language))。")
    default: nil
    }
  }
}

extension LostText {
  fileprivate func sentence(_ language: Language) -> String {
    switch self {
    case .questionMarks:
      language.says(
        "may have ? in the place of characters that were lost in saving; save the original as UTF-8",
        "可能有字符在保存时丢失，变成了 ?；请把原文件另存为 UTF-8")
    case .replacementCharacters:
      language.says(
        "have U+FFFD in the place of characters that were lost; save the original as UTF-8",
        "含有 U+FFFD，原来的字符已丢失；请把原文件另存为 UTF-8")
    case .spreadsheetErrors:
      language.says(
        "are errors of a spreadsheet; write the text again, in a column formatted as text",
        "是电子表格的错误值；请把该列设为文本格式后重新填写")
    case .scientificNumbers:
      language.says(
        "are numbers that a spreadsheet cut short; write them again, in a column formatted as text",
        "是被电子表格截短的数字；请把该列设为文本格式后重新填写")
    case .mojibake:
      language.says(
        "read as if a program had taken UTF-8 or GBK for Latin-1; take the original and save it as UTF-8",
        "像是把 UTF-8 或 GBK 当成 Latin-1 读取后保存的乱码；请用原文件另存为 UTF-8")
    }
  }
}

extension [String] {
  fileprivate func quoted(_ language: Language) -> String {
    map { language.says("\"\($0.excerpt())\"", "“\($0.excerpt())”") }
      .joined(separator: language.says(", ", "、"))
  }
}
