import Phrases
import Search

extension Notice {
  /// The status line's sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// The same in so many cells, in fewer words where there are any.
  func sentence(_ language: Language, width: Int) -> String {
    let whole = sentence(language)
    guard self == .whichNumber, GlyphRun(whole).width > width else { return whole }
    return switch language {
    case .english: "Number? 1 to 9 sends, others do not"
    case .chinese: "发送第几条？1 到 9，其他不发送"
    }
  }

  var isError: Bool {
    switch self {
    case .sentence(_, let isError): isError
    case .delivered(let delivered):
      switch delivered.outcome {
      case .failed, .refused, .onlyInTmux: true
      default: false
      }
    case .attachment(let delivered): delivered.isError
    case _ where isOfMoment: true
    default: false
    }
  }

  /// Whether it speaks of what the desk shows just now, and is past with the next key.
  var isOfMoment: Bool {
    switch self {
    case .unfilled, .looksUnfilled, .tooLong, .withdrawn, .reworded, .rewordedUnderEdit,
      .rewordedSince, .phrasesChanging:
      true
    default: false
    }
  }

  /// Whether it is done as far as anybody knows, and has to be looked at all the same.
  var isWarning: Bool {
    if case .sendingElsewhere = self { return true }
    if case .attachment(let delivered) = self { return delivered.isWarning }
    guard case .delivered(let delivered) = self else { return false }
    switch delivered.outcome {
    case .askedTerminal, .handedToTmux(overMosh: true), .putWithoutEnter: return true
    default: return false
    }
  }

  var role: Role { isError ? .error : isWarning ? .warning : .status }

  private var english: String {
    switch self {
    case .sentence(let sentence, _): sentence
    case .sending(let title): "Sending: \(title)"
    case .delivered(let delivered): delivered.english
    case .sendingTo(let target): "From now on: \(TargetLabel.fact(target).sentence(.english))"
    case .sendingElsewhere(let target, let before):
      "From now on: \(TargetLabel.fact(target).sentence(.english)); no longer \(TargetLabel.fact(before).sentence(.english))"
    case .nothingSelected: "No phrase is selected, nothing was sent."
    case .nothingSentYet: "No phrase was sent yet."
    case .marked(1): "1 marked: mark more, Enter sends all."
    case .marked(let count): "\(count.grouped) marked: Enter sends one message."
    case .unmarked(let count): "Unmarked, \(count.grouped) left."
    case .unmarkedAll: "No phrase is marked any more."
    case .nothingMarked: "No phrase is marked."
    case .nothingToMark: "No phrase is selected, none was marked."
    case .withdrawn(let title, let others):
      "Not sent: withdrawn meanwhile: \(title)\(others > 0 ? " +\(others)" : "")"
    case .reworded(let title, let others):
      others > 0
        ? "Not sent: \(title) and \(others) more have just been reworded. Read them and press Enter again."
        : "Not sent: \(title) has just been reworded. Read it and press Enter again."
    case .rewordedUnderEdit(let title):
      "Not sent: \(title) has just been reworded, see below. Enter sends what you wrote."
    case .rewordedSince(let title, let others):
      others > 0
        ? "Not sent again: \(title) and \(others) more read otherwise since. Mark them anew."
        : "Not sent again: \(title) reads otherwise since. Enter sends it as it reads now."
    case .phrasesChanging: "Not sent: the phrases have just changed. Look and press again."
    case .selectionGone(let title): "Withdrawn meanwhile: \(title)"
    case .nothingToSend: "The text is empty, nothing was sent."
    case .tooLong: "The paste is too long for this field, it was not taken in."
    case .whichNumber: "Which number? 1 to 9 sends that row, any other key sends nothing."
    case .noSuchRow: "No phrase in sight has this number, nothing was sent."
    case .finishing: "Waiting for the last phrase to go out.."
    case .noCategory: "The selected phrase has no category to search in."
    case .unfilled(let name): "Not sent: \(name) is not filled in."
    case .looksUnfilled(let blanks):
      "Looks unfilled: \(blanks.listed(.english)). Fill it in, or \(Key.yes.label) sends it so."
    case .againToQuit: "Ctrl+C again quits."
    case .nothingToUndo: "Nothing to undo; Esc, then Ctrl+Z suspends."
    case .limited(let category): "Searching only in \(category); Alt+C searches all."
    case .unlimited: "Searching all categories."
    case .doublePinyin(nil): "Double pinyin is off."
    case .doublePinyin(let scheme?): "Double pinyin: \(scheme.name)."
    case .fuzzySounds(true): "Similar sounds are found too, below the others."
    case .fuzzySounds(false): "Only exact sounds are found."
    case .typos(true): "A slip or a gap is forgiven where little else is found."
    case .typos(false): "Slips and gaps are not forgiven."
    case .theme(let theme): "Colours: \(theme.english)."
    case .locked: "Set for everybody here; it stays as it is."
    case .goesUnchosen(let target):
      target.destination == .clipboard
        ? "Enter copies: where you come from is no chat. \(Action.target.keyLabel) chooses another place."
        : "Enter sends into \(target.name), where you come from; \(Action.target.keyLabel) chooses another place."
    case .notEditedOutside:
      "The editor gave no text that can be used; VISUAL or EDITOR names the program."
    case .endConversationFirst:
      "Send or end (\(Action.nextCustomer.keyLabel)) what is begun first."
    case .noPaneBeside: "There is no such pane beside the list on a screen this narrow."
    case .noSource: "No source is connected."
    case .syncing: "Asking the sources for new phrases.."
    case .nothingHeld: "No new version waits."
    case .undecided(let source):
      "\(source): a newer list waits; whoever published it may have agreed to it."
        + " It is asked again with the next sync (\(Action.sync.keyLabel): now)."
    case .heldMeanwhileOther(let source):
      "\(source): the version that waited has changed, look again."
    case .accepting(let source): "\(source): taking the new version.."
    case .nothingChanged: "Nothing has changed since you last looked."
    case .noDepartment: "No phrase is for one department alone."
    case .noAttachment(let title): "\(title) has no picture and no file."
    case .ofAnotherCustomer: "It may be another customer's: look, then Enter sends it."
    case .leaveFormFirst: "Esc first: the form is there again as it is."
    case .attachmentNotPicked:
      "Only phrases are picked here; pick --attachment prints where the file is."
    case .attachment(let delivered): delivered.sentence(.english)
    case .own(let notice): notice.sentence(.english)
    }
  }

  private var chinese: String {
    switch self {
    case .sentence(let sentence, _): sentence
    case .sending(let title): "正在发送：\(title)"
    case .delivered(let delivered): delivered.chinese
    case .sendingTo(let target): "从现在起\(TargetLabel.fact(target).sentence(.chinese))"
    case .sendingElsewhere(let target, let before):
      "从现在起\(TargetLabel.fact(target).sentence(.chinese))，不再\(TargetLabel.fact(before).sentence(.chinese))"
    case .nothingSelected: "没有选中话术，什么也没有发送。"
    case .nothingSentYet: "还没有发送过话术。"
    case .marked(1): "已标记 1 条：继续标记，Enter 合并发送。"
    case .marked(let count): "已标记 \(count.grouped) 条：Enter 合成一条发送。"
    case .unmarked(let count): "已取消标记，还剩 \(count.grouped) 条。"
    case .unmarkedAll: "标记已全部取消。"
    case .nothingMarked: "没有标记的话术。"
    case .nothingToMark: "没有选中话术，无法标记。"
    case .withdrawn(let title, let others):
      "未发送：话术刚被撤下：\(title)\(others > 0 ? " +\(others)" : "")"
    case .reworded(let title, let others):
      "未发送：“\(title)”\(others > 0 ? "等 \(others + 1) 条" : "")的内容刚有改动，请看过再按一次 Enter。"
    case .rewordedUnderEdit(let title): "未发送：“\(title)”的内容刚有改动，见下方；再按 Enter 发送您写的内容。"
    case .rewordedSince(let title, let others):
      others > 0
        ? "未再次发送：“\(title)”等 \(others + 1) 条的内容已有改动，请重新标记。"
        : "未再次发送：“\(title)”的内容已有改动。按 Enter 发送现在的内容。"
    case .phrasesChanging: "未发送：话术刚有变化，请看过再按一次。"
    case .selectionGone(let title): "话术刚被撤下：\(title)"
    case .nothingToSend: "内容为空，没有发送。"
    case .tooLong: "粘贴的内容太长，没有放入。"
    case .whichNumber: "发送哪一条？按 1 到 9 发送，按其他键不发送。"
    case .noSuchRow: "屏幕上没有这个编号，没有发送。"
    case .finishing: "正在等待最后一条发出.."
    case .noCategory: "选中的话术没有分类，无法限定。"
    case .unfilled(let name): "未发送：\(name) 还没有填写。"
    case .looksUnfilled(let blanks):
      "似乎还没填写：\(blanks.listed(.chinese))。请填写，或按 \(Key.yes.label) 原样发送。"
    case .againToQuit: "再按一次 Ctrl+C 退出。"
    case .nothingToUndo: "没有可撤销的；先按 Esc，再按 Ctrl+Z 挂起。"
    case .limited(let category): "只在“\(category)”中搜索；Alt+C 搜索全部。"
    case .unlimited: "搜索全部分类。"
    case .doublePinyin(nil): "双拼已关闭。"
    case .doublePinyin(let scheme?): "双拼：\(scheme.name)。"
    case .fuzzySounds(true): "模糊音已开启，结果排在后面。"
    case .fuzzySounds(false): "模糊音已关闭，只找准确的读音。"
    case .typos(true): "结果太少时，容忍一处笔误或间隔。"
    case .typos(false): "不再容忍笔误和间隔。"
    case .theme(let theme): "配色：\(theme.chinese)。"
    case .locked: "这一项由管理员统一设置。"
    case .goesUnchosen(let target):
      target.destination == .clipboard
        ? "Enter 只复制：您来自的窗格不是聊天程序。\(Action.target.keyLabel) 选择其他位置。"
        : "Enter 将发送到您来自的 \(target.name)；\(Action.target.keyLabel) 选择其他位置。"
    case .notEditedOutside: "编辑器没有返回可用的内容；变量 VISUAL 或 EDITOR 指定编辑器。"
    case .endConversationFirst: "请先发送或结束（\(Action.nextCustomer.keyLabel)）当前客户的内容。"
    case .noPaneBeside: "屏幕太窄，列表旁没有这个窗格。"
    case .noSource: "没有连接话术来源。"
    case .syncing: "正在同步话术来源.."
    case .nothingHeld: "没有待确认的新版本。"
    case .undecided(let source):
      "\(source)：有新版本在等待，发布者可能已经确认；下次同步时会再查（\(Action.sync.keyLabel) 立即查）。"
    case .heldMeanwhileOther(let source): "\(source)：待确认的版本有变，请重新查看。"
    case .accepting(let source): "\(source)：正在采用新版本.."
    case .nothingChanged: "上次查看以来没有变化。"
    case .noDepartment: "话术没有按部门区分。"
    case .noAttachment(let title): "“\(title)”没有图片或文件。"
    case .ofAnotherCustomer: "可能是另一位客户的内容：请看过，再按 Enter 发送。"
    case .leaveFormFirst: "请先按 Esc：表单会原样保留。"
    case .attachmentNotPicked: "这里只选取话术；pick --attachment 输出文件位置。"
    case .attachment(let delivered): delivered.sentence(.chinese)
    case .own(let notice): notice.sentence(.chinese)
    }
  }
}

extension DoublePinyin {
  /// The name that its users know it by.
  fileprivate var name: String {
    switch self {
    case .xiaohe: "小鹤"
    case .ziranma: "自然码"
    case .microsoft: "微软"
    }
  }
}

extension ThemeChoice {
  fileprivate var english: String {
    switch self {
    case .standard: "the terminal's own"
    case .dark: "dark"
    case .light: "light"
    case .highContrast: "high contrast"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .standard: "终端默认"
    case .dark: "深色"
    case .light: "浅色"
    case .highContrast: "高对比度"
    }
  }
}

extension Delivered {
  fileprivate var english: String {
    switch outcome {
    case .put(let target): "Sent \(TargetLabel.fact(target).sentence(.english)): \(title)"
    case .putWithoutEnter(let target):
      "Put \(TargetLabel.fact(target).sentence(.english)), Enter NOT pressed (tmux synchronize-panes):"
        + " \(title)"
    case .refused(let reason, .failed(let reasons)):
      "\(reason) " + Delivered(.failed(reasons: reasons), title: title).english
    case .refused(let reason, let instead):
      "\(reason) Paste it yourself. \(Delivered(instead, title: title).english)"
    case .copied: "Copied: \(title); Ctrl+V pastes it in the chat"
    case .handedToTmux(overMosh: false): "Copied to tmux: \(title)"
    case .handedToTmux(overMosh: true):
      "Copied to tmux; mosh may not pass it on, look before you paste: \(title)"
    case .onlyInTmux(let reasons):
      "Only in tmux' buffer (prefix ] pastes it), the clipboard still holds the OLD text: "
        + reasons.joined(separator: "; ")
    case .askedTerminal(overMosh: false):
      "Asked the terminal to copy, unconfirmed, look before you paste: \(title)"
    case .askedTerminal(overMosh: true):
      "Asked the terminal to copy, unconfirmed; mosh drops the same text twice running,"
        + " look before you paste: \(title)"
    case .failed(let reasons):
      "NOT SENT, nothing took it, the clipboard still holds the OLD text"
        + (reasons.isEmpty ? "." : ": \(reasons.joined(separator: "; "))")
    }
  }

  fileprivate var chinese: String {
    switch outcome {
    case .put(let target): "已\(TargetLabel.fact(target).sentence(.chinese))：\(title)"
    case .putWithoutEnter(let target):
      "已\(TargetLabel.fact(target).sentence(.chinese))，没有按 Enter（tmux synchronize-panes）：\(title)"
    case .refused(let reason, .failed(let reasons)):
      reason + Delivered(.failed(reasons: reasons), title: title).chinese
    case .refused(let reason, let instead):
      "\(reason)请自行粘贴。\(Delivered(instead, title: title).chinese)"
    case .copied: "已复制：\(title)，到聊天窗口按 Ctrl+V 粘贴"
    case .handedToTmux(overMosh: false): "已复制到 tmux：\(title)"
    case .handedToTmux(overMosh: true): "已复制到 tmux；mosh 不一定转发，粘贴前请看一眼：\(title)"
    case .onlyInTmux(let reasons):
      "只在 tmux 缓冲区里（前缀键加 ] 粘贴），剪贴板里还是旧内容：\(reasons.joined(separator: "；"))"
    case .askedTerminal(overMosh: false): "已请终端复制，无法确认，粘贴前请看一眼：\(title)"
    case .askedTerminal(overMosh: true):
      "已请终端复制，无法确认；mosh 不会连续两次转发同一内容，粘贴前请看一眼：\(title)"
    case .failed(let reasons):
      "没有发出，剪贴板里还是旧内容" + (reasons.isEmpty ? "。" : "：\(reasons.joined(separator: "；"))")
    }
  }
}
