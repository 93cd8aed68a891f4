import Phrases
import Search
import Testing

struct PinyinTests {
  @Test(arguments: [
    ("chongqing", "重庆"), ("zhongqing", "重庆"), ("huankuan", "还款"), ("haikuan", "还款"),
    ("tuihuan", "退还"), ("yinhang", "银行"), ("xingli", "行李"), ("changsha", "长沙"),
    ("zhangsha", "长沙"), ("chengzhang", "成长"), ("diaohuo", "调货"), ("tiaozheng", "调整"),
    ("tanchuang", "弹窗"), ("jiangjia", "降价"), ("kuaiji", "会计"), ("huiyuan", "会员"),
    ("dizhi", "地址"), ("chajia", "差价"), ("shanxiansheng", "单先生"), ("danxiansheng", "单先生"),
    ("qiunvshi", "仇女士"), ("pianyi", "便宜"), ("luan", "六安"), ("liuan", "六安"),
    ("xiamen", "厦门"), ("shamen", "厦门"), ("zhekou", "折扣"), ("sheben", "折本"), ("xue", "血"),
    ("xie", "血"), ("shenme", "什么"), ("zhaoji", "着急"), ("zhege", "这个"), ("zheige", "这个"),
  ])
  func `every reading of today finds it`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("xin", "款"), ("ye", "喝"), ("kai", "喝"), ("fh", "发了货"), ("fhx", "发货"),
    ("huof", "发货"), ("xi'an", "先"), ("xi'", "先"), ("fa'n", "方"), ("f", "你好"), ("lü", "路"),
    ("发贷", "发货"), ("fahuot", "发货"), ("123", "12-4"),
  ])
  func `what is not read like that is not found`(query: String, title: String) {
    #expect(!finds(query, title))
  }

  @Test(arguments: [
    ("xian", "西安"), ("xian", "先"), ("xian", "县"), ("xi'an", "西安"), ("x'an", "西安"),
    ("Xi An", "西安"), ("fangan", "方案"), ("fangan", "反感"), ("jiange", "间隔"),
    ("danger", "当儿"), ("tiane", "天鹅"), ("pingan", "平安"), ("pingan", "品感"),
    ("lianou", "莲藕"), ("shengao", "身高"), ("minge", "名额"), ("minge", "民歌"),
    ("changan", "长安"), ("changan", "产感"), ("liang", "两"), ("liang", "里昂"),
    ("fanghuo", "方货"), ("pinguo", "品果"), ("pingguo", "苹果"), ("en", "嗯"), ("ng", "嗯"),
    ("n", "嗯"), ("fan", "方法"), ("fang", "方法"), ("nar", "哪儿"), ("naer", "哪儿"),
    ("yidianr", "一点儿"), ("yidianer", "一点儿"), ("zher", "这儿"), ("ertong", "儿童"),
    ("tian'anmen", "天安门"), ("tiananmen", "天安门"), ("nihao a", "你好啊"), ("e", "额"),
  ])
  func `a run of letters is split in every way`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(
    arguments: [
      ("绿色", ["lv", "lu", "lü", "lyu", "lvse", "LÜ", "lu\u{308}se", "lǜsè"]),
      ("铝", ["lv", "lu", "lü"]), ("旅行", ["lvxing", "lyuxing", "luxing"]),
      ("女装", ["nv", "nu", "nü", "nyu", "nvzhuang"]), ("略", ["lve", "lue", "lüe", "lyue"]),
      ("虐", ["nve", "nue"]), ("剧", ["ju", "jv"]), ("去", ["qu", "qv"]), ("许", ["xu", "xv"]),
      ("雨", ["yu", "yv"]), ("元", ["yuan", "yvan"]), ("全", ["quan", "qvan"]),
    ])
  func `ü is typed as v, yu or u`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  @Test func `lv is closer to 绿 than lu is`() {
    #expect(Samples.library("绿", "路").titles("lu") == ["路", "绿"])
    #expect(Samples.library("绿", "路").titles("lv") == ["绿"])
  }

  @Test(arguments: [
    ("fa货", "发货"), ("发h", "发货"), ("发huo", "发货"), ("f货", "发货"), ("fah", "发货"),
    ("fhuo", "发货"), ("7天wuly", "7天无理由"), ("7tianwulyou", "7天无理由"), ("24xs", "24小时"),
    ("2xiaoshi", "2小时"), ("618huodong", "618活动"), ("iPhone15保护ke", "iPhone15保护壳"),
    ("wifi密ma", "wifi密码"), ("sf运单", "SF运单"), ("sf运d", "SF运单号"), ("zhg", "中国"),
    ("zg", "中国"), ("chz", "出租"), ("shf", "收费"), ("tuik", "退款"), ("tuiku", "退款"),
    ("shd", "收到"), ("xianzx", "西安在线"),
  ])
  func `pinyin, initials, characters and digits mix`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("sf1234567890", "单号 SF1234567890"), ("3456", "SF1234567890"), ("kt4251r2", "KT-4251-R2"),
    ("KT4251", "KT-4251-R2"), ("4251 r2", "KT-4251-R2"), ("kt-4251", "KT-4251-R2"),
    ("1.5l", "1.5L"), ("38码", "鞋 38 码"), ("9-4-0201", "取件码9-4-0201"), ("￥99", "¥99"),
    ("¥99", "￥99"), ("iphone 15", "iPhone 15 手机"), ("使用iphone", "使用 iPhone"),
  ])
  func `codes and numbers are found as they are written`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("abc123", "ＡＢＣ１２３"), ("ＡＢＣ１２３", "abc123"), ("7天", "７天"), ("７天", "7天"),
    ("café", "CAFE"), ("cafe", "Café"), ("cafe", "Cafe\u{301}"), ("fāhuò", "发货"), ("FAHUO", "发货"),
    ("~", "～"), ("发货", "发\u{200B}货"), ("发货", "\u{FEFF}发\u{AD}货"), ("fa huo", "发货"),
    ("fa\u{3000}huo", "发货"), ("发\t货", "发货"), ("it's", "its"), ("its", "it’s"),
    ("（发）", "(发)"),
  ])
  func `width, case, accents and invisible characters do not matter`(
    query: String, title: String
  ) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("发货", "發貨"), ("發貨", "发货"), ("退换货", "退換貨"), ("后", "後"), ("後", "后"), ("着", "著"),
    ("里", "裡"), ("面", "麵"), ("台湾", "臺灣"), ("qianlong", "乾隆"), ("ganzao", "乾燥"),
    ("复", "複"), ("复", "復"), ("只", "隻"), ("卫", "衞"), ("fahuo", "發貨"), ("huanqian", "還錢"),
    ("乾", "干"),
  ])
  func `traditional and simplified are the same`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("jiyejia", "𠮷野家"), ("𠮷野", "𠮷野家"), ("yan", "䶮"), ("rong", "镕"), ("zhe", "喆"),
    ("kun", "堃"), ("yi", "祎"), ("biangbiangmian", "𰻝𰻝面"), ("ling", "〇"), ("の", "私の"),
    ("人々", "人々"), ("안녕", "안녕하세요"), ("😊", "好的😊"), ("👨‍👩‍👧", "家人👨‍👩‍👧"),
    ("❤", "❤️"), ("❤️", "❤"), ("\u{E000}", "\u{E000}"), ("longkou", "\u{F9C4}口"),
  ])
  func `rare characters, kana, Hangul and emoji are found`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test func `an emoji is not found by half of another`() {
    #expect(!finds("😊", "😋"))
    #expect(!finds("🇨🇳", "🇨🇦"))
  }
}
