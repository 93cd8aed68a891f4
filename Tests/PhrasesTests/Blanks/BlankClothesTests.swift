import Testing

@testable import Phrases

/// The named kinds of blanks in other clothes, and what wears theirs.
struct BlankClothesTests {
  private func blanks(_ text: String, trusting styles: PlaceholderStyles = []) -> [String] {
    Blank.all(in: text, trusting: styles).map(\.text)
  }

  @Test(arguments: [
    ("亲，[订单\n号]已发", "[订单\n号]"), ("Your [order\r\nnumber] is in", "[order\r\nnumber]"),
    ("【快递单\n号】已发", "【快递单\n号】"), ("共$__.__，请付", "__.__"), ("于__:__前到", "__:__"),
    ("退款__元已到", "__"), ("%%订单号%%已发", "%%订单号%%"), ("Hi %%first name%%", "%%first name%%"),
    ("hi <<name>>,", "<<name>>"), ("亲＜订单号＞", "＜订单号＞"), ("亲<姓名>您好", "<姓名>"),
    ("Hi *|FNAME|*!", "*|FNAME|*"),
    ("您的〔订单号〕已发", "〔订单号〕"), ("{{na{me}} hi", "{{na{me}}"),
  ])
  func `A blank of a known kind is found in other clothes`(text: String, blank: String) {
    #expect(blanks(text) == [blank])
  }

  @Test func `Of a day both numbers are asked for`() {
    #expect(blanks("x月x号前发出") == ["x", "x"])
    #expect(blanks("运费__元，保价__元") == ["__", "__"])
  }

  @Test func `Small braces are braces`() {
    #expect(Template("﹛﹛name﹜﹜您好").names == ["name"])
    #expect(blanks("﹛﹛name﹜您好") == ["﹛﹛name﹜"])
  }

  @Test func `A brace too many within a name leaves the name that was meant`() {
    let text = "Hi {{na{me}}!"
    let template = Template(text, filling: Blank.all(in: text))
    #expect(template.names == ["name"])
    #expect(template.filled(with: ["name": "Ann"]).text == "Hi Ann!")
  }

  @Test func `A name broken over two lines is whole in a source that has such placeholders`() {
    #expect(PlaceholderStyles.square.canonical("亲[订单\n号]") == "亲{{订单号}}")
    #expect(PlaceholderStyles.square.canonical("a [order\nnumber]") == "a {{order number}}")
    #expect(PlaceholderStyles.percent.canonical("a %%order number%%") == "a {{order number}}")
  }

  @Test(arguments: [
    "【姓名】张三", "【退货地址】北京市朝阳区某路一号", "【营业时间】9:00-18:00", "【订单号】SF8012", "打开[设置]-[账号]-[修改手机号]",
    "进入[个人中心]", "点[确认收货]即可", "Go to [Settings] > [Account]", "[Ctrl]+[C]", "hold [Shift]+[Alt]+[X]",
    "[旺旺笑脸]", "XXX牌手机", "C:\\Users\\%USERNAME%\\Desktop", "http://example.com/{id}/y", "〔2026〕12号",
    "请__务必__看", "__元旦__放假", "^__^", "[重要\n通知]", "100%%", "**|x|**",
  ])
  func `A heading with its value, a button or a key is none`(text: String) {
    #expect(blanks(text).isEmpty, "\(text)")
  }

  @Test(arguments: [
    "【姓名】您好", "【姓名】先生", "【订单号】已发货", "【退货地址】已发您", "[姓名]-[电话]", "[旧地址]→[新地址]", "洁面→[产品一]→[产品二]",
    "按[方向]移动", "建议选择[推荐规格]", "进入[店铺名称]", "打开[网址]", "Go to [website]", "XXX先生",
    "Hello %USERNAME%, hi",
    "https://example.com/track/{order_number}",
  ])
  func `What only begins as those do is still one`(text: String) {
    #expect(!blanks(text).isEmpty, "\(text)")
  }

  @Test(arguments: ["[a\n", "__元", "<<a", "*|A", "%%a", "{{a{", "[a]-", "〔订", "[Ctrl]+"])
  func `A flood of them takes linear work`(piece: String) {
    _ = Blank.all(in: String(repeating: piece, count: 20_000))
  }
}
