import Phrases

extension Action {
  /// What the action does, as help, palette and `docs/keys.md` name it.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .focusSearch: "Search; typing replaces the old query"
    case .send: "Send the selected phrase, or the marked ones"
    case .sendNumbered: "Send the phrase with that number"
    case .askForNumber: "Send by number: a digit answers"
    case .editAndSend: "Edit what Enter would send, then send"
    case .mark: "Mark for one message, or unmark"
    case .clearMarks: "Unmark all phrases"
    case .sendAgain: "Send the last phrase again"
    case .nextCustomer: "Next customer: puts slip, marks, forms away"
    case .takeValues: "Take the values that a pasted message offers"
    case .writePhrase: "Write a phrase of your own"
    case .pin: "Pin to a row, then 1 to 9; again: unpin"
    case .history: "What was sent, looked at, searched for"
    case .report: "Report the phrase: wrong, outdated, missing"
    case .bin: "Put a phrase of your own into the bin"
    case .moveEarlier: "Move up, in your own order"
    case .moveLater: "Move down, in your own order"
    case .dropOrder: "Give up your own order everywhere"
    case .giveCode: "Give the phrase a code of your own"
    case .hide: "Hide the phrase on this desk"
    case .putAside: "Your bin and hidden phrases, to have back"
    case .compareVersion: "Your version and the company's text"
    case .copyPicture: "Copy the phrase's picture"
    case .copyFile: "Copy the phrase's file, to be pasted as one"
    case .localFiles: "Files of your own folders"
    case .target: "Choose where phrases go"
    case .limitToCategory: "Search only the selected category, or all"
    case .back: "Step back: close, clear; never quits"
    case .nextPane: "Next pane"
    case .previousPane: "Previous pane"
    case .up: "Up"
    case .down: "Down"
    case .left: "Close the category; pane to the left"
    case .right: "Open the category; pane to the right"
    case .pageUp: "A page up"
    case .pageDown: "A page down"
    case .toFirst: "To the first"
    case .toLast: "To the last"
    case .scrollPreviewUp: "Scroll the preview up"
    case .scrollPreviewDown: "Scroll the preview down"
    case .switchDoublePinyin: "Double pinyin: the next, or off"
    case .switchFuzzySounds: "Similar sounds found too: on, off"
    case .switchTypos: "Slips and gaps forgiven: on, off"
    case .switchTheme: "Colours: the next theme"
    case .setUp: "First steps: list, department, name, where Enter sends, Alt+Z"
    case .widenCategories: "Categories wider"
    case .narrowCategories: "Categories narrower"
    case .widenPreview: "Preview wider"
    case .narrowPreview: "Preview narrower"
    case .changes: "What changed in the last seven days"
    case .sources: "Sources: versions, age, failures"
    case .sync: "Ask the sources for new phrases"
    case .reviewHeld: "Show the new version that waits"
    case .department: "Choose a department, or all"
    case .help: "Help"
    case .palette: "All actions by name"
    case .redraw: "Refresh the screen"
    case .suspend: "Outside text: suspend; fg returns"
    case .interrupt: "Twice: quit"
    case .quit: "Quit"
    }
  }

  private var chinese: String {
    switch self {
    case .focusSearch: "搜索，输入即替换原来的查询"
    case .send: "发送选中的话术，或已标记的各条"
    case .sendNumbered: "发送该编号的话术"
    case .askForNumber: "按编号发送：再按一个数字"
    case .editAndSend: "先编辑要发送的内容再发送"
    case .mark: "标记，多条合成一条消息；再按取消"
    case .clearMarks: "取消全部标记"
    case .sendAgain: "再次发送上一条"
    case .nextCustomer: "下一位客户：便签、标记、表单收起"
    case .takeValues: "采用粘贴消息中识别出的值"
    case .writePhrase: "写一条自己的话术"
    case .pin: "固定到某一行，再按 1 到 9；再按则取消"
    case .history: "发送、看过和搜索的记录"
    case .report: "反馈话术：错误、过时、缺失"
    case .bin: "把自己的话术放入回收站"
    case .moveEarlier: "上移，按自己的顺序"
    case .moveLater: "下移，按自己的顺序"
    case .dropOrder: "放弃自己的全部排序"
    case .giveCode: "给话术设自己的快捷码"
    case .hide: "在此工作台上隐藏话术"
    case .putAside: "回收站和隐藏的话术，可找回"
    case .compareVersion: "对照自己的版本与公司的内容"
    case .copyPicture: "复制话术的图片"
    case .copyFile: "复制话术的文件，粘贴即为文件"
    case .localFiles: "自己文件夹中的文件"
    case .target: "选择发送到哪里"
    case .limitToCategory: "只搜索选中的分类，或搜索全部"
    case .back: "后退：关闭、清空，不会退出"
    case .nextPane: "下一个区域"
    case .previousPane: "上一个区域"
    case .up: "上移"
    case .down: "下移"
    case .left: "收起分类，或到左侧区域"
    case .right: "展开分类，或到右侧区域"
    case .pageUp: "上一页"
    case .pageDown: "下一页"
    case .toFirst: "到第一条"
    case .toLast: "到最后一条"
    case .scrollPreviewUp: "预览向上滚动"
    case .scrollPreviewDown: "预览向下滚动"
    case .switchDoublePinyin: "双拼：换下一种，或关闭"
    case .switchFuzzySounds: "模糊音：开、关"
    case .switchTypos: "容忍打错和不连续：开、关"
    case .switchTheme: "配色主题：换下一种"
    case .setUp: "首次设置：话术表、部门、姓名、发送位置、Alt+Z"
    case .widenCategories: "分类窗格加宽"
    case .narrowCategories: "分类窗格变窄"
    case .widenPreview: "预览窗格加宽"
    case .narrowPreview: "预览窗格变窄"
    case .changes: "最近七天的变化"
    case .sources: "话术来源：版本与状态"
    case .sync: "立即同步话术来源"
    case .reviewHeld: "查看待确认的新版本"
    case .department: "选择部门，或全部"
    case .help: "帮助"
    case .palette: "全部命令"
    case .redraw: "刷新屏幕"
    case .suspend: "输入框之外：挂起，用 fg 回来"
    case .interrupt: "连按两次退出"
    case .quit: "退出"
    }
  }
}

extension Edit {
  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .left: "Cursor to the left"
    case .right: "Cursor to the right"
    case .toStart: "Cursor to the start (of the line)"
    case .toEnd: "Cursor to the end (of the line)"
    case .selectLeft: "Select to the left"
    case .selectRight: "Select to the right"
    case .selectUp: "Select a line up, or to the start"
    case .selectDown: "Select a line down, or to the end"
    case .selectToStart: "Select to the start (of the line)"
    case .selectToEnd: "Select to the end (of the line)"
    case .deleteBackwards: "Delete before the cursor"
    case .deleteForwards: "Delete behind the cursor"
    case .deleteWord: "Delete the word before the cursor"
    case .deleteToStart: "Delete to the start (of the line)"
    case .deleteToEnd: "Delete to the end (of the line)"
    case .undo: "Undo"
    case .redo: "Redo"
    case .breakLine: "A line break, in texts of several lines"
    }
  }

  private var chinese: String {
    switch self {
    case .left: "光标左移"
    case .right: "光标右移"
    case .toStart: "光标到开头（行首）"
    case .toEnd: "光标到末尾（行尾）"
    case .selectLeft: "向左选择"
    case .selectRight: "向右选择"
    case .selectUp: "向上选择一行，或到开头"
    case .selectDown: "向下选择一行，或到末尾"
    case .selectToStart: "选择到开头（行首）"
    case .selectToEnd: "选择到末尾（行尾）"
    case .deleteBackwards: "删除光标前的字"
    case .deleteForwards: "删除光标后的字"
    case .deleteWord: "删除光标前的词"
    case .deleteToStart: "删除到开头（行首）"
    case .deleteToEnd: "删除到末尾（行尾）"
    case .undo: "撤销"
    case .redo: "重做"
    case .breakLine: "换行（多行文字中）"
    }
  }
}
