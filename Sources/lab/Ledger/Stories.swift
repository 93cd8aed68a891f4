import Desk
import Phrases

/// What agents do, in both languages, on the starter.
extension Story {
  static var all: [Story] { chinese + english }

  private static func made(
    _ title: String, _ text: String, _ category: String, department: String = ""
  ) -> Phrase {
    Phrase(
      key: PhraseKey(source: "list", id: title), department: department, category: category,
      title: title, text: text)
  }

  private static func story(
    _ task: String, _ language: Language, _ fzf: InFzf = .cannot, list: [Phrase] = [],
    values: [String: String] = [:], _ play: @escaping @Sendable (StoryDesk) throws -> Void
  ) -> Story {
    Story(task: task, language: language, fzf: fzf, play: play, list: list, values: values)
  }

  // MARK: - Chinese

  private static let promise = [
    made("到货日期", "亲，{{今天+3}}前送到。", "物流"),
    made("售后专线", "售后请找专线。", "售后", department: "售后部"),
    made("售前专线", "售前请找专线。", "售前", department: "售前部"),
  ]

  private static func pictured(_ title: String, _ text: String, _ picture: String) -> Phrase {
    var phrase = made(title, text, "")
    phrase.attachments = [picture]
    return phrase
  }

  private static let chinese: [Story] = [
    story(
      "a picture with its text", .chinese, list: [pictured("色卡", "亲，颜色请看色卡。", "card.png")]
    ) { desk in
      try desk.press("seka<A-g><Enter>")
      try desk.expectHanded("card.png")
      try desk.expectSent("颜色请看色卡")
    },
    story("a file of one's own", .chinese) { desk in
      try desk.press("<A-l>fhd<Enter>")
      try desk.expectHanded("发货单.pdf")
    },
    story(
      "greet", .chinese, values: ["店铺名称": "小熊家居", "客服姓名": "小王"]
    ) { desk in
      try desk.press("hy<Enter>")
      try desk.expectSent("欢迎光临小熊家居！我是客服小王")
    },
    story("a question about delivery", .chinese, .finds(["发货时间"])) { desk in
      try desk.press("fh<Enter>")
      try desk.expectSent("订单付款后")
    },
    story("one order number in three phrases", .chinese) { desk in
      try desk.press("cfh<Enter>8012<Enter>qxdd<Enter><Enter>xglx<Enter>139<Enter>")
      try desk.expectSent("8012", count: 3)
    },
    story("seen yesterday, again today", .chinese, .finds(["退款到账时间"])) { desk in
      try desk.press("tkdz<Enter>")
      try desk.sleep()
      desk.countFromHere()
      try desk.press("<A-h><Enter>")
      try desk.expectSent("原路退回", count: 2)
    },
    story("a favourite", .chinese, .finds(["质量问题处理"])) { desk in
      try desk.press("zlwt<A-p>1")
      try desk.sleep()
      desk.countFromHere()
      try desk.press("<A-1>")
      try desk.expectSent("有问题的商品")
    },
    story("write a phrase of one's own, and correct it", .chinese) { desk in
      try desk.press("<A-n>晚班到十点<Tab>晚班<Enter>")
      try desk.press("wb<A-e>半<A-n><Enter><Enter>")
      try desk.expectSent("晚班到十点半")
    },
    story("reorder by key", .chinese) { desk in
      let first = desk.selectedTitle
      try desk.press("<A-S-Down>")
      try desk.expect(desk.selectedTitle == first, "another phrase is selected")
      try desk.sleep()
      try desk.expect(desk.selectedTitle != first, "it is not moved the next day")
    },
    story("reorder by mouse", .chinese) { desk in
      try desk.drag("咨询繁忙", onto: "欢迎光临")
      try desk.sleep()
      try desk.expect(desk.selectedTitle == "咨询繁忙", "it is not moved the next day")
    },
    story("a pasted complaint", .chinese) { desk in
      desk.take(.paste("你们快递态度太差了，\n我要投诉快递员！"))
      try desk.press("<Enter>")
      try desk.expectSent("快递")
    },
    story("report a phrase as outdated", .chinese) { desk in
      try desk.press("fhsj<A-f><Down><Enter>")
      try desk.press("<Enter>")
      try desk.expect(desk.reports.map(\.kind) == [.outdated], "nothing is reported")
    },
    story("new since yesterday", .chinese) { desk in
      try desk.change("发货时间")
      try desk.press("<A-v>")
      try desk.expect(desk.screen.contains("[-旧-]"), "the difference is not shown")
    },
    story("my department", .chinese, list: promise) { desk in
      try desk.press("<A-d>shouh<Enter>")
      try desk.press("shzx<Enter>")
      try desk.expectSent("售后请找专线")
    },
    story("handover: what was sent today", .chinese) { desk in
      try desk.press("fh<Enter>tkdz<Enter>")
      desk.countFromHere()
      try desk.press("<A-h>")
      try desk.expect(desk.screen.contains("退款到账时间"), "it is not in the history")
    },
    story("two customers at once", .chinese) { desk in
      try twoCustomers(desk, "cfh<Enter>80", "fh<Enter>", "12<Enter>")
      try desk.expectSent("8012", count: 2)
    },
    story("undo a deleted word", .chinese, .finds(["发货时间"])) { desk in
      try desk.press("fhsj")
      desk.countFromHere()
      try desk.press("<C-w><C-z><Enter>")
      try desk.expectSent("订单付款后")
    },
    story("a phrase with a date", .chinese, list: promise) { desk in
      try desk.press("dhrq<Enter>")
      try desk.expectSent("11月14日")
    },
    story("shorten before sending", .chinese) { desk in
      try desk.press("gxhg<A-e><C-a><C-k>")
      try desk.press("谢谢您<Enter>")
      try desk.expectSent("谢谢您")
    },
    story("by its code", .chinese, .finds(["退款到账时间"])) { desk in
      try desk.press("tkdz<Enter>")
      try desk.expectSent("原路退回")
    },
    story(
      "greeting, answer and closing in one message", .chinese,
      .finds(["请您稍等", "发货时间", "感谢惠顾"])
    ) { desk in
      try desk.press("qns<A-m>fh<A-m>gxhg<A-m><Enter>")
      try desk.expectSent("订单付款后", "谢谢您选择我们")
    },
  ]

  // MARK: - English

  private static let promises = [
    made("Arrival date", "It will be with you by {{today+3}}.", "Delivery"),
    made("After-sales line", "Please call after-sales.", "Lines", department: "After-sales"),
    made("Sales line", "Please call sales.", "Lines", department: "Sales"),
  ]

  private static let english: [Story] = [
    story(
      "a picture with its text", .english,
      list: [pictured("Colour card", "Here is our colour card.", "card.png")]
    ) { desk in
      try desk.press("colour c<A-g><Enter>")
      try desk.expectHanded("card.png")
      try desk.expectSent("our colour card")
    },
    story("a file of one's own", .english) { desk in
      try desk.press("<A-l>pdf<Enter>")
      try desk.expectHanded("发货单.pdf")
    },
    story("greet", .english, values: ["shop name": "Bear", "agent name": "Li"]) { desk in
      try desk.press("hi<Enter>")
      try desk.expectSent("welcome to Bear", "My name is Li")
    },
    story("a question about delivery", .english, .finds(["Dispatch time"])) { desk in
      try desk.press("di<Enter>")
      try desk.expectSent("packed in the order")
    },
    story("one order number in three phrases", .english) { desk in
      try desk.press("customer ch<Enter>8012<Enter>can<Enter><Enter>chan<Enter>139<Enter>")
      try desk.expectSent("8012", count: 3)
    },
    story("seen yesterday, again today", .english, .finds(["Refund timing"])) { desk in
      try desk.press("ref<Enter>")
      try desk.sleep()
      desk.countFromHere()
      try desk.press("<A-h><Enter>")
      try desk.expectSent("submitted", count: 2)
    },
    story("a favourite", .english, .finds(["Faulty item"])) { desk in
      try desk.press("fa<A-p>1")
      try desk.sleep()
      desk.countFromHere()
      try desk.press("<A-1>")
      try desk.expectSent("sorry it reached you")
    },
    story("write a phrase of one's own, and correct it", .english) { desk in
      try desk.press("<A-n>Open to ten<Tab>Late shift<Enter>")
      try desk.press("late sh<A-e>!<A-n><Enter><Enter>")
      try desk.expectSent("Open to ten!")
    },
    story("reorder by key", .english) { desk in
      let first = desk.selectedTitle
      try desk.press("<A-S-Down>")
      try desk.expect(desk.selectedTitle == first, "another phrase is selected")
      try desk.sleep()
      try desk.expect(desk.selectedTitle != first, "it is not moved the next day")
    },
    story("reorder by mouse", .english) { desk in
      try desk.drag("Busy right now", onto: "Welcome greeting")
      try desk.sleep()
      try desk.expect(desk.selectedTitle == "Busy right now", "it is not moved the next day")
    },
    story("a pasted complaint", .english) { desk in
      desk.take(.paste("your courier was very rude,\nI want to complain about him"))
      try desk.press("<Enter>")
      try desk.expectSent("courier")
    },
    story("report a phrase as outdated", .english) { desk in
      try desk.press("di<A-f><Down><Enter>")
      try desk.press("<Enter>")
      try desk.expect(desk.reports.map(\.kind) == [.outdated], "nothing is reported")
    },
    story("new since yesterday", .english) { desk in
      try desk.change("Dispatch time")
      try desk.press("<A-v>")
      try desk.expect(desk.screen.contains("[-旧-]"), "the difference is not shown")
    },
    story("my department", .english, list: promises) { desk in
      try desk.press("<A-d>after<Enter>")
      try desk.press("after-sales l<Enter>")
      try desk.expectSent("Please call after-sales")
    },
    story("handover: what was sent today", .english) { desk in
      try desk.press("di<Enter>ref<Enter>")
      desk.countFromHere()
      try desk.press("<A-h>")
      try desk.expect(desk.screen.contains("Refund timing"), "it is not in the history")
    },
    story("two customers at once", .english) { desk in
      try twoCustomers(desk, "customer ch<Enter>80", "di<Enter>", "12<Enter>")
      try desk.expectSent("8012", count: 2)
    },
    story("undo a deleted word", .english, .finds(["Dispatch time"])) { desk in
      try desk.press("dispatch time")
      desk.countFromHere()
      try desk.press("<C-w><C-z><Enter>")
      try desk.expectSent("packed in the order")
    },
    story("a phrase with a date", .english, list: promises) { desk in
      try desk.press("arr<Enter>")
      try desk.expectSent("14")
    },
    story("shorten before sending", .english) { desk in
      try desk.press("tha<A-e><C-a><C-k>")
      try desk.press("Thank you<Enter>")
      try desk.expectSent("Thank you")
    },
    story(
      "by its code", .english, .finds(["Welcome greeting"]),
      values: ["shop name": "B", "agent name": "L"]
    ) {
      desk in
      try desk.press("hi<Enter>")
      try desk.expectSent("welcome to B")
    },
    story(
      "greeting, answer and closing in one message", .english,
      .finds(["One moment please", "Dispatch time", "Thank you goodbye"])
    ) { desk in
      try desk.press("one<A-m>di<A-m>tha<A-m><Enter>")
      try desk.expectSent("packed in the order", "Thank you for shopping")
    },
  ]

  /// A form is left for another chat, and is open again on coming back.
  private static func twoCustomers(
    _ desk: StoryDesk, _ first: String, _ second: String, _ rest: String
  ) throws {
    let target = Target(.pane(id: nil), name: "%1 chat")
    desk.take(.summoned(target, from: ConversationName("anna")))
    try desk.press(first)
    desk.take(.summoned(target, from: ConversationName("ben")))
    try desk.press(second)
    desk.take(.summoned(target, from: ConversationName("anna")))
    try desk.press(rest)
  }
}

extension StoryDesk {
  /// Expects that a picture or file went, and nothing else.
  func expectHanded(_ name: String) throws {
    guard handed == [name] else { throw LabFailure("handed over: \(handed)") }
  }

  /// Drags the row of a title onto that of another.
  func drag(_ title: String, onto other: String) throws {
    let (from, to) = (try position(of: title), try position(of: other))
    for (kind, place) in [(MouseEvent.Kind.drag, from), (.drag, to), (.release, to)] {
      take(.mouse(MouseEvent(kind, at: place), at: 10_000))
    }
  }

  /// Tells that a phrase read otherwise until today.
  func change(_ title: String) throws {
    guard let phrase = phrase(title), let day = Day(iso: "2026-11-11") else {
      throw LabFailure("no \(title)")
    }
    var before = phrase
    before.text = "旧" + phrase.text
    take(.changes([phrase.key: .changed], removed: []))
    take(.recentChanges([RecentChange(day: day, before: before, after: phrase)]))
  }
}
