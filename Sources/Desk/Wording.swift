import Phrases
import Search

/// Every word of the desk that is not an action's name or a notice.
enum Label {
  case search
  /// The search box by its key alone.
  case searchKey
  /// What stands in an empty search box.
  case searchHint(isShort: Bool)
  case searchIn(String)
  case categories
  case phrases
  /// The heading of the list while phrases are marked.
  case phrasesMarked(Int)
  /// What Enter does then.
  case sendMarked(Int)
  case preview
  /// The three lines of a desk on which nothing is set up.
  case welcome
  case welcomeSearch
  case welcomeSetUp
  case allPhrases
  case everybody
  case loading
  case count(Int, of: Int)
  /// About how many were found, of how many there are.
  case estimate(Int, of: Int?)
  case suggestions(isPasted: Bool, in: String?)
  case searching
  case nothingSuggested
  case tier(Tier)
  case tierShort(Tier)
  case indexing(Int, of: Int)
  case tooSmall(rows: Int, columns: Int)
  case noPhrases
  case emptyCategory
  case nothingFound(query: String, count: Int)
  case nothingFoundIn(category: String, query: String)
  /// Nothing was found in the chosen department, but so many in the others.
  case foundElsewhere(Int, query: String, department: String)
  case field(Field)
  case level(Level)
  case length(Int)
  case expired
  case notYetValid
  case expiredShort
  case notYetValidShort
  case validUntil(Day)
  case expiredOn(Day)
  case validFrom(Day)
  case origin(Origin)
  case toStandardOutput
  case hint(Action)
  case helpTitle
  case inTextFields
  case paletteTitle
  case noAction
  /// A list to choose from has nothing like what was typed.
  case noChoice
  case questionTitle
  case question(title: String, Validity)
  case looksUnfilled([Blank])
  case questionYes
  case questionFillIn
  case questionNo
  case inForms
  case keepsValue
  case keepsText
  case editsOutside
  case sendsAsIs
  case takesDimmed
  case formHint(isTextFocused: Bool)
  /// In a field where one of several is to be chosen.
  case choiceHint
  /// A value that may be another customer's; with the focus it says how it is taken.
  case doubtful(OfferedValue, hasFocus: Bool)
  /// The selected phrase is not among the marked ones, which Enter sends.
  case sendsOthers(Int)
  /// Above a text that was reworded while another was made of it.
  case readsNow

  /// What the preview says of a phrase's days; nil when there is nothing to say.
  static func validity(_ validity: Validity) -> Label? {
    switch validity {
    case .valid: nil
    case .expired(let day): .expiredOn(day)
    case .notYet(let day): .validFrom(day)
    case .contested: nil
    }
  }

  /// What keys mean in a form alone.
  static let formKeys: [(key: Key, meaning: Label)] = [
    (FormDialog.keepsValue, .keepsValue), (Key(.character("n"), .alt), .keepsText),
    (TextField.editsOutside, .editsOutside), (FormDialog.takesOffer, .takesDimmed),
    (Key.yes, .sendsAsIs),
  ]

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .search: "Search (Alt+Z)"
    case .searchKey: "Alt+Z"
    case .searchHint(false): "words, pinyin or a code; or paste what the customer wrote"
    case .searchHint(true): "pinyin, code; or paste"
    case .searchIn(let category): "Search (Alt+Z) in \(category)"
    case .categories: "Categories"
    case .phrases: "Phrases"
    case .phrasesMarked(let count): "Phrases: \(count.grouped) marked"
    case .sendMarked(let count): "send \(count.grouped) marked"
    case .preview: "Preview"
    case .welcome: "Welcome! These phrases are built in, to try things on."
    case .welcomeSearch: "A few letters find one (try ref), Enter sends it."
    case .welcomeSetUp:
      "\(Action.palette.keyLabel), then first: your list, your name, Alt+Z. \(Action.help.keyLabel): help."
    case .allPhrases: "All phrases"
    case .everybody: "Everybody"
    case .loading: "Reading phrases.."
    case .count(let hits, let all): "\(hits.grouped) of \(all.grouped)"
    case .estimate(let hits, let all):
      "about \(hits.rounded.grouped)" + (all.map { " of \($0.grouped)" } ?? "")
    case .suggestions(let isPasted, let category):
      "Suggestions for the \(isPasted ? "pasted " : "")message"
        + (category.map { " in \($0)" } ?? "")
    case .searching: "Searching.."
    case .nothingSuggested:
      "No phrase shares a word with the message. Type a word for what the customer wants, or Esc to clear it and Tab for the categories."
    case .tier(.exact): ""
    case .tier(.fuzzySound): "similar sounds"
    case .tier(.typo): "one key off"
    case .tier(.gapped): "not in one piece"
    case .tierShort(.exact): ""
    case .tierShort(.fuzzySound): "sound"
    case .tierShort(.typo): "slip"
    case .tierShort(.gapped): "gaps"
    case .indexing(let ready, let all): "indexing \(ready.grouped) of \(all.grouped)"
    case .tooSmall(let rows, let columns):
      "The window is \(columns)x\(rows), and phrasedesk needs \(Layout.smallest.columns)x\(Layout.smallest.rows): make it larger."
    case .noPhrases:
      "There are no phrases yet. Read some in with: phrasedesk import FILE, or open a file with: phrasedesk --kb FILE"
    case .emptyCategory: "This category holds no phrases. Left goes up, Tab to another pane."
    case .nothingFound(let query, let count):
      "Nothing found for \"\(query)\". Fewer letters find more; Esc clears the search, Tab goes to the categories. \(Action.writePhrase.keyLabel) writes such a phrase, \(Action.report.keyLabel) reports it missing. Searched: titles, texts, keywords, codes and categories of \(count.grouped) phrases."
    case .foundElsewhere(let count, let query, let department):
      "Nothing found for \"\(query)\" in \(department); \(count.grouped) in other departments: \(Action.department.keyLabel) shows them."
    case .nothingFoundIn(let category, let query):
      "Nothing found for \"\(query)\" in \(category). Alt+C searches all categories; Esc clears the search."
    case .field(let field): english(field)
    case .level(.company): "company"
    case .level(.department): "department"
    case .level(.personal): "personal"
    case .length(1): "1 character"
    case .length(let count): "\(count.grouped) characters"
    case .expired: "expired"
    case .notYetValid: "not yet"
    case .expiredShort: "exp."
    case .notYetValidShort: "soon"
    case .validUntil(let day): "valid until \(day)"
    case .expiredOn(let day): "expired \(day)"
    case .validFrom(let day): "valid from \(day)"
    case .origin(.loading): "reading"
    case .origin(.starter): "starter phrases"
    case .origin(.file(let name)): name
    case .origin(.store): "my phrases"
    case .toStandardOutput: "to standard output"
    case .hint(let action): englishHint(action)
    case .helpTitle: "Help: keys (Esc closes)"
    case .inTextFields: "In text fields"
    case .paletteTitle: "Actions (type to search, Enter does it)"
    case .noChoice: "Nothing like that. Esc closes."
    case .noAction: "No action of that name. Esc closes."
    case .questionTitle: "Send it all the same?"
    case .question(let title, .expired(let day)):
      "It was valid until \(day) and may be out of date: \(title)"
    case .question(let title, .notYet(let day)):
      "It is valid only from \(day) on: \(title)"
    case .question(let title, .contested):
      "A newer list, which waits for a yes, withdraws or rewords it: \(title)"
    case .question(let title, .valid): title
    case .looksUnfilled(let blanks): "Looks unfilled: \(blanks.listed(.english))."
    case .questionYes: "\(Key.yes.label) send"
    case .questionFillIn: "Enter fill in"
    case .questionNo: "Esc back"
    case .inForms: "In a form"
    case .keepsValue: "Fill this field so from now on"
    case .keepsText: "Keep the text as a phrase of yours"
    case .editsOutside: "Your own editor on the text"
    case .sendsAsIs: "Send it although it looks unfilled; yes to a question"
    case .takesDimmed: "Take the value that stands there dimmed"
    case .formHint(isTextFocused: false):
      "Enter fill and send  Esc back  Tab next  Alt+K from now on  Alt+N keep as mine"
    case .formHint(isTextFocused: true):
      "Enter send  Esc back  Alt+N keep as mine  Alt+Enter line break  Alt+A own editor"
    case .choiceHint:
      "\(Key(.left).label)/\(Key(.right).label) choose  Esc back  Tab next  Enter fill and send"
    case .doubtful(let offer, true):
      "from \(offer.timeOfDay?.description ?? "before"), \(FormDialog.takesOffer.label) takes it: \(offer.text)"
    case .doubtful(let offer, false):
      "from \(offer.timeOfDay?.description ?? "before"): \(offer.text)"
    case .readsNow: "The phrase reads now:"
    case .sendsOthers(let count): "Enter: the \(count.grouped) marked, not this one"
    }
  }

  private func english(_ field: Field) -> String {
    switch field {
    case .title: "title"
    case .text: "text"
    case .keyword: "keyword"
    case .code: "code"
    case .department: "department"
    case .category, .subcategory: "category"
    }
  }

  private func englishHint(_ action: Action) -> String {
    switch action {
    case .send: "send"
    case .mark: "mark"
    case .clearMarks: "unmark"
    case .editAndSend: "edit"
    case .nextPane: "pane"
    case .help: "help"
    case .limitToCategory: "limit"
    case .palette: "actions"
    case .focusSearch: "search"
    case .right: "open"
    case .down: "scroll"
    default: action.sentence(.english)
    }
  }

  private var chinese: String {
    switch self {
    case .search: "搜索 (Alt+Z)"
    case .searchKey: "Alt+Z"
    case .searchHint(false): "文字、拼音或编码；也可粘贴顾客的消息"
    case .searchHint(true): "拼音、编码，或粘贴"
    case .searchIn(let category): "在“\(category)”中搜索 (Alt+Z)"
    case .categories: "分类"
    case .phrases: "话术"
    case .phrasesMarked(let count): "话术：已标记 \(count.grouped) 条"
    case .sendMarked(let count): "发送标记的 \(count.grouped) 条"
    case .preview: "预览"
    case .welcome: "欢迎使用！现在显示的是内置示例话术。"
    case .welcomeSearch: "输入几个字母就能找到（试试 fh），Enter 发送。"
    case .welcomeSetUp:
      "\(Action.palette.keyLabel) “首次”：话术表、姓名、Alt+Z；\(Action.help.keyLabel) 帮助。"
    case .allPhrases: "全部话术"
    case .everybody: "通用"
    case .loading: "正在读取话术.."
    case .count(let hits, let all): "\(hits.grouped) / \(all.grouped)"
    case .estimate(let hits, let all):
      "约 \(hits.rounded.grouped)" + (all.map { " / \($0.grouped)" } ?? "")
    case .suggestions(let isPasted, let category):
      (isPasted ? "针对粘贴消息的建议" : "针对这条消息的建议") + (category.map { "，只在“\($0)”中" } ?? "")
    case .searching: "正在搜索.."
    case .nothingSuggested:
      "没有话术与这条消息有相同的词。输入一个说明客户需求的词；或按 Esc 清空，按 Tab 转到分类。"
    case .tier(.exact): ""
    case .tier(.fuzzySound): "读音相近"
    case .tier(.typo): "可能打错一个键"
    case .tier(.gapped): "不连续匹配"
    case .tierShort(.exact): ""
    case .tierShort(.fuzzySound): "近音"
    case .tierShort(.typo): "笔误"
    case .tierShort(.gapped): "间隔"
    case .indexing(let ready, let all): "正在索引 \(ready.grouped) / \(all.grouped)"
    case .tooSmall(let rows, let columns):
      "窗口只有 \(columns)x\(rows)，phrasedesk 至少需要 \(Layout.smallest.columns)x\(Layout.smallest.rows)，请放大窗口。"
    case .noPhrases:
      "还没有话术。用 phrasedesk import 文件 导入，或用 phrasedesk --kb 文件 打开知识库。"
    case .emptyCategory: "此分类下没有话术。按 ← 返回上级，按 Tab 切换区域。"
    case .nothingFound(let query, let count):
      "没有找到“\(query)”。少输几个字母会找到更多；Esc 清空搜索，Tab 转到分类；\(Action.writePhrase.keyLabel) 写一条，\(Action.report.keyLabel) 反馈缺少。已搜索 \(count.grouped) 条话术的标题、内容、关键词、快捷码和分类。"
    case .foundElsewhere(let count, let query, let department):
      "“\(department)”中没有找到“\(query)”；其他部门有 \(count.grouped) 条，按 \(Action.department.keyLabel) 查看。"
    case .nothingFoundIn(let category, let query):
      "在“\(category)”中没有找到“\(query)”。Alt+C 搜索全部分类；Esc 清空搜索。"
    case .field(let field): chinese(field)
    case .level(.company): "公司"
    case .level(.department): "部门"
    case .level(.personal): "个人"
    case .length(let count): "\(count.grouped) 字"
    case .expired: "已过期"
    case .notYetValid: "未生效"
    case .expiredShort: "过期"
    case .notYetValidShort: "未到"
    case .validUntil(let day): "有效期至 \(day)"
    case .expiredOn(let day): "\(day) 已过期"
    case .validFrom(let day): "\(day) 起有效"
    case .origin(.loading): "读取中"
    case .origin(.starter): "内置话术"
    case .origin(.file(let name)): name
    case .origin(.store): "我的话术"
    case .toStandardOutput: "发送到标准输出"
    case .hint(let action): chineseHint(action)
    case .helpTitle: "帮助：按键（Esc 关闭）"
    case .inTextFields: "在输入框中"
    case .paletteTitle: "命令（输入即搜索，Enter 执行）"
    case .noChoice: "没有符合的项，Esc 关闭。"
    case .noAction: "没有这个命令，Esc 关闭。"
    case .questionTitle: "仍要发送吗？"
    case .question(let title, .expired(let day)):
      "有效期到 \(day) 为止，内容可能已过时：\(title)"
    case .question(let title, .notYet(let day)):
      "从 \(day) 起才生效：\(title)"
    case .question(let title, .contested):
      "待确认的新版本已撤下或改动它：\(title)"
    case .question(let title, .valid): title
    case .looksUnfilled(let blanks): "似乎还没填写：\(blanks.listed(.chinese))。"
    case .questionYes: "\(Key.yes.label) 发送"
    case .questionFillIn: "Enter 填写"
    case .questionNo: "Esc 返回"
    case .inForms: "在表单里"
    case .keepsValue: "此项以后都这样填"
    case .keepsText: "把内容存为我的话术"
    case .editsOutside: "用自己的编辑器编辑内容"
    case .sendsAsIs: "看似未填也照样发送；对提问答“是”"
    case .takesDimmed: "采用灰色显示的值"
    case .formHint(isTextFocused: false):
      "Enter 填写并发送  Esc 返回  Tab 下一项  Alt+K 以后都这样填  Alt+N 存为我的"
    case .formHint(isTextFocused: true):
      "Enter 发送  Esc 返回  Alt+N 存为我的  Alt+Enter 换行  Alt+A 外部编辑器"
    case .choiceHint:
      "\(Key(.left).label(.chinese))/\(Key(.right).label(.chinese)) 选择  Esc 返回  Tab 下一项  Enter 填写并发送"
    case .doubtful(let offer, true):
      "\(offer.timeOfDay?.description ?? "之前") 填过，按 \(FormDialog.takesOffer.label(.chinese)) 采用：\(offer.text)"
    case .doubtful(let offer, false):
      "\(offer.timeOfDay?.description ?? "之前") 填过：\(offer.text)"
    case .readsNow: "话术现在的内容："
    case .sendsOthers(let count): "Enter 发送标记的 \(count.grouped) 条，不含选中的"
    }
  }

  private func chinese(_ field: Field) -> String {
    switch field {
    case .title: "标题"
    case .text: "内容"
    case .keyword: "关键词"
    case .code: "快捷码"
    case .department: "部门"
    case .category, .subcategory: "分类"
    }
  }

  private func chineseHint(_ action: Action) -> String {
    switch action {
    case .send: "发送"
    case .mark: "标记"
    case .clearMarks: "取消标记"
    case .editAndSend: "编辑"
    case .nextPane: "切换区域"
    case .help: "帮助"
    case .limitToCategory: "只搜本类"
    case .palette: "命令"
    case .focusSearch: "搜索"
    case .right: "展开"
    case .down: "滚动"
    default: action.sentence(.chinese)
    }
  }
}
