import Phrases
import Search
import Testing

/// What texts and queries are made of besides 汉字 and pinyin, and what counts as the same.
struct TrickyCasesTextTests {
  // MARK: - Mixed

  @Test(
    arguments: [
      ("发货", ["fa货", "发h", "发huo", "f货", "fah", "fhuo", "FaHuo"]),
      ("7天无理由", ["7天wuly", "7tianwulyou", "qitian", "qitianwuly"]),
      ("七天无理由", ["7tian", "7天", "qitian", "7t", "７天wu"]),
      ("24小时", ["24xs", "24xiaoshi", "2 4小时"]), ("2小时", ["2xiaoshi", "erxiaoshi", "liangxiaoshi"]),
      ("两小时", ["2xiaoshi", "2小时"]), ("二〇二六", ["erling", "linger"]),
      ("618活动", ["618huodong"]),
      ("iPhone15保护壳", ["iPhone15保护ke", "iphone15bhk"]), ("WiFi密码", ["wifi密ma", "wifimm"]),
      ("SF运单", ["sf运单", "sf运d", "sfyd"]), ("中国", ["zhg", "zg", "zhongg"]), ("出租", ["chz", "cz"]),
      ("收费", ["shf", "shouf"]), ("退款", ["tuik", "tuiku", "tk"]), ("西安在线", ["xianzx"]),
    ] as [(String, [String])])
  func `pinyin, initials, characters and digits mix`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  @Test(arguments: [
    ("sf1234567890", "单号 SF1234567890"), ("SF1234567890", "单号 sf1234567890"),
    ("12345", "SF1234567890"), ("kt4251r2", "KT-4251-R2"), ("KT4251", "KT-4251-R2"),
    ("4251 r2", "KT-4251-R2"), ("kt-4251", "KT-4251-R2"), ("1.5l", "1.5L"), ("38码", "鞋 38 码"),
    ("9-4-0201", "取件码9-4-0201"), ("iphone 15", "iPhone 15 手机"), ("使用iphone", "使用 iPhone"),
  ])
  func `codes and numbers are found as they are written`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(
    arguments: [
      ("123", "12-4"), ("q", "7"), ("7", "七"), ("77天", "七七天"), ("yier", "13"), ("12", "一二"),
    ])
  func `digits are read whole and one by one, or not at all`(query: String, title: String) {
    #expect(!finds(query, title))
  }

  @Test(arguments: ["￥99", "¥99", "99元", "￥ 99", "99 元", "99.00元", "¥99.00"])
  func `an amount is found with either mark, as it is typed`(title: String) {
    for query in ["¥99", "￥99", "¥9", "¥", "99", "满99", "元", "满¥99", "man99"] {
      #expect(finds(query, "满" + title), "\(query)")
    }
    if !title.contains(".") { #expect(finds("99元", title) && finds("99yuan", title)) }
  }

  @Test func `an amount is no part of another`() {
    #expect(finds("99元", "¥99") && finds("99元", "满¥99减10"))
    #expect(!finds("99元", "¥995") && !finds("99元", "¥99.5") && !finds("¥99", "199元"))
    #expect(!finds("99元", "99") && !finds("¥99", "99"))
    #expect(finds("99jian", "¥99减10") && finds("\"¥99\"", "99元"))
  }

  // MARK: - Width and punctuation

  @Test(arguments: [
    ("abc123", "ＡＢＣ１２３"), ("ＡＢＣ１２３", "abc123"), ("7天", "７天无理由"), ("７天", "7天"), ("fahuo", "ｆａｈｕｏ"),
    ("ｆａｈｕｏ", "发货"), ("（发）", "(发)"), ("(发)", "（发）"), ("「发", "「发」"), ("【发】", "【发】货"),
    ("fa\u{3000}huo", "发货"), ("~", "～"), ("～", "~"), ("〜", "~"), ("…", "..."), ("...", "……"),
    ("..", "…"), ("稍等…", "稍等......"), ("稍等。", "稍等。"), ("！", "!"), ("？", "?"), ("：", ":"),
    ("a，b", "a,b"),
  ])
  func `full and half width are the same`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test func `one full stop is no ellipsis`() {
    #expect(!finds("…", "1.5") && !finds("...", "1.5") && finds("1.5", "1.5"))
  }

  @Test(arguments: [
    ("发货", "发\u{200B}货"), ("发货", "发\u{200D}货"), ("发货", "\u{FEFF}发\u{AD}货"), ("发\u{200B}货", "发货"),
    ("发货", "发\u{0}货"), ("发\r货", "货发"), ("发\t货", "发货"), ("fa\r\nhuo", "发货"), ("发货", "a\r\n发货\r\n"),
    ("fāhuò", "发货"), ("fa\u{304}huo\u{300}", "发货"), ("FAHUO", "发货"), ("café", "CAFE"),
    ("cafe", "Café"), ("cafe", "Cafe\u{301}"), ("lu\u{308}", "绿"), ("naïve", "naive"),
    ("it's", "its"), ("its", "it’s"), ("Straße", "straße"), ("fa huo", "发货"),
  ])
  func `case, accents and invisible characters do not matter`(query: String, title: String) {
    #expect(finds(query, title))
  }

  // MARK: - Traditional

  @Test(arguments: [
    ("发货", "發貨"), ("發貨", "发货"), ("退换货", "退換貨"), ("退換貨", "退换货"), ("后", "後"), ("後", "后"),
    ("着", "著"), ("著", "着"), ("里", "裡"), ("裡", "里"), ("面", "麵"), ("麵", "面"), ("台湾", "臺灣"),
    ("臺灣", "台湾"), ("qianlong", "乾隆"), ("ganzao", "乾燥"), ("乾", "干"), ("复", "復"), ("复", "複"),
    ("複", "复"), ("只", "隻"), ("隻", "只"), ("卫", "衞"), ("衞", "卫"), ("床", "牀"), ("fahuo", "發貨"),
    ("huanqian", "還錢"), ("fa貨", "发货"), ("の", "私の"), ("人々", "人々"), ("안녕", "안녕하세요"),
    ("カ", "ｶ"), ("ガ", "カ\u{3099}"),
  ])
  func `traditional and simplified are the same`(query: String, title: String) {
    #expect(finds(query, title))
  }

  // MARK: - Beyond the BMP, and rare

  @Test(
    arguments: [
      ("𠮷野家", ["𠮷野", "jiyejia", "jyj"]), ("𡃁仔", ["𡃁", "jingzai"]), ("䶮", ["yan", "䶮"]),
      ("㐂", ["xi", "㐂"]), ("镕", ["rong"]), ("喆", ["zhe"]), ("堃", ["kun"]), ("祎", ["yi"]),
      ("𰻝𰻝面", ["biangbiangmian", "bbm", "𰻝"]), ("〇", ["ling", "〇"]),
      ("\u{F9C4}口", ["longkou", "龍口"]),
      ("⼀", ["一", "yi"]), ("\u{E000}", ["\u{E000}"]), ("\u{10FFFD}a", ["\u{10FFFD}", "a"]),
    ])
  func `rare characters are found and read`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  @Test func `bytes that are no UTF-8 do no harm`() {
    // A lone surrogate, an overlong zero, a lead without its rest.
    let bytes = Array("发".utf8) + [0xED, 0xA0, 0x80, 0xC0, 0x80] + Array("货".utf8) + [0xF0, 0x9F]
    let repaired = String(decoding: bytes, as: UTF8.self)
    #expect(finds("发", repaired) && finds("huo", repaired) && !finds("发货", repaired))
    #expect(finds(repaired, repaired) && !finds(repaired, "发货"))
  }

  // MARK: - Emoji

  @Test(arguments: [
    ("😊", "好的😊"), ("好的😊", "好的😊"), ("❤", "❤️"), ("❤️", "❤"), ("👨‍👩‍👧", "家人👨‍👩‍👧"), ("🇨🇳", "中国🇨🇳"),
    ("👍", "好👍🏽"), ("👍🏽", "好👍🏽"), ("hd😊", "好的😊"), ("1️⃣", "1️⃣第一"),
  ])
  func `emoji are found`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [("😊", "😋"), ("🇨🇳", "🇨🇦"), ("👍🏽", "👍🏿"), ("👨‍👩‍👧", "👨")])
  func `but not by half of another`(query: String, title: String) {
    #expect(!finds(query, title))
  }
}
