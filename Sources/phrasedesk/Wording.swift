import Phrases

/// What the commands say, apart from what the modules below them do.
enum CommandSentence {
  case nothingFound(String)
  case noSuchID(String)
  case ambiguousID(String, [String])
  case notValid(String, Validity)
  case noSuchPlaceholder(String, [String])
  case unfilled(String, [String])
  case moreWarnings(Int, String)
  case nothingToExport
  case exported(Int, String)
  case checked(String, KnowledgeBase)

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .nothingFound(let query):
      "Nothing found for \"\(query)\"; fewer letters find more."
    case .noSuchID(let id):
      "No phrase has the id \(id); phrasedesk search --json QUERY shows ids."
    case .ambiguousID(let id, let keys):
      "Several phrases have the id \(id); take one of: \(keys.joined(separator: ", "))."
    case .notValid(let title, .expired(let day)):
      "Not sent: \(title) was valid until \(day); --expired sends it all the same."
    case .notValid(let title, .notYet(let day)):
      "Not sent: \(title) is valid from \(day) on; --expired sends it all the same."
    case .notValid(let title, .valid): "\(title) is valid."
    case .noSuchPlaceholder(let name, let names):
      names.isEmpty
        ? "--set \(name): the phrase has no placeholders; leave --set out."
        : "--set \(name): the phrase has no such placeholder; it has: \(names.joined(separator: ", "))."
    case .unfilled(let title, let names):
      "Not sent: \(title) needs \(names.map { "--set \"\($0)=...\"" }.joined(separator: " "))."
    case .moreWarnings(let count, let file):
      "\(file): and \(count) more warnings; phrasedesk check shows them all."
    case .nothingToExport:
      "There are no phrases of yours yet; phrasedesk import FILE reads some in, --starter writes the starter's."
    case .exported(let count, let file): "\(count) phrases written to \(file)."
    case .checked(let file, let list):
      "\(file): \(list.rowCount) rows, \(list.phrases.count) phrases, \(list.warnings.count) warnings, \(list.description); it can be used."
    }
  }

  private var chinese: String {
    switch self {
    case .nothingFound(let query): "没有找到「\(query)」，少输几个字母会找到更多。"
    case .noSuchID(let id): "没有编号为 \(id) 的话术；phrasedesk search --json 可查看编号。"
    case .ambiguousID(let id, let keys):
      "编号 \(id) 对应多条话术，请指定其一：\(keys.joined(separator: "、"))。"
    case .notValid(let title, .expired(let day)):
      "未发送：「\(title)」的有效期到 \(day) 为止；--expired 仍然发送。"
    case .notValid(let title, .notYet(let day)):
      "未发送：「\(title)」从 \(day) 起生效；--expired 仍然发送。"
    case .notValid(let title, .valid): "「\(title)」有效。"
    case .noSuchPlaceholder(let name, let names):
      names.isEmpty
        ? "--set \(name)：这条话术没有占位符，请去掉 --set。"
        : "--set \(name)：没有这个占位符；有：\(names.joined(separator: "、"))。"
    case .unfilled(let title, let names):
      "未发送：「\(title)」还需要 \(names.map { "--set \"\($0)=...\"" }.joined(separator: " "))。"
    case .moreWarnings(let count, let file):
      "\(file)：另有 \(count) 条提醒；phrasedesk check 可全部查看。"
    case .nothingToExport: "还没有自己的话术；用 phrasedesk import 文件 导入，或用 --starter 导出内置话术。"
    case .exported(let count, let file): "已将 \(count) 条话术写入 \(file)。"
    case .checked(let file, let list):
      "\(file)：\(list.rowCount) 行，\(list.phrases.count) 条话术，\(list.warnings.count) 条提醒，\(list.description)；可以使用。"
    }
  }
}

extension KnowledgeBase {
  /// Format and encoding, as a file command would name them.
  fileprivate var description: String {
    let format =
      switch self.format {
      case .json: "JSON"
      case .csv(.comma): "CSV"
      case .csv(.semicolon): "CSV (;)"
      case .csv(.tab): "CSV (tab)"
      }
    let encoding =
      switch encoding {
      case .utf8: "UTF-8"
      case .utf8WithBOM: "UTF-8 (BOM)"
      case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
      case .gb18030: "GB18030"
      }
    return "\(format), \(encoding)"
  }
}
