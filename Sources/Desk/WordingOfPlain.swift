import Phrases

/// What the ``PlainDesk`` says, in sentences that are read aloud.
enum PlainSentence {
  case greeting(Int, String)
  case briefly(Desk.Purpose)
  case all(Int)
  case found(Int, String)
  case suggested(Int)
  /// The hits below were found only by that kind of forgiveness.
  case forgiven(String)
  case nothingFound(String)
  case more(Int)
  case noMore
  case noSuchNumber
  case noPhrases
  case categories(Int)
  case noCategories
  case category(String, Int)
  case question
  case questionOfBlanks
  case toFillIn(String, Int)
  /// What is asked for, and what may be chosen.
  case value(String, [String], offered: OfferedValue?)
  /// Above a text that was filled in.
  case readBack
  case questionOfText
  case needsValue
  case needsOneLine
  case notSent
  case tooLong
  /// So many phrases there are now.
  case updated(Int)
  /// How a source stands that needs somebody, or did.
  case source(SourceFacts)
  case withdrawn(String)
  case reworded(String)
  case notice(Notice)
  /// Something of the agent's own was kept, or was so already.
  case kept(Bool)
  case titleAsked
  /// What is asked for line after line; so many there are.
  case textAsked(Int)
  case howToWrite
  case conversationEnded
  case sentBefore
  case pinned
  case whichRow
  case notOwn
  case noValues
  case nothingLikeThat
  case noSuchCommand(String)
  case gone(Phrase)
  /// So many phrases changed since that was looked at last.
  case unseen(Int)
  /// Above what changed before the days that are told one by one.
  case before
  case putAside(Int, String, isHidden: Bool)
  case forgotten(String)
  /// A phrase that is new, or reads otherwise than before.
  case changed(Int, Phrase, before: Phrase?)
  case moreNews(Int)

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .greeting(let count, let origin): "phrasedesk: \(count.grouped) phrases, \(origin)."
    case .briefly(.send): "Type to search, a number sends, ? explains, q ends."
    case .briefly(.pick): "Type to search, a number picks, ? explains, q ends."
    case .all(let count): "All \(count.grouped) phrases:"
    case .found(let count, let query): "\(count.grouped) found for \"\(query)\":"
    case .suggested(let count): "\(count.grouped) suggested for this message:"
    case .forgiven(let kind): "Found by forgiving (\(kind)):"
    case .nothingFound(let query): "Nothing found for \"\(query)\"; fewer letters find more."
    case .more(let count): "\(count.grouped) more: more"
    case .noMore: "There are no more."
    case .noSuchNumber:
      "Nothing was read with this number, nothing was sent. A slash before a number searches for it."
    case .noPhrases: "There are no phrases here."
    case .categories(let count):
      "\(count.grouped) categories, a number goes into one, c 0 to all phrases:"
    case .noCategories: "These phrases have no categories."
    case .category(let name, let count): "\(name), \(count.grouped) phrases:"
    case .question: "Send it all the same? y sends it, anything else does not."
    case .questionOfBlanks:
      "Enter fills it in, y sends it as it stands, anything else sends nothing."
    case .toFillIn(let title, let count):
      "\(title): \(count) to fill in; a single . on its line gives it up."
    case .readBack: "It reads:"
    case .questionOfText: "Send it? y sends it, anything else does not."
    case .value(let name, let options, let offer) where !options.isEmpty:
      PlainSentence.value("\(name) (\(PlainSentence.numbered(options, ", ")))", [], offered: offer)
        .english
    case .value(let name, _, let offer?):
      offer.isDoubtful
        ? "\(name) (from \(offer.timeOfDay?.description ?? "before"), \(PlainFilling.takesOffer) takes it: \(offer.text)):"
        : "\(name) [\(offer.text)]:"
    case .value(let name, _, nil): "\(name):"
    case .needsOneLine: "Several lines came at once: it needs one line. Nothing was sent."
    case .reworded(let title):
      "Not sent: \"\(title)\" reads otherwise now. Read it again, 1 takes it."
    case .needsValue: "It needs a value; a single . on its line gives the phrase up."
    case .notSent: "Nothing was sent."
    case .tooLong: "The line is too long and was not taken."
    case .updated(let count): "The phrases are newer ones now, \(count.grouped) in all."
    case .source(let source):
      if let held = source.held, !source.isFailing {
        "\(source.name): a new version waits. \(held.reason) "
          + (held.mayDecide
            ? "phrasedesk sync --accept takes it."
            : SourceLabel.heldForSupervisor.sentence(.english))
      } else if let failure = source.failure {
        failure
      } else {
        "\(source.statusSentence(.english))."
      }
    case .notice(let notice): notice.sentence(.english)
    case .kept(true): "Kept."
    case .kept(false): "It was so already."
    case .titleAsked: "Title (empty: the first words):"
    case .textAsked(0): "Text, a single . on its line ends it:"
    case .textAsked: "Next line, or . :"
    case .howToWrite:
      "Write the phrase; {{name}} asks for a value. A single . without a text keeps nothing."
    case .conversationEnded: "Next customer: values and what was sent are put away."
    case .sentBefore: "Sent before, the last first:"
    case .pinned: "Pinned, by their rows:"
    case .whichRow: "A phrase is pinned to a row from 1 to 9: \":pin 3 1\"."
    case .notOwn: "It is not one of your own; \":hide 3\" puts it out of sight."
    case .noValues: "There are none."
    case .nothingLikeThat: "There is none yet."
    case .noSuchCommand(let text):
      "There is no command \":\(text)\"; ? lists them, a slash before it searches for it."
    case .gone(let phrase): "removed: \(phrase.title), it said: \(phrase.text)"
    case .unseen(let count): "\(count.grouped) changed, :v tells what."
    case .before: "before:"
    case .putAside(let number, let title, let isHidden):
      "\(number). \(isHidden ? "hidden" : "in the bin"): \(title)"
    case .forgotten(let name): "Forgotten: \(name)."
    case .changed(let number, let phrase, nil): "\(number). new: \(phrase.title)"
    case .changed(let number, let phrase, let before?):
      "\(number). changed: \(phrase.title)"
        + PlainSentence.differences(before, phrase, removed: "without", added: "now with", .english)
    case .moreNews(let count): "and \(count.grouped) changes before these"
    case .withdrawn(let title):
      "\(title) was withdrawn meanwhile and was not sent. Search again."
    }
  }

  private var chinese: String {
    switch self {
    case .greeting(let count, let origin): "phrasedesk：\(count.grouped) 条话术，\(origin)。"
    case .briefly(.send): "输入即搜索，输入编号发送，? 帮助，q 结束。"
    case .briefly(.pick): "输入即搜索，输入编号选用，? 帮助，q 结束。"
    case .all(let count): "全部 \(count.grouped) 条话术："
    case .found(let count, let query): "“\(query)”找到 \(count.grouped) 条："
    case .suggested(let count): "针对这条消息的建议 \(count.grouped) 条："
    case .forgiven(let kind): "放宽后找到（\(kind)）："
    case .nothingFound(let query): "没有找到“\(query)”，少输几个字母会找到更多。"
    case .more(let count): "还有 \(count.grouped) 条：more"
    case .noMore: "没有更多了。"
    case .noSuchNumber: "没有读过这个编号，什么也没有发送。要搜索数字，请在前面加 /。"
    case .noPhrases: "这里没有话术。"
    case .categories(let count): "\(count.grouped) 个分类，输入编号进入，c 0 回到全部："
    case .noCategories: "话术没有分类。"
    case .category(let name, let count): "\(name)，\(count.grouped) 条话术："
    case .question: "仍要发送吗？y 发送，其他不发送。"
    case .questionOfBlanks: "按回车填写，y 原样发送，其他不发送。"
    case .toFillIn(let title, let count): "\(title)：需要填写 \(count) 项；输入 . 取消。"
    case .readBack: "内容是："
    case .questionOfText: "发送吗？y 发送，其他不发送。"
    case .value(let name, let options, let offer) where !options.isEmpty:
      PlainSentence.value("\(name)（\(PlainSentence.numbered(options, "、"))）", [], offered: offer)
        .chinese
    case .value(let name, _, let offer?):
      offer.isDoubtful
        ? "\(name)（\(offer.timeOfDay?.description ?? "之前") 填过，输入 \(PlainFilling.takesOffer) 采用：\(offer.text)）:"
        : "\(name) [\(offer.text)]:"
    case .value(let name, _, nil): "\(name):"
    case .needsOneLine: "一次来了多行：这里只能填一行，什么也没有发送。"
    case .reworded(let title): "未发送：“\(title)”的内容刚有改动，请看过再输入 1。"
    case .needsValue: "需要填写；输入 . 取消这条话术。"
    case .notSent: "什么也没有发送。"
    case .tooLong: "这一行太长，没有采用。"
    case .updated(let count): "话术已更新，现有 \(count.grouped) 条。"
    case .source(let source):
      if let held = source.held, !source.isFailing {
        "\(source.name)：新版本待确认。\(held.reason) "
          + (held.mayDecide
            ? "用 phrasedesk sync --accept 接受。" : SourceLabel.heldForSupervisor.sentence(.chinese))
      } else if let failure = source.failure {
        failure
      } else {
        "\(source.statusSentence(.chinese))。"
      }
    case .notice(let notice): notice.sentence(.chinese)
    case .kept(true): "已保存。"
    case .kept(false): "本来就是这样。"
    case .titleAsked: "标题（空行：取内容开头）："
    case .textAsked(0): "内容，单独一行 . 结束："
    case .textAsked: "下一行，或 . ："
    case .howToWrite: "请写话术；{{名称}} 表示要填写的内容。没有内容时输入 . 不保存。"
    case .conversationEnded: "下一位客户：已收起填过的内容和发送记录。"
    case .sentBefore: "之前发送过，最近的在前："
    case .pinned: "已固定，按行号："
    case .whichRow: "固定到 1 到 9 行，如“:pin 3 1”。"
    case .notOwn: "这不是您的个人话术；“:hide 3”可将其隐藏。"
    case .noValues: "没有内容。"
    case .nothingLikeThat: "还没有。"
    case .noSuchCommand(let text): "没有“:\(text)”这个命令；? 列出全部，前面加 / 可搜索。"
    case .gone(let phrase): "已删除：\(phrase.title)，原文：\(phrase.text)"
    case .unseen(let count): "\(count.grouped) 条有变化，输入 :v 查看。"
    case .before: "更早："
    case .putAside(let number, let title, let isHidden):
      "\(number). \(isHidden ? "已隐藏" : "回收站")：\(title)"
    case .forgotten(let name): "已忘记：\(name)。"
    case .changed(let number, let phrase, nil): "\(number). 新增：\(phrase.title)"
    case .changed(let number, let phrase, let before?):
      "\(number). 改动：\(phrase.title)"
        + PlainSentence.differences(before, phrase, removed: "去掉", added: "加上", .chinese)
    case .moreNews(let count): "更早还有 \(count.grouped) 处变化"
    case .withdrawn(let title): "“\(title)”已被撤回，没有发送，请重新搜索。"
    }
  }

  /// Options as they are chosen by number: `1 DHL, 2 UPS`.
  private static func numbered(_ options: [String], _ separator: String) -> String {
    options.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: separator)
  }

  /// What went and what came in a text, in words: `, without "send", now with "show"`.
  private static func differences(
    _ before: Phrase, _ after: Phrase, removed: String, added: String, _ language: Language
  ) -> String {
    let (comma, open, close) = language == .english ? (", ", " \"", "\"") : ("，", "“", "”")
    return TextDifference(from: before.text, to: after.text).pieces.map { piece in
      switch piece {
      case .kept: ""
      case .removed(let words): comma + removed + open + words + close
      case .added(let words): comma + added + open + words + close
      }
    }.joined()
  }

  /// Every command, one a line.
  static func help(_ purpose: Desk.Purpose, _ language: Language) -> [String] {
    let isPick = purpose == .pick
    return switch language {
    case .english:
      [
        "Any other line: search for it, as the desk does.",
        "3: \(isPick ? "pick" : "send") number 3 of what was read last.",
        "p 3: read the whole text of number 3.",
        "more: the next nine.",
        "Empty line: the first phrases, of the category you are in.",
        "c: the categories. c 3: go into number 3. c 0: all phrases again.",
        "/12: search for 12, or for anything that would be a command.",
        ":x: next customer. :s: the values given. :take: those a pasted message offers. :forget name.",
        ":h: what was sent before. :v: what changed in seven days.",
        ":new: write a phrase of your own. :edit 3: change number 3, or make your own version of it.",
        ":del 3: throw one of your own away. :hide 3: hide another's. :bin: both. :restore 1: have it back.",
        ":code 3 abc: your own code for number 3, without one none.",
        ":pin 3 1: pin number 3 to row 1. :pin: what is pinned. :unpin 1. :up 3, :down 3: your order.",
        ":values: what fills fields from now on. :value shop=Bear: keep one; without a text drop it.",
        ":report 3 wrong since May: tell who keeps the list (wrong, outdated, typo, complaints).",
        ":report missing customs duty: tell them what there is no phrase for.",
        "q or Ctrl+D: end.",
      ]
    case .chinese:
      [
        "其他任何一行：搜索，与话术台相同。",
        "3：\(isPick ? "选用" : "发送")刚才读出的第 3 条。",
        "p 3：读出第 3 条的全文。",
        "more：接下来的九条。",
        "空行：当前分类中的前几条话术。",
        "c：分类。c 3：进入第 3 个分类。c 0：回到全部话术。",
        "/12：搜索 12，或任何会被当作命令的内容。",
        ":x：下一位客户。:s：填过的内容。:take：采用粘贴消息中的内容。:forget 名称：忘记一项。",
        ":h：之前发送过的。:v：最近七天的变化。",
        ":new：写一条个人话术。:edit 3：修改第 3 条，或保存为自己的版本。",
        ":del 3：删除个人话术。:hide 3：隐藏别人的话术。:bin：两者的列表。:restore 1：恢复。",
        ":code 3 abc：第 3 条的个人快捷编码，不写编码则取消。",
        ":pin 3 1：把第 3 条固定到第 1 行。:pin：已固定的。:unpin 1。:up 3、:down 3：调整顺序。",
        ":values：今后自动填写的内容。:value 店铺名称=小熊：记住一项；等号后为空则删除。",
        ":report 3 wrong 五月已停用：报告问题（wrong、outdated、typo、complaints）。",
        ":report missing 关税：报告缺少的话术。",
        "q 或 Ctrl+D：结束。",
      ]
    }
  }
}
