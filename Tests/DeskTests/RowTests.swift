import Phrases
import Search
import Testing

@testable import Desk

/// What the rows of the list make of the columns that titles leave free.
@Suite struct RowTests {
  private func phrase(
    _ id: String, _ title: String, _ text: String, category: String = "测试", code: String = "",
    until: Day? = nil
  ) -> Phrase {
    Phrase(
      key: PhraseKey(source: "file", id: id), category: category, title: title, text: text,
      code: code, validUntil: until)
  }

  private func row(_ number: Int, of player: Player) -> String {
    player.screen.split(separator: "\n").map(String.init).first { $0.contains("\(number) ") } ?? ""
  }

  // MARK: - Behind the title

  @Test func `Behind a short title stands the beginning of its text, in grey, on one line`() {
    let player = Player(
      rows: 20, columns: 60, phrases: [phrase("a", "标题", "第一行\n\n  第二行\t尾")])
    #expect(player.row(with: "标题  第一行 第二行 尾") != nil)
    #expect(player.desk.draw().text(in: .faint).contains("第一行 第二行 尾"))
  }

  @Test func `A text that begins with its title goes on where that ends`() {
    let player = Player(phrases: [phrase("a", "退货地址", "退货地址：\n杭州市")])
    #expect(player.row(with: "退货地址  杭州市") != nil)
    let same = Player(phrases: [phrase("a", "Thanks", "Thanks")])
    #expect(same.row(with: "Thanks  ") == nil || same.row(with: "1 Thanks  T") == nil)
  }

  @Test func `What was found in the text is shown, with its sentence`() {
    let text = "您好，很高兴为您服务。您的包裹已经发出，请留意短信。运费由商家承担。"
    var player = Player(rows: 20, columns: 40, phrases: [phrase("a", "开场", text)])
    player.press("运费")
    #expect(player.row(with: "开场  ..运费由商家承担") != nil)
    #expect(player.desk.draw().text(in: .match).hasPrefix("运费"))
    player.press("<A-z>短信")
    #expect(player.row(with: "开场  ..请留意短信") != nil)
  }

  @Test func `A megabyte of text costs no more than what is seen of it`() {
    let text = String(repeating: "长", count: 60_000) + "末尾"
    var player = Player(phrases: [phrase("a", "长文", text), phrase("b", "长文", text + "二")])
    player.press("末尾")
    #expect(player.row(with: "1 长文  长长") != nil)
  }

  // MARK: - Equal titles

  @Test func `Equal titles in one place show where their texts differ`() {
    let shared = "亲，您好，感谢您的耐心等待，已经为您核实过了，"
    let player = Player(
      rows: 20, columns: 40,
      phrases: [
        phrase("a", "回复", shared + "包裹在杭州。"), phrase("b", "回复", shared + "包裹在上海。"),
        phrase("c", "回复", shared + "包裹丢失。"), phrase("d", "其他", shared),
      ])
    #expect(player.row(with: "1 回复  ..包裹在杭州。") != nil)
    #expect(player.row(with: "2 回复  ..包裹在上海。") != nil)
    #expect(player.row(with: "3 回复  ..包裹丢失。") != nil)
    #expect(player.row(with: "4 其他  亲，您好，") != nil)
  }

  @Test func `Equal phrases through and through show their beginning`() {
    let player = Player(phrases: [phrase("a", "回复", "好的"), phrase("b", "回复", "好的")])
    #expect(player.row(with: "1 回复  好的") != nil && player.row(with: "2 回复  好的") != nil)
  }

  // MARK: - Long titles

  @Test func `Long titles are cut in the middle where they begin alike, else at the end`() {
    let player = Player(
      rows: 20, columns: 38,
      phrases: [
        phrase("a", "关于退货退款流程以及到账时间的说明（家电）", "x"),
        phrase("b", "关于退货退款流程以及到账时间的说明（女装）", "x"),
        phrase("c", "另外一条也非常非常非常非常非常长的标题（女装）", "x"),
      ])
    let rows = (1...3).map { row($0, of: player) }
    #expect(rows[0].contains("关于") && rows[0].contains("..") && rows[0].contains("（家电）"))
    #expect(rows[1].contains("关于") && rows[1].contains("..") && rows[1].contains("（女装）"))
    #expect(rows[2].hasSuffix("..") && rows[2].contains("另外一条"))
    #expect(rows.allSatisfy { GlyphRun($0).width <= 38 })
  }

  @Test func `Titles that differ in the middle of their length show that`() {
    let tail = String(repeating: "后面都一样的内容", count: 6)
    let player = Player(
      rows: 20, columns: 38,
      phrases: ["甲", "乙"].map { phrase($0, "前面都一样的内容很长很长很长很长很长" + $0 + tail, "x") })
    #expect(row(1, of: player).contains("甲") && row(2, of: player).contains("乙"))
    #expect(row(1, of: player).hasSuffix(".."))
  }

  @Test(arguments: 4...40) func `A title takes no more than it has, and no less than it can`(
    width: Int
  ) {
    let titles = ["关于退货 process 的说明（家电）", "关于退货 process 的说明（女装）"]
    for title in titles {
      let cut = RowTitle(title, among: titles, width: width)
      #expect(cut.glyphs.width <= width)
      #expect(cut.glyphs.width >= min(width, GlyphRun(title).width) - 3)
    }
  }

  // MARK: - Tags

  @Test func `An expired phrase keeps its title readable in one column`() {
    for language in Language.allCases {
      let player = Player(
        rows: 20, columns: 38, language: language,
        phrases: [
          phrase("a", "双十一活动满减规则与叠加说明全", "文", code: "ssy", until: Day(iso: "2026-11-11"))
        ])
      let row = row(1, of: player)
      #expect(row.contains("双十一活动满减"))
      #expect(row.contains(language == .english ? "exp." : "过期"))
      #expect(row.contains("ssy"))
    }
  }

  @Test func `What only explains a hit leaves the title whole`() {
    var player = Player(
      rows: 20, columns: 38,
      phrases: [
        Phrase(
          key: PhraseKey(source: "file", id: "a"), category: "测试",
          title: "一个几乎占满整行的标题在这里呀啊", text: "文", keywords: ["红包"])
      ])
    player.press("红包")
    #expect(row(1, of: player).contains("一个几乎占满整行的标题在这里呀啊"))
  }

  // MARK: - Around the rows

  @Test func `While something is looked for the categories count hits`() {
    var player = Player(rows: 35, columns: 120)
    player.press("发货")
    #expect(player.row(with: " 售中")?.contains("2 │") == true)
    #expect(player.row(with: " 售后")?.hasPrefix(" v 售后                 │") == true)
    player.press("<Esc>")
    #expect(player.row(with: " 售后")?.contains("2 │") == true)
  }

  @Test func `Where more is found than is listed the counts say so`() {
    var player = Player(rows: 35, columns: 120, phrases: .numbered(600))
    player.press("话术")
    #expect(player.row(with: " 大全")?.contains("500+ │") == true)
  }

  @Test func `Five hits or fewer leave the rows below them to the preview`() {
    var player = Player(rows: 45, columns: 38)
    let usual = player.desk.layout.preview.rows
    player.press("fh")
    #expect(player.desk.layout.preview.rows > usual)
    #expect(player.desk.layout.listRows == 5)
    player.press("<Esc>")
    #expect(player.desk.layout.preview.rows == usual)
    player.press("fh<Tab>")
    #expect(player.desk.focus == .preview || player.desk.layout.listRows >= 5)
  }

  @Test(arguments: [(24, 80), (35, 120), (60, 200)])
  func `A blank column stands at each side of the lines between panes`(rows: Int, columns: Int) {
    for script in ["", "h", "<Tab>", "<Esc>", "<S-Tab>"] {
      var player = Player(rows: rows, columns: columns)
      player.press(script)
      let canvas = player.desk.draw()
      for column in player.desk.layout.separators {
        for row in player.desk.layout.list.row..<(rows - 1) {
          for beside in [column - 1, column + 1] {
            #expect(canvas[row, beside].content == .blank, "\(script) \(row) \(beside)")
          }
        }
      }
    }
  }

  @Test(arguments: [30, 38, 80, 120], Language.allCases)
  func `An empty search box says what one may type`(columns: Int, language: Language) {
    var player = Player(rows: 24, columns: columns, language: language)
    let hint = language == .english ? "code" : "拼音"
    #expect(player.screen.prefix { $0 != "\n" }.contains(hint))
    player.press("x")
    #expect(!player.screen.prefix { $0 != "\n" }.contains(hint))
  }

  @Test func `A query that is longer than its box is cut with marks`() {
    var player = Player(rows: 24, columns: 38)
    player.press("abcdefghijklmnopqrstuvwxyz0123456789")
    let bar = { player.screen.prefix { $0 != "\n" } }
    #expect(bar().contains("..") && bar().contains("6789"))
    player.press("<Home>")
    #expect(bar().contains(" abcd") && bar().contains(".."))
  }
}
