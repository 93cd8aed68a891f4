import Foundation
import Phrases

/// What the commands say, apart from what the modules below them do.
enum CommandSentence {
  case nothingFound(String)
  case nothingSuggested
  case noMessage
  case noSuchID(String)
  case ambiguousID(String, [String])
  /// The phrase of that title may not go out.
  case mayNotGo(String, Dispatch.Obstacle)
  /// The placeholders that nothing was given for, and what each is chosen from.
  case needsValues(String, [String], options: [[String]])
  case noSuchPlaceholder(String, [String])
  /// Nothing but a slip or a gap away from the query was found.
  case onlyForgiven(String, PhraseKey)
  case moreWarnings(Int, String)
  case nothingToExport
  /// A source that has no phrases.
  case nothingIn(String)
  case exported(Int, String)
  case checked(String, KnowledgeBase)
  case ignoredColumns(String, [String])
  /// Nothing was written, because the list has errors.
  case notFixed(String)
  /// So many phrases are not shown.
  case morePhrases(Int)
  /// No kind of file is called so.
  case unknownKind(String, [String])
  /// What a file's headers were taken for.
  case mapped(String, KnowledgeBase)
  /// A file was written in which so much was put right.
  case fixed(String, Int)
  case noSuchCommand(String, [String])
  /// The library's own words, which are English, and the command they are about.
  case wrongUse(String, command: String?)
  case noQuery
  case queryTwice
  case badLimit
  case brokenQueryLine(file: String, line: Int)
  case explainIsText
  case noPhraseNamed
  case badValue(String)
  case badFormat(String)
  /// A file's name that promises what is not written.
  case onlyRead(String)
  case twoLists
  /// Standard output took nothing more, for this `errno`.
  case outputFailed(Int32)

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
    case .nothingSuggested:
      "No phrase shares a word with that message; phrasedesk search finds by single words."
    case .noMessage:
      "There is no message: give it on standard input, as in: xclip -o | phrasedesk suggest."
    case .noSuchID(let id):
      "No phrase has the id \(id); phrasedesk search --json QUERY shows ids."
    case .ambiguousID(let id, let keys):
      "Several phrases have the id \(id); take one of: \(keys.joined(separator: ", "))."
    case .mayNotGo(let title, .invalid(_, .expired(let day), _)):
      "Not sent: \(title) was valid until \(day); --expired sends it all the same."
    case .mayNotGo(let title, .invalid(_, .notYet(let day), _)):
      "Not sent: \(title) is valid from \(day) on; --expired sends it all the same."
    case .mayNotGo(let title, .invalid(_, .contested, _)):
      "Not sent: a newer list, which waits for a yes, withdraws or rewords \(title); --expired sends it all the"
        + " same."
    case .mayNotGo(let title, .invalid(_, .valid, _)), .mayNotGo(let title, .withdrawn):
      "Not sent: \(title) is not among the phrases in use; search for it again."
    case .mayNotGo(let title, .empty):
      "Not sent: nothing of \(title) is left to send; give --set values that can be seen."
    case .noSuchPlaceholder(let name, let names):
      names.isEmpty
        ? "--set \(name): the phrase has no placeholders; leave --set out."
        : "--set \(name): the phrase has no such placeholder; it has: \(names.joined(separator: ", "))."
    case .mayNotGo(let title, .unfilled(let names)):
      CommandSentence.needsValues(title, names, options: []).english
    case .needsValues(let title, let names, let options):
      "Not sent: \(title) needs \(CommandSentence.settings(names, options, ("(", ", ", ")")))."
    case .mayNotGo(let title, .looksUnfilled(let blanks)):
      "Not sent: \(title) looks unfilled: \(blanks.listed(.english)); --set \"\(blanks[0].name)=...\" fills it in, --as-is sends it as it stands."
    case .onlyForgiven(let title, let key):
      "Not sent: nothing is written like that; the nearest is \(title), which --id \(key) sends."
    case .moreWarnings(let count, let file):
      "\(file): and \(count) more warnings; phrasedesk check shows them all."
    case .nothingToExport:
      "There are no phrases of yours yet; phrasedesk import FILE reads some in, --starter writes the starter's."
    case .nothingIn(let source): "\(source) has no phrases here; phrasedesk sync fetches them."
    case .exported(let count, let file): "\(count) phrases written to \(file)."
    case .checked(let file, let list):
      "\(file): rows \(list.rowCount), phrases \(list.phrases.count), warnings \(list.warningCount), \(list.description); it can be used."
    case .noSuchCommand(let word, let commands):
      "There is no command \(word): take one of \(commands.joined(separator: ", ")); phrasedesk --help explains them."
    case .wrongUse(let message, let command):
      "\(message) See phrasedesk \(command.map { "\($0) " } ?? "")--help."
    case .noQuery: "Say what to look for: phrasedesk search QUERY, or --queries FILE."
    case .queryTwice: "--queries FILE and a query on the command line exclude each other."
    case .badLimit: "--limit takes a number from 1 on."
    case .brokenQueryLine(let file, let line):
      """
      \(file), line \(line): this begins with a quotation mark and is no JSON string; write the \
      message as one ("…", with \\n for a line break).
      """
    case .explainIsText: "--explain is for reading; leave --json and --queries out."
    case .noPhraseNamed: "Name the phrase: by a query, or by --id ID, one of the two."
    case .badValue(let value): "--set takes NAME=VALUE, each name once, and \(value) is none."
    case .badFormat(let name): "--format takes csv, tsv, json or xlsx, and \(name) is none of them."
    case .onlyRead(let file):
      "Such a file as \(file.excerpt()) is only read; call it .csv, .tsv, .json or .xlsx."
    case .twoLists: "--starter and --kb name two different lists: take one."
    case .outputFailed(let errno):
      "Standard output took no more (error \(errno)): what was written there is not whole."
    case .notFixed(let file):
      "\(file) was not written: correct the errors first, then --fix does the rest."
    case .morePhrases(let count): "  ... and \(count) more."
    case .unknownKind(let name, let names):
      "--from does not know \(name.excerpt()); known: \(names.joined(separator: ", "))."
    case .mapped(let file, let list):
      "\(file): taken for columns: \(list.foreignHeaders.map { "\($0.column.name) = \($0.header.excerpt())" }.joined(separator: ", "))."
    case .fixed(let file, let count): "\(file): written, with \(count) cells and rows put right."
    case .ignoredColumns(let file, let names):
      "\(file): these columns mean nothing here and are ignored: \(names.joined(separator: ", "))."
    }
  }

  private var chinese: String {
    switch self {
    case .nothingFound(let query): "没有找到“\(query)”，少输几个字母会找到更多。"
    case .nothingSuggested: "没有话术与这条消息有共同的词；可用 phrasedesk search 按单个词查找。"
    case .noMessage: "没有消息：请从标准输入给出，例如 xclip -o | phrasedesk suggest。"
    case .noSuchID(let id): "没有编号为 \(id) 的话术；phrasedesk search --json 可查看编号。"
    case .ambiguousID(let id, let keys):
      "编号 \(id) 对应多条话术，请指定其一：\(keys.joined(separator: "、"))。"
    case .mayNotGo(let title, .invalid(_, .expired(let day), _)):
      "未发送：“\(title)”的有效期到 \(day) 为止；--expired 仍然发送。"
    case .mayNotGo(let title, .invalid(_, .notYet(let day), _)):
      "未发送：“\(title)”从 \(day) 起生效；--expired 仍然发送。"
    case .mayNotGo(let title, .invalid(_, .contested, _)):
      "未发送：待确认的新版本已撤下或改动 \(title)；加 --expired 可照样发送。"
    case .mayNotGo(let title, .invalid(_, .valid, _)), .mayNotGo(let title, .withdrawn):
      "未发送：“\(title)”已不在话术库中，请重新搜索。"
    case .mayNotGo(let title, .empty):
      "未发送：“\(title)”没有可发送的内容；请用 --set 给出可见的文字。"
    case .noSuchPlaceholder(let name, let names):
      names.isEmpty
        ? "--set \(name)：这条话术没有占位符，请去掉 --set。"
        : "--set \(name)：没有这个占位符；有：\(names.joined(separator: "、"))。"
    case .mayNotGo(let title, .unfilled(let names)):
      CommandSentence.needsValues(title, names, options: []).chinese
    case .needsValues(let title, let names, let options):
      "未发送：“\(title)”还需要 \(CommandSentence.settings(names, options, ("（", "、", "）")))。"
    case .mayNotGo(let title, .looksUnfilled(let blanks)):
      "未发送：“\(title)”似乎还没填写：\(blanks.listed(.chinese))；--set \"\(blanks[0].name)=...\" 填写，--as-is 原样发送。"
    case .onlyForgiven(let title, let key):
      "未发送：没有完全符合的话术；最接近的是“\(title)”，可用 --id \(key) 发送。"
    case .moreWarnings(let count, let file):
      "\(file)：另有 \(count) 条提醒；phrasedesk check 可全部查看。"
    case .nothingToExport: "还没有自己的话术；用 phrasedesk import 文件 导入，或用 --starter 导出内置话术。"
    case .nothingIn(let source): "\(source) 在这里还没有话术；请用 phrasedesk sync 同步。"
    case .exported(let count, let file): "已将 \(count) 条话术写入 \(file)。"
    case .checked(let file, let list):
      "\(file)：\(list.rowCount) 行，\(list.phrases.count) 条话术，\(list.warningCount) 条提醒，\(list.description)；可以使用。"
    case .noSuchCommand(let word, let commands):
      "没有命令 \(word)：可用的有 \(commands.joined(separator: "、"))；phrasedesk --help 有说明。"
    case .wrongUse(let message, let command):
      "\(ParsingSentence.sentence(message, .chinese)) 参见 phrasedesk \(command.map { "\($0) " } ?? "")--help。"
    case .noQuery: "请给出要找的内容：phrasedesk search 查询，或 --queries 文件。"
    case .queryTwice: "--queries 文件 与命令行上的查询不能同时使用。"
    case .badLimit: "--limit 须为不小于 1 的数。"
    case .brokenQueryLine(let file, let line):
      "\(file) 第 \(line) 行：以引号开头却不是 JSON 字符串；请把消息写成 JSON 字符串（\"…\"，换行写作 \\n）。"
    case .explainIsText: "--explain 供人阅读，请不要与 --json 或 --queries 同用。"
    case .noPhraseNamed: "请用查询或 --id 编号指定一条话术，两者取一。"
    case .badValue(let value): "--set 的写法是 名称=值，每个名称一次；\(value) 不是。"
    case .badFormat(let name): "--format 可为 csv、tsv、json 或 xlsx，而不是 \(name)。"
    case .onlyRead(let file):
      "\(file.excerpt()) 这类文件只能读取；请改用 .csv、.tsv、.json 或 .xlsx。"
    case .twoLists: "--starter 与 --kb 是两份不同的列表，请只用一个。"
    case .outputFailed(let errno): "标准输出无法继续写入（错误 \(errno)），写出的内容不完整。"
    case .notFixed(let file): "没有写入 \(file)：请先更正错误，再用 --fix。"
    case .morePhrases(let count): "  ……另有 \(count) 条。"
    case .unknownKind(let name, let names):
      "--from 中的 \(name.excerpt()) 无法识别；可用：\(names.joined(separator: "、"))。"
    case .mapped(let file, let list):
      "\(file)：列的对应关系：\(list.foreignHeaders.map { "\($0.column.names[1])=\($0.header.excerpt())" }.joined(separator: "，"))。"
    case .fixed(let file, let count): "已写入 \(file)，更正了 \(count) 处。"
    case .ignoredColumns(let file, let names):
      "\(file)：以下列没有含义，已忽略：\(names.joined(separator: "、"))。"
    }
  }

  /// What gives values to placeholders, with what each is chosen from.
  private static func settings(
    _ names: [String], _ options: [[String]], _ signs: (open: String, comma: String, close: String)
  ) -> String {
    names.enumerated().map { index, name in
      let options = options.indices.contains(index) ? options[index] : []
      let list = signs.open + options.joined(separator: signs.comma) + signs.close
      return "--set \"\(name)=...\"" + (options.isEmpty ? "" : " \(list)")
    }.joined(separator: " ")
  }
}

extension KnowledgeBase {
  /// Format and encoding, as a file command would name them.
  var description: String {
    let format =
      switch self.format {
      case .json: "JSON"
      case .csv(.comma): "CSV"
      case .csv(.semicolon): "CSV (;)"
      case .csv(.tab): "CSV (tab)"
      case .workbook: "XLSX"
      case .other(let name): name
      }
    return "\(format), \(encoding.name)"
  }
}

extension Language {
  /// The language of what is said before the settings are read.
  static var current: Language { Language(environment: ProcessInfo.processInfo.environment) }
}
