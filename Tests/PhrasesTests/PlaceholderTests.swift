import Testing

@testable import Phrases

@Suite struct PlaceholderTests {
  private static let moment = Moment(
    day: Day(iso: "2026-11-30"), time: TimeOfDay(minutes: 14 * 60 + 32))

  private func only(_ text: String) -> Placeholder? { Template(text).placeholders.first }

  private func kind(_ text: String) -> Placeholder.Kind? { only(text)?.kind }

  @Test(arguments: [
    "订单号", "时间", "日期", "time", "date", "客服", "agent", "客服姓名", "today's date", "a,b", "甲、乙",
    "Date", "今天的价格", "e-mail",
  ])
  func `A name alone is a blank`(name: String) {
    #expect(only("{{\(name)}}") == Placeholder(named: name))
  }

  @Test(arguments: [
    "{{称呼|亲}}", "{{ 称呼 | 亲 }}", "｛｛称呼｜亲｝｝", "{{称呼 ｜亲}}",
  ])
  func `What stands behind a bar is offered`(text: String) {
    #expect(only(text) == Placeholder(named: "称呼", .offered(default: "亲")))
  }

  @Test(arguments: [
    "{{快递:顺丰,中通,圆通}}", "{{快递：顺丰，中通，圆通}}", "｛｛快递：顺丰、中通、圆通｝｝",
    "{{ 快递 : 顺丰 , 中通 ,, 圆通, 顺丰 }}", "{{快递:顺丰|中通｜圆通}}",
  ])
  func `Of what stands behind a colon one is chosen`(text: String) {
    #expect(only(text) == Placeholder(named: "快递", .choice(["顺丰", "中通", "圆通"])))
  }

  @Test func `The first sign tells what the others are`() {
    #expect(kind("{{时间:10:00,12:30}}") == .choice(["10:00", "12:30"]))
    #expect(kind("{{时间|10:00, 12:30}}") == .offered(default: "10:00, 12:30"))
  }

  @Test(arguments: [
    ("今天", "今天", "11月30日"), ("today", "today", "30 November"), ("Today", "today", "30 November"),
    ("今天+3", "今天+3", "12月3日"), ("今天 ＋ ３", "今天+3", "12月3日"), ("今天-30", "今天-30", "10月31日"),
    ("today-1", "today-1", "29 November"), ("TODAY + 32", "today+32", "1 January"),
    ("今天−1", "今天-1", "11月29日"), ("今天+0", "今天+0", "11月30日"),
    ("today+3660", "today+3660", "7 December"),
    ("现在", "现在", "14:32"), ("now", "now", "14:32"), ("问候", "问候", "下午好"),
    ("greeting", "greeting", "Good afternoon"),
  ])
  func `The clock fills in what tells the time`(content: String, name: String, expected: String) {
    let template = Template("a{{\(content)}}b")
    #expect(template.names == [name])
    #expect(template.filled(with: [:], at: Self.moment).text == "a\(expected)b")
    #expect(template.filled(with: [name: "x"], at: Self.moment).text == "axb")
    #expect(template.filled(with: [:]).unfilled == [name])
  }

  @Test(arguments: [
    (4 * 60 + 59, "晚上好", "Good evening"), (5 * 60, "早上好", "Good morning"),
    (11 * 60 + 59, "早上好", "Good morning"), (12 * 60, "下午好", "Good afternoon"),
    (17 * 60 + 59, "下午好", "Good afternoon"), (18 * 60, "晚上好", "Good evening"),
    (0, "晚上好", "Good evening"),
  ])
  func `A greeting is that of the hour`(minutes: Int, chinese: String, english: String) {
    let moment = Moment(time: TimeOfDay(minutes: minutes))
    #expect(Template("{{问候}}").filled(with: [:], at: moment).text == chinese)
    #expect(Template("{{greeting}}").filled(with: [:], at: moment).text == english)
  }

  @Test func `Days are counted over the ends of months, years and the calendar`() throws {
    let day = try #require(Day(iso: "2028-02-28"))
    #expect(day.adding(days: 2)?.description == "2028-03-01")
    #expect(day.adding(days: -366)?.description == "2027-02-27")
    #expect(Day(iso: "9999-12-31")?.adding(days: 1) == nil)
    #expect(Day(iso: "0001-01-01")?.adding(days: -1) == nil)
    var counted = try #require(Day(iso: "1999-12-30"))
    for number in 1...1_000 {
      counted = try #require(counted.adding(days: 1))
      #expect(Day(iso: "1999-12-30")?.adding(days: number) == counted)
    }
  }

  @Test(arguments: [
    ("{{快递:}}", "快递", Placeholder.Flaw.noOptions), ("{{快递: ,， }}", "快递", .noOptions),
    ("{{称呼|}}", "称呼", .noOptions), ("{{称呼|\u{200B}}}", "称呼", .noOptions),
    ("{{尺码:如 38}}", "尺码:如 38", .oneOption), ("{{|亲}}", "|亲", .noName),
    ("{{:a,b}}", ":a,b", .noName),
    ("{{称呼|亲|朋友}}", "称呼", .secondBar), ("{{今天+x}}", "今天+x", .badOffset),
    ("{{今天+}}", "今天+", .badOffset), ("{{今天+3天}}", "今天+3天", .badOffset),
    ("{{now+30}}", "now+30", .badOffset),
    ("{{今天+3661}}", "今天+3661", .farOffset), ("{{today-3661}}", "today-3661", .farOffset),
    ("{{today+99999999999999999999}}", "today+99999999999999999999", .farOffset),
    ("{{今天|明天}}", "今天|明天", .computedWithOptions),
    ("{{today:%Y}}", "today:%Y", .computedWithOptions),
  ])
  func `What is not quite more than a blank is one`(
    text: String, name: String, flaw: Placeholder.Flaw
  ) {
    #expect(only(text) == Placeholder(named: name, flaw: flaw))
    #expect(Template(text).filled(with: [:], at: Self.moment).unfilled == [name])
  }

  @Test func `Options have five hundred scalars and fifty entries at the most`() {
    let name = String(repeating: "名", count: 64)
    let text = String(repeating: "字", count: 500)
    #expect(only("{{\(name)|\(text)}}") == Placeholder(named: name, .offered(default: text)))
    #expect(only("{{\(name)|\(text)字}}") == Placeholder(named: name, flaw: .longOptions))
    #expect(only("{{\(name)x|\(text)}}") == nil)
    let options = (1...50).map(String.init)
    #expect(kind("{{号:\(options.joined(separator: ","))}}") == .choice(options))
    #expect(only("{{号:\(options.joined(separator: ",")),51}}")?.flaw == .manyOptions)
  }

  @Test(arguments: [
    ("{{ contact.name | capitalize }}", "contact.name"), ("{{name|title}}", "name"),
    ("{{ticket.requester.name|some_filter}}", "ticket.requester.name"),
    ("{{name | truncate: 20}}", "name"), ("{{ name | replace('a', 'b') }}", "name"),
    ("{{ name | strip | upcase }}", "name"), ("{{ amount | money }}", "amount"),
    ("{{ name | default: user.name }}", "name"),
  ])
  func `Another tool's filter is no default`(text: String, name: String) {
    #expect(only(text) == Placeholder(named: name, flaw: .filter))
  }

  @Test func `Another tool's default is one`() {
    #expect(kind("{{ first_name | default: \"there\" }}") == .offered(default: "there"))
    #expect(kind("{{name|fallback('friend')}}") == .offered(default: "friend"))
    #expect(kind("{{first_name|there}}") == .offered(default: "there"))
    #expect(kind("{{delivery|first class}}") == .offered(default: "first class"))
  }

  @Test(arguments: ["date:%d %B, %Y", "time:HH:mm", "date:MMMM D, YYYY", "http://a.com/x,y"])
  func `How a date is written is no choice`(content: String) {
    let placeholder = only("{{\(content)}}")
    #expect(placeholder?.kind == .blank && placeholder?.name == content)
  }

  @Test func `Of one name in several forms the first that says more counts for all`() {
    let template = Template("{{快递}} {{快递:顺丰,中通}} {{快递|圆通}}")
    #expect(template.placeholders == [Placeholder(named: "快递", .choice(["顺丰", "中通"]))])
    #expect(template.filled(with: ["快递": "x"]).text == "x x x")
  }

  @Test(arguments: [
    ("\\{{名称}}", "{{名称}}"), ("请写 \\{{x}} 和 {{y}}", "请写 {{x}} 和 值"), ("\\｛｛x｝｝", "｛｛x｝｝"),
    ("\\{x}", "\\{x}"), ("a\\", "a\\"), ("\\{{", "{{"), ("\\{{{x}}}", "{{{x}}}"),
    ("\\{{a{{y}}", "{{a值"),
  ])
  func `Braces behind a backslash go out as they are`(text: String, expected: String) {
    let filling = Template(text).filled(with: ["y": "值"])
    #expect(filling.text == expected)
    #expect(filling.templateText == text.replacing("{{y}}", with: "值"))
    #expect(filling.unfilled.isEmpty)
  }

  @Test func `What is escaped is nothing unfilled`() {
    #expect(Blank.all(in: "\\{{名称}}，\\{{x}}}，\\{{").isEmpty)
    #expect(Blank.all(in: "\\{{名称}}，{{x}").map(\.text) == ["{{x}"])
    #expect(Blank.all(in: "{{称呼|亲}}{{快递:顺丰,中通}}{{今天+3}}{{今天+x}}").isEmpty)
  }

  @Test(arguments: ["today", "今天", "a:b,c", "x|y", "greeting", "订单号", "今天+x", "http://a"])
  func `A foreign name is a blank whatever it is`(name: String) throws {
    let placeholder = try #require(only(Placeholder.blank(named: name)))
    #expect(placeholder.kind == .blank && placeholder.flaw == nil)
  }

  private static func dispatch(_ text: String) -> Dispatch {
    Dispatch(Phrase(key: PhraseKey(source: "s", id: "1"), title: "t", text: text))
  }

  private func sent(_ dispatch: Dispatch, _ values: [String: String] = [:]) -> String? {
    try? dispatch.message(at: Self.moment, filledWith: values).text
  }

  @Test func `What the clock and the agent's own values fill in goes out as it is`() {
    var dispatch = Self.dispatch("{{问候}}，我是{{客服}}，今天是{{今天}}。")
    #expect(sent(dispatch) == nil)
    dispatch.standing = ["客服": "小美", "今天": "never"]
    #expect(sent(dispatch) == "下午好，我是小美，今天是11月30日。")
    #expect(sent(dispatch, ["客服": "小王"]) == "下午好，我是小王，今天是11月30日。")
    #expect(throws: Dispatch.Obstacle.unfilled(["问候", "今天"])) {
      try dispatch.message(at: .unknown)
    }
  }

  @Test func `Defaults go out unseen only where that was asked for, choices never`() {
    var dispatch = Self.dispatch("{{称呼|亲}}，{{快递:顺丰,中通}}")
    #expect(sent(dispatch, ["快递": "圆通"]) == nil)
    dispatch.takesDefaults = true
    #expect(sent(dispatch) == nil)
    #expect(sent(dispatch, ["快递": "圆通"]) == "亲，圆通")
    dispatch.standing = ["快递": "中通"]
    #expect(sent(dispatch) == "亲，中通")
  }
}
