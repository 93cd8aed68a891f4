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
    case .withdrawn(let title): "“\(title)”已被撤回，没有发送，请重新搜索。"
    }
  }

  /// Options as they are chosen by number: `1 DHL, 2 UPS`.
  private static func numbered(_ options: [String], _ separator: String) -> String {
    options.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: separator)
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
        "q 或 Ctrl+D：结束。",
      ]
    }
  }
}
