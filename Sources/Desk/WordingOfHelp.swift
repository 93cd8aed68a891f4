import Phrases

extension HelpTopic {
  /// What stands above its rows; empty for the first, whose place says it.
  func heading(_ language: Language) -> String {
    switch (self, language) {
    case (.first, _): ""
    case (.sending, .english): "Sending"
    case (.sending, .chinese): "发送"
    case (.customers, .english): "One customer after the other"
    case (.customers, .chinese): "一位接一位客户"
    case (.own, .english): "Yours"
    case (.own, .chinese): "我自己的"
    case (.finding, .english): "Finding"
    case (.finding, .chinese): "查找"
    case (.lists, .english): "Lists and what is new in them"
    case (.lists, .chinese): "话术来源与变化"
    case (.moving, .english): "Moving about"
    case (.moving, .chinese): "移动"
    case (.desk, .english): "The desk itself"
    case (.desk, .chinese): "程序"
    }
  }

  /// What the keys of a group of actions do.
  static func meaning(of group: [Action], _ language: Language) -> String {
    guard group.count > 1, let first = group.first else {
      return group.first?.sentence(language) ?? ""
    }
    return switch (first, language) {
    case (.up, .english): "Choose among the phrases"
    case (.up, .chinese): "选择话术"
    case (.moveEarlier, .english): "Move up, down, in your own order"
    case (.moveEarlier, .chinese): "按自己的顺序上移、下移"
    case (.nextPane, .english): "Next pane, previous pane"
    case (.nextPane, .chinese): "下一个、上一个区域"
    case (.scrollPreviewUp, .english): "Scroll the preview"
    case (.scrollPreviewUp, .chinese): "滚动预览"
    case (.pageUp, .english): "A page up, down"
    case (.pageUp, .chinese): "上一页、下一页"
    case (.toFirst, .english): "To the first, the last"
    case (.toFirst, .chinese): "到第一条、最后一条"
    case (.left, .english): "Close, open the category; pane to the side"
    case (.left, .chinese): "收起、展开分类，或到旁边的区域"
    default: group.map { $0.sentence(language) }.joined(separator: "; ")
    }
  }
}
