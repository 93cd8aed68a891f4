import Phrases

extension TOMLFault.Kind {
  /// What is wrong and what to do, to stand within a sentence that says where.
  public func clause(_ language: Language) -> String {
    let (english, chinese) = clauses
    return language == .english ? english : chinese
  }

  private var clauses: (english: String, chinese: String) {
    switch self {
    case .notUTF8: ("this is not UTF-8; save the file as UTF-8", "不是 UTF-8 编码，请以 UTF-8 保存文件")
    case .controlCharacter: ("remove the control character", "请删除控制字符")
    case .expectedKey: ("the name of a setting is missing", "缺少设置的名称")
    case .expectedEquals:
      ("a setting is written name = value; the = is missing", "设置应写作 名称 = 值，此处缺少 =")
    case .expectedValue: ("the value is missing", "缺少设置的值")
    case .unquotedText: ("put \" before and after a text", "文本前后请加上英文双引号 \"")
    case .badNumber: ("this is not a number; put \" around a text", "这不是数字；若是文本，请加英文双引号 \"")
    case .badMoment: ("there is no such date or time", "没有这样的日期或时间")
    case .unclosedText: ("this text has no closing quote", "这段文本缺少结尾的引号")
    case .badEscape: ("write \\\\ for a backslash in a text", "文本中的反斜杠请写作 \\\\")
    case .unclosedArray: ("this list lacks a comma or its closing ]", "这个列表缺少逗号或结尾的 ]")
    case .unclosedTable: ("a closing ] or } is missing", "缺少结尾的 ] 或 }")
    case .expectedLineEnd:
      ("one line holds one setting; remove what follows it", "一行只能写一项设置，请删除多余的内容")
    case .duplicate: ("this name was used before; remove one of the two", "名称重复，请删除其中一个")
    case .tooDeep: ("lists or tables are nested too deeply", "列表或表嵌套过深")
    }
  }
}
