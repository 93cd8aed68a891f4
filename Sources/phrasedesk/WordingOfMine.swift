import Phrases

/// What the commands about one's own phrases and reports say.
enum MineSentence {
  case nothingMine
  case binIsEmpty
  case noSuchPhrase(String)
  case notInBin(String)
  case noText
  case notUTF8
  case nothingToEdit
  case added(String)
  /// A phrase that says just that is there already.
  case isThere(String)
  case edited(String)
  case unchanged(String)
  case binned(String)
  case restored(String)
  case versionOf(String)
  case noReports
  case reportsWritten(Int, String)
  /// Built-in phrases stand behind the imported ones.
  case starterStays

  func sentence(_ language: Language) -> String {
    switch self {
    case .nothingMine:
      language.says(
        "There are no phrases of yours yet; phrasedesk mine add writes one.",
        "还没有个人话术；可用 phrasedesk mine add 新建。")
    case .binIsEmpty: language.says("The bin is empty.", "回收站是空的。")
    case .noSuchPhrase(let id):
      language.says(
        "No phrase of yours has the id \(id.excerpt()); phrasedesk mine list shows the ids.",
        "没有编号为 \(id.excerpt()) 的个人话术；phrasedesk mine list 可查看编号。")
    case .notInBin(let id):
      language.says(
        "No phrase in the bin has the id \(id.excerpt()); phrasedesk mine list --bin shows what is there.",
        "回收站中没有编号为 \(id.excerpt()) 的话术；phrasedesk mine list --bin 可查看。")
    case .noText:
      language.says(
        "The phrase has no text: give --text, or the text on standard input.",
        "话术没有内容：请用 --text 给出，或从标准输入给出。")
    case .notUTF8:
      language.says(
        "Standard input is no UTF-8: write the text in UTF-8, nothing was kept.",
        "标准输入不是 UTF-8：请用 UTF-8 编码给出内容，没有保存。")
    case .nothingToEdit:
      language.says(
        "Say what changes: --title, --text, --category, --subcategory, --code or --keywords.",
        "请指明要改什么：--title、--text、--category、--subcategory、--code 或 --keywords。")
    case .added(let id): language.says("Kept as \(id).", "已保存，编号 \(id)。")
    case .isThere(let id):
      language.says("It is there already, as \(id).", "已有相同的话术，编号 \(id)。")
    case .edited(let id): language.says("\(id) changed.", "已修改 \(id)。")
    case .unchanged(let id): language.says("\(id) is like that already.", "\(id) 没有变化。")
    case .binned(let id):
      language.says(
        "\(id) is in the bin for \(OwnChange.binDays) days; phrasedesk mine restore takes it out.",
        "\(id) 已移到回收站，保留 \(OwnChange.binDays) 天；可用 phrasedesk mine restore 恢复。")
    case .restored(let id): language.says("\(id) is there again.", "已恢复 \(id)。")
    case .versionOf(let key):
      language.says("(your version of \(key))", "（\(key) 的个人版本）")
    case .noReports:
      language.says(
        "Nothing was reported yet; Alt+F on a phrase in the desk reports it.",
        "还没有反馈；在话术台中选中话术按 Alt+F 即可反馈。")
    case .reportsWritten(let count, let file):
      language.says("\(count) reports written to \(file).", "已将 \(count) 条反馈写入 \(file)。")
    case .starterStays:
      language.says(
        "The built-in phrases stay behind yours until a list is connected; starter = false in the"
          + " settings leaves them out.",
        "连接话术表之前，内置话术仍排在您的话术之后；在设置中写 starter = false 可不显示。")
    }
  }
}

/// What `data today` and `data show` say.
enum DataSentence {
  case today(String, sends: Int, phrases: Int, searches: Int, reports: Int)
  case searchedInVain
  case hits(Int)
  case reported
  /// What a report is about, by its word.
  case kind(String)
  case span(Figures.Span, isToday: Bool)
  case worthACode(Int, keys: Int)
  case notKept
  case eraseValues(Int)
  case choicesStay(in: String)

  func sentence(_ language: Language) -> String {
    switch self {
    case .today(let day, let sends, let phrases, let searches, let reports):
      language.says(
        "\(day): sends: \(sends), of phrases: \(phrases), searches with nothing sent: \(searches),"
          + " reports: \(reports).",
        "\(day)：发送 \(sends) 次，涉及 \(phrases) 条话术，未发送的搜索 \(searches) 次，反馈 \(reports) 条。")
    case .searchedInVain: language.says("Searches with nothing sent:", "未发送的搜索：")
    case .hits(let count): language.says("(found: \(count))", "（找到 \(count) 条）")
    case .reported: language.says("Reports:", "反馈：")
    case .kind(let word):
      switch PhraseReport.Kind(rawValue: word) {
      case .wrong: language.says("wrong", "有误")
      case .outdated: language.says("outdated", "过时")
      case .typo: language.says("typo", "错别字")
      case .complaints: language.says("customers complain", "客户不满")
      case .missing: language.says("missing", "缺少")
      case nil: word
      }
    case .span(let span, let isToday):
      language.says(
        (isToday ? "Today: " : "In eight weeks: ") + "sends: \(span.sends)"
          + medians(of: span, language) + ".",
        (isToday ? "今天：" : "八周内：") + "发送 \(span.sends) 次" + medians(of: span, language) + "。")
    case .worthACode(let searches, let keys):
      language.says(
        "(\(searches) times found by search, \(keys) keys each: give it a code?)",
        "（\(searches) 次靠搜索找到，每次 \(keys) 键：设个快捷编码？）")
    case .notKept:
      language.says(
        "Counting is switched off (usage.keep = false); what was kept before is still here.",
        "记录已关闭（usage.keep = false）；此前的记录仍在。")
    case .eraseValues(let count):
      language.says(
        "Erase the values that are filled in from now on (\(count)) as well? [y/N] ",
        "是否同时清除固定填入的内容（\(count) 项）？[y/N] ")
    case .choicesStay(let file):
      language.says(
        "What you chose at the desk stays; removing \(SafeText.visible(file)) forgets it.",
        "在话术台上的选择保留；删除 \(SafeText.visible(file)) 即可忘记。")
    }
  }

  private func medians(of span: Figures.Span, _ language: Language) -> String {
    guard let seconds = span.seconds, let keys = span.keys else { return "" }
    let tenths = Int((seconds * 10).rounded())
    let shown = "\(tenths / 10).\(tenths % 10)"
    return language.says(
      ", median \(shown) s and \(keys) keys", "，中位数 \(shown) 秒、\(keys) 键")
  }
}
