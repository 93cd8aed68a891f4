import Testing

@testable import Phrases

struct BlankTests {
  private func blanks(_ text: String, trusting styles: PlaceholderStyles = []) -> [String] {
    Blank.all(in: text, trusting: styles).map(\.text)
  }

  @Test(arguments: [
    ("您好｛｛姓名｝｝", []), ("{{姓名｝}", []), ("您的{{订单号}已发货", ["{{订单号}"]),
    ("您的｛｛订单号｝已发货", ["｛｛订单号｝"]), ("您好{{姓名，在吗", ["{{姓名"]), ("a {{}} b", ["{{}}"]),
    ("a ｛｛ 　｝｝ b", ["｛｛ 　｝｝"]), ("{{{姓名}}}", ["{{{姓名}}}"]), ("{{姓名}}}", ["{{姓名}}}"]),
    ("{{first\nname}}", ["{{first\nname}}"]), ("单号}}在", ["}}"]), ("姓名｝｝", ["｝｝"]),
    ("{订单号}}", ["{订单号}}"]), ("{{a {{b}}", ["{{a"]), ("{{", ["{{"]), ("{{\n", ["{{"]),
    ("{{{{a}}}}", ["{{{{a}}}}"]),
  ])
  func `What double braces leave behind is damage`(text: String, expected: [String]) {
    #expect(blanks(text) == expected)
    #expect(
      Blank.all(in: text).allSatisfy { if case .damaged = $0.kind { true } else { false } })
  }

  @Test func `Damage says what is wrong, and what was meant`() {
    func told(_ text: String) -> [String] {
      Blank.all(in: text).map { "\($0.kind) \($0.name)" }
    }
    let long = String(repeating: "长", count: 65)
    #expect(told("{{ 单号 }x") == ["damaged(Phrases.Blank.Damage.notClosed) 单号"])
    #expect(told("{{\(long)}}") == ["damaged(Phrases.Blank.Damage.longName) \(long)"])
    #expect(told("{{a\r\nb}}") == ["damaged(Phrases.Blank.Damage.brokenName) a b"])
    #expect(told("{{{a}}}") == ["damaged(Phrases.Blank.Damage.surplusBrace) a"])
    #expect(told("您好{{姓名，在吗") == ["damaged(Phrases.Blank.Damage.notClosed) 姓名"])
    #expect(told("{{}}") == ["damaged(Phrases.Blank.Damage.noName) {{}}"])
  }

  @Test(arguments: [
    "Hi [Name], it is open.", "Hi [[contact.name]], hello.", "单号【订单号】已发", "亲，{客户名} 您好",
    "${order.number} is on its way", "Hello #{ticket.customer.name},", "Hello %name%, thanks",
    "亲%订单号%已发", "Dear $|$,", "Number ________.", "请填＿＿＿号", "尊敬的XXX先生", "xx月xx日到",
    "call XXX-XXX-XXXX now", "预计X天到货", "takes X-Y business days [X to Y]", "收件人：****，谢谢",
    "位于**省", "大约*点*分到", "**站在**广场的第**口", "See: {Insert Screenshot}", "see <insert order number>",
    "（此处填写原因）",
    "[运费说明]", "建议[偏大/偏小/正常]码", "[24/48]小时内", "顺丰【快递单号】", "【   】号", "［姓名］您好",
    "[XX]天", "[Gift, e.g. a small pouch for travelling]", "{0} is late", "您的[产品1]和[产品2]",
    "亲[微笑]您的[单号]",
    "○○您好", "尊敬的〇〇先生", "△△女士您好", "ＸＸＸ您好", "预计ＸＸ天", "Dear <name>, hi", "Dear <customer name>",
    "亲＜姓名＞您好", "您的单号#订单号#已发", "&姓名&您好", "将于x月x日发出", "需要x天", "尊敬的 xx 先生", "＊＊＊先生您好",
  ])
  func `A blank of another tool is found`(text: String) {
    #expect(!blanks(text).isEmpty)
  }

  @Test(arguments: [
    "亲亲[微笑]/:rose 稍等哦", "[Smile] [ThumbsUp] ok", "好的[OK][doge]", "【温馨提示】您好", "【发货说明】\n您好",
    "[公告] 今日休息", "点击【立即付款】", "点击【修改地址】即可", "点击[我的订单]", "tap [My account]", "【包邮】全场",
    "【成都】发货", "〔2014〕12号", "见[1]和[2015]", "中文[zh_CN]", "[文档](https://example.com)",
    "- [ ] 待办\n- [x] 完成", "['a', 'b']", "成分95%棉+5%氨纶", "打8折，省20%，再减10%",
    "https://example.com/?q=%E4%BD%A0%E5", "打开%APPDATA%", "__init__", "snake___case",
    "第一段\n________\n第二段", "尺码 XL、XXL、XXXL", "iPhone X 很好", "X光检查", "3×5=15", "138****1234",
    "**重要**：请阅读", "* * *", "请在**两天内**申请", "* 日期\n*日期", "a { color: red; }", "{\"a\": 1}", "{}",
    "$5 #1 50% (see below)",
    "（请填写收货人姓名）", "www.xxx.com", "xxx", "love xx", "【订单号】：8012", "【本单不再补发，请知悉。】",
    "二〇〇八年", "○ 一 ○ 二", "○○○\n标题", "#双十一# 来了", "C# and F# code", "a < b > c",
    "<title>x</title>", "Tom & Jerry & co", "3x天猫", "next天", "max天", "○正确", "<b>", "1 ＜ 2 ＞ 1",
    "{{name}} and {{ order number }}", "[2026-11-30 10:20]", "[{{网站}}]", "<b>重点</b>",
  ])
  func `What only looks like one is none`(text: String) {
    #expect(blanks(text).isEmpty, "\(text)")
  }

  @Test func `A blank is named by what stands in it`() {
    let names = Blank.all(in: "[ 单号 ] ${o.id} [[a b]] %x% ____").map(\.name)
    #expect(names == ["单号", "o.id", "a b", "x", "____"])
  }

  @Test func `Ranges are Unicode scalars, and cover the text of the blank`() {
    let text = "😀e\u{301}[单号]👨‍👩‍👧{{a}"
    let scalars = Array(text.unicodeScalars)
    for blank in Blank.all(in: text) {
      #expect(String(String.UnicodeScalarView(scalars[blank.range])) == blank.text)
    }
    #expect(Blank.all(in: text).map(\.range.lowerBound) == [3, 12])
  }

  @Test func `Blanks and placeholders never overlap but where damage holds one`() {
    let seed: UInt64 = 13
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "｛", "{{", "}}", "｝｝", "[", "]", "【", "】", "$", "#", "%", "_", "___", "X", "XX",
      "*",
      "**", "a", "单号", "\n", " ", "<", ">", "insert ", "(", ")", "|", "😀", "×",
    ]
    for _ in 0..<5_000 {
      let text = random.text(of: pieces, upTo: 14)
      let found = Blank.all(in: text)
      #expect(
        zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      #expect(found.allSatisfy { !$0.range.isEmpty && !$0.name.isEmpty }, "seed \(seed): \(text)")
      let template = Template(text, filling: found)
      #expect(template.filled(with: [:]).text == text, "seed \(seed): \(text)")
      // Nothing that would be asked for is left once every field has a value.
      let values = Dictionary(template.names.map { ($0, "v") }) { first, _ in first }
      #expect(!template.filled(with: values).pieces.contains { $0.kind == .unfilled })
    }
  }

  @Test(arguments: ["{{a ", "[", "[[", "【", "{", "${", "%a", "_", "X", "*", "(insert ", "{{a\n"])
  func `A flood takes linear work`(piece: String) {
    _ = Blank.all(in: String(repeating: piece, count: 20_000))
  }

  @Test func `In a form a blank is a field, and lines to write on are each their own`() {
    let text = "身高___cm，体重___斤，[颜色]{{称呼}}"
    let template = Template(text, filling: Blank.all(in: text))
    #expect(template.names == ["___", "___ (2)", "颜色", "称呼"])
    let filling = template.filled(with: ["___": "170", "___ (2)": "120", "颜色": "[红]", "称呼": "亲"])
    #expect(filling.text == "身高170cm，体重120斤，[红]亲")
  }

  @Test func `In a form damage takes the place of the field in it`() {
    let text = "{{{姓名}}}您好{{单号}"
    let template = Template(text, filling: Blank.all(in: text))
    #expect(template.filled(with: ["姓名": "王", "单号": "8"]).text == "王您好8")
  }

  @Test func `What nothing closes is no field, and is asked about all the same`() {
    let phrase = Phrase(
      key: PhraseKey(source: "s", id: "1"), title: "t", text: "Your {{order number is on its way")
    var dispatch = Dispatch(phrase)
    #expect(throws: Dispatch.Obstacle.self) { try dispatch.message(at: .unknown) }
    dispatch.fillsBlanks = true
    #expect(dispatch.template.names.isEmpty)
    #expect(throws: Dispatch.Obstacle.self) { try dispatch.message(at: .unknown) }
    dispatch.isAsIs = true
    #expect((try? dispatch.message(at: .unknown))?.text == "Your {{order number is on its way")
  }

  @Test func `A blank is told as it stands`() {
    let text = "[订单号]，{{ 称呼 }}"
    let template = Template(text, filling: Blank.all(in: text))
    #expect(template.names.map(template.standing) == ["[订单号]", "{{ 称呼 }}"])
  }
}
