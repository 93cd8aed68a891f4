import Phrases

extension OwnNotice {
  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .nextCustomer(true):
      "Next customer. Slip, marks and forms are put away; \(Action.history.keyLabel) has them."
    case .nextCustomer(false): "Next customer."
    case .broughtBack: "The conversation is back as it was."
    case .backIn(let marks, let form):
      "Back here: "
        + [
          marks > 0 ? "\(marks.grouped) marked" : nil,
          form.map { $0.isEmpty ? "form open" : "form open for \($0)" },
        ].compactMap(\.self).joined(separator: ", ") + "."
    case .valuesOffered(let count):
      "\(count == 1 ? "1 value" : "\(count.grouped) values") found in it: \(Action.takeValues.keyLabel) takes what it found."
    case .valuesTaken(let count):
      "\(count == 1 ? "1 value is" : "\(count.grouped) values are") on the slip and will fill forms."
    case .noValues: "No pasted message offers a value."
    case .valueKept(let name, let text):
      text.isEmpty
        ? "\(name) is asked for again from now on." : "From now on \(name) is filled with: \(text)"
    case .nothingMeant: "No phrase is selected."
    case .whichPin(_, nil): "Pin to which row? 1 to 9; any other key pins nothing."
    case .whichPin(_, let row?):
      "Pinned to row \(row). 1 to 9 moves it, \(Action.pin.keyLabel) again unpins it."
    case .pinned(let title, let row): "Row \(row) of the empty search is now: \(title)"
    case .unpinned(let title): "Not pinned any more: \(title)"
    case .hidden(let title): "Hidden on this desk, to be had back from the palette: \(title)"
    case .notOwn(let title): "Not yours, so it stays; the palette can hide it: \(title)"
    case .binned(let title):
      "In the bin for \(OwnChange.binDays) days, to be had back from the palette: \(title)"
    case .restored(let title): "Back: \(title)"
    case .nothingToKeep: "The text is empty, nothing was kept."
    case .kept(let title): "Kept as yours: \(title)"
    case .keptOverOther(let title):
      "Kept as yours; what another desk of yours had kept is in the bin: \(title)"
    case .pinLost(let row):
      "The phrase pinned to row \(row) is not there; nothing was sent. \(Action.pin.keyLabel) on another pins that."
    case .rowOfItsOwn(let title):
      "Pinned or sent last, so it stands here; its order is that of its category: \(title)"
    case .codeGiven("", let title): "Without a code of yours: \(title)"
    case .codeTaken(let code, let title):
      "\(code) is the code of another phrase: \(title). Choose another."
    case .codeGiven(let code, let title): "\(code) finds first: \(title)"
    case .reported: "Noted here; phrasedesk feedback export gives it to those who keep the list."
    case .moved(let title): "Moved in your own order: \(title)"
    case .dragging(let title, nil): "Moving: \(title)"
    case .dragging(let title, let other?): "Moving \(title) to where this stands: \(other)"
    case .orderEnd: "There is no further place in this category."
    case .noOrderHere: "Your own order is made within one category, with an empty search."
    case .tooManyToOrder: "This category has too many phrases to be put in order by hand."
    case .orderDropped: "The file's order counts again."
    case .noOrder: "You have no order of your own; \(Action.moveEarlier.keyLabel) begins one."
    case .versionUpToDate: "No company's text has changed below a version of yours here."
    case .tookOriginal(let title): "The company's text counts again: \(title)"
    case .keptVersion(let title): "Your version stays: \(title)"
    }
  }

  private var chinese: String {
    switch self {
    case .nextCustomer(true): "下一位客户。便签、标记和表单已收起，\(Action.history.keyLabel) 可找回。"
    case .nextCustomer(false): "下一位客户。"
    case .broughtBack: "会话已恢复原样。"
    case .backIn(let marks, let form):
      "回到此会话："
        + [
          marks > 0 ? "已标记 \(marks.grouped) 条" : nil,
          form.map { $0.isEmpty ? "表单未填完" : "表单待填“\($0)”" },
        ].compactMap(\.self).joined(separator: "，") + "。"
    case .valuesOffered(let count):
      "其中识别出 \(count.grouped) 个值，按 \(Action.takeValues.keyLabel) 采用。"
    case .valuesTaken(let count): "已记下 \(count.grouped) 个值，填表时自动带出。"
    case .noValues: "粘贴的消息中没有识别出值。"
    case .valueKept(let name, let text):
      text.isEmpty ? "“\(name)”以后重新询问。" : "“\(name)”从现在起填：\(text)"
    case .nothingMeant: "没有选中话术。"
    case .whichPin(_, nil): "固定到第几行？按 1 到 9，按其他键不固定。"
    case .whichPin(_, let row?):
      "已固定在第 \(row) 行。按 1 到 9 移动，再按 \(Action.pin.keyLabel) 取消。"
    case .pinned(let title, let row): "搜索为空时第 \(row) 行就是：\(title)"
    case .unpinned(let title): "已取消固定：\(title)"
    case .hidden(let title): "已在此工作台隐藏，可从命令中找回：\(title)"
    case .notOwn(let title): "不是您自己的话术，不能删除；可从命令中隐藏：\(title)"
    case .binned(let title): "已放入回收站，保留 \(OwnChange.binDays) 天，可从命令中找回：\(title)"
    case .restored(let title): "已恢复：\(title)"
    case .nothingToKeep: "内容为空，没有保存。"
    case .kept(let title): "已存为我的话术：\(title)"
    case .keptOverOther(let title): "已存为我的话术；另一个工作台先存的内容在回收站：\(title)"
    case .pinLost(let row): "固定在第 \(row) 行的话术不在这里，没有发送。可用 \(Action.pin.keyLabel) 固定另一条。"
    case .rowOfItsOwn(let title): "因固定或刚发送而在此行；排序请到它的分类中：\(title)"
    case .codeGiven("", let title): "已去掉自己的快捷码：\(title)"
    case .codeTaken(let code, let title): "\(code) 已是另一条话术的快捷码：\(title)。请换一个。"
    case .codeGiven(let code, let title): "输入 \(code) 最先找到：\(title)"
    case .reported: "已记在本机；由 phrasedesk feedback export 交给维护话术的人。"
    case .moved(let title): "已按自己的顺序移动：\(title)"
    case .dragging(let title, nil): "正在移动：\(title)"
    case .dragging(let title, let other?): "将“\(title)”移到“\(other)”的位置"
    case .orderEnd: "已到本分类的尽头。"
    case .noOrderHere: "排序只在一个分类之内、搜索为空时进行。"
    case .tooManyToOrder: "本分类的话术太多，无法手动排序。"
    case .orderDropped: "恢复文件中的顺序。"
    case .noOrder: "还没有自己的顺序；\(Action.moveEarlier.keyLabel) 开始调整。"
    case .versionUpToDate: "这里没有公司内容变动过的自己的版本。"
    case .tookOriginal(let title): "已恢复公司的内容：\(title)"
    case .keptVersion(let title): "保留自己的版本：\(title)"
    }
  }
}

/// Every word of the desk about the customer that the agent is at, and about what is her own.
enum OwnLabel {
  /// Values of the slip that may be another customer's.
  case before(TimeOfDay?)
  /// What a pasted message offers, behind the key that takes it.
  case offers
  case newPhrase
  case ownVersion(of: String)
  case editPhrase(String)
  case phraseField(PhraseDialog.Field)
  case phraseHint(isVersion: Bool)
  case textHint
  case binTitle
  case binQuestion(title: String)
  case binYes
  case dropOrderTitle
  case dropOrderQuestion
  case dropOrderYes
  case nothingPutAside
  case historyTitle
  case noHistory
  case ended(Conversations.Ended)
  case here
  case lookedAt
  /// A form that was left.
  case leftUnsent
  case searched
  case reportTitle(String?)
  case report(PhraseReport.Kind, query: String)
  case remarkHint
  case versionTitle(String)
  case theirs
  case mine
  case takeTheirs
  case keepMine
  case putAsideTitle
  case inBin
  case isHidden
  case codeTitle(String)
  case codeHint
  /// Below the preview of an own version whose original reads otherwise by now.
  case originalChanged
  /// The same where the original is gone.
  case originalGone

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .before(let time): "(\(time?.description ?? "before"))"
    case .offers: "\(Action.takeValues.keyLabel):"
    case .newPhrase: "A new phrase of yours"
    case .ownVersion(let title): "Your version of: \(title)"
    case .editPhrase(let title): "Your phrase: \(title)"
    case .phraseField(let field):
      switch field {
      case .text: "Text"
      case .title: "Title"
      case .category: "Category"
      case .subcategory: "Subcategory"
      case .code: "Code"
      case .keywords: "Keywords"
      }
    case .phraseHint(true):
      "Enter keep  Esc later  Tab next  Alt+M in its place or beside it  Alt+Enter line break"
    case .phraseHint(false):
      "Enter keep  Esc later  Tab next  Alt+Enter line break  Alt+A own editor"
    case .textHint: "What is sent; {{name}} is asked for"
    case .binTitle: "Into the bin?"
    case .binQuestion(let title): "It can be had back for \(OwnChange.binDays) days: \(title)"
    case .binYes: "\(Key.yes.label) into the bin"
    case .dropOrderTitle: "Give up your order?"
    case .dropOrderQuestion:
      "Phrases and categories stand as in their lists again. It cannot be had back."
    case .dropOrderYes: "\(Key.yes.label) give it up"
    case .nothingPutAside: "The bin is empty, and nothing is hidden."
    case .historyTitle: "Before (Enter sends again)"
    case .noHistory: "Nothing like that. Esc closes."
    case .ended(let ended): "Back to: \(ended.summary(.english))"
    case .here: "here"
    case .lookedAt: "looked at"
    case .leftUnsent: "not sent"
    case .searched: "searched"
    case .reportTitle(let title?): "Report: \(title)"
    case .reportTitle(nil): "Report"
    case .report(let kind, let query):
      switch kind {
      case .wrong: "It is wrong"
      case .outdated: "It is out of date"
      case .typo: "It has a typo"
      case .complaints: "Customers complain about it"
      case .missing: query.isEmpty ? "A phrase is missing" : "A phrase is missing for: \(query)"
      }
    case .remarkHint: "A line about it, or none  Enter report  Esc back"
    case .versionTitle(let title): "The company's text has changed: \(title)"
    case .theirs: "Theirs, since you made yours:"
    case .mine: "Yours:"
    case .takeTheirs: "\(Key.yes.label) take theirs"
    case .keepMine: "Enter keep mine"
    case .putAsideTitle: "Bin and hidden phrases (Enter brings back)"
    case .inBin: "bin"
    case .isHidden: "hidden"
    case .codeTitle(let title): "A code of yours: \(title)"
    case .codeHint: "Typed exactly it comes first  Enter keep  Esc back"
    case .originalChanged: "company's text changed"
    case .originalGone: "withdrawn by the company"
    }
  }

  private var chinese: String {
    switch self {
    case .before(let time): "(\(time?.description ?? "之前"))"
    case .offers: "\(Action.takeValues.keyLabel):"
    case .newPhrase: "新写一条我的话术"
    case .ownVersion(let title): "我的版本：\(title)"
    case .editPhrase(let title): "我的话术：\(title)"
    case .phraseField(let field):
      switch field {
      case .text: "内容"
      case .title: "标题"
      case .category: "分类"
      case .subcategory: "子分类"
      case .code: "快捷码"
      case .keywords: "关键词"
      }
    case .phraseHint(true): "Enter 保存  Esc 稍后  Tab 下一项  Alt+M 替换原话术或另存  Alt+Enter 换行"
    case .phraseHint(false): "Enter 保存  Esc 稍后  Tab 下一项  Alt+Enter 换行  Alt+A 外部编辑器"
    case .textHint: "要发送的内容；{{名称}} 在发送时填写"
    case .binTitle: "放入回收站？"
    case .binQuestion(let title): "\(OwnChange.binDays) 天内可以找回：\(title)"
    case .binYes: "\(Key.yes.label) 放入"
    case .dropOrderTitle: "放弃自己的顺序？"
    case .dropOrderQuestion: "话术和分类恢复为文件中的顺序，无法找回。"
    case .dropOrderYes: "\(Key.yes.label) 放弃"
    case .nothingPutAside: "回收站是空的，也没有隐藏的话术。"
    case .historyTitle: "之前（Enter 再次发送）"
    case .noHistory: "没有符合的项，Esc 关闭。"
    case .ended(let ended): "回到：\(ended.summary(.chinese))"
    case .here: "本会话"
    case .lookedAt: "看过"
    case .leftUnsent: "未发送"
    case .searched: "搜过"
    case .reportTitle(let title?): "反馈：\(title)"
    case .reportTitle(nil): "反馈"
    case .report(let kind, let query):
      switch kind {
      case .wrong: "内容有误"
      case .outdated: "已经过时"
      case .typo: "有错别字"
      case .complaints: "客户不满"
      case .missing: query.isEmpty ? "缺少话术" : "缺少话术：\(query)"
      }
    case .remarkHint: "可写一句说明  Enter 反馈  Esc 返回"
    case .versionTitle(let title): "公司的内容有变动：\(title)"
    case .theirs: "公司的内容，与您修改时相比："
    case .mine: "我的版本："
    case .takeTheirs: "\(Key.yes.label) 用公司的"
    case .keepMine: "Enter 保留我的"
    case .putAsideTitle: "回收站和隐藏的话术（Enter 恢复）"
    case .inBin: "回收站"
    case .isHidden: "已隐藏"
    case .codeTitle(let title): "自己的快捷码：\(title)"
    case .codeHint: "输入完全一致时排在最前  Enter 保存  Esc 返回"
    case .originalChanged: "公司的内容有变动"
    case .originalGone: "公司已撤下原话术"
    }
  }
}

extension Conversations.Ended {
  /// What the agent knows it by: a value, else what went out, and how much is marked.
  fileprivate func summary(_ language: Language) -> String {
    let values = conversation.slip.values.prefix(2).map { "\($0.name) \($0.value.text)" }
    var parts = Array(values)
    if parts.isEmpty, let sent = conversation.lastSent { parts.append(sent.outgoing.title) }
    let marks = conversation.marked.count
    if marks > 0 {
      parts.append(language == .english ? "\(marks.grouped) marked" : "已标记 \(marks.grouped) 条")
    }
    return parts.joined(separator: ", ")
  }
}
