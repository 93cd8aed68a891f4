import Phrases
import Search
import Testing

/// How 汉字 are read, and where one ends: the cases that other search engines stumble over.
struct TrickyCasesReadingTests {
  // MARK: - Polyphones

  @Test(
    arguments: [
      ("重庆", ["chongqing", "zhongqing"]), ("还款", ["huankuan", "haikuan"]), ("退还", ["tuihuan"]),
      ("银行", ["yinhang"]), ("行李", ["xingli"]), ("长沙", ["changsha", "zhangsha"]),
      ("成长", ["chengzhang"]), ("调货", ["diaohuo"]), ("调整", ["tiaozheng"]), ("弹窗", ["tanchuang"]),
      ("降价", ["jiangjia"]), ("会计", ["kuaiji"]), ("会员", ["huiyuan"]), ("地址", ["dizhi"]),
      ("的", ["de", "di"]), ("地", ["de", "di"]), ("得", ["de", "dei"]), ("差价", ["chajia"]),
      ("单先生", ["shanxiansheng", "danxiansheng", "shan xiansheng"]), ("仇女士", ["qiunvshi"]),
      ("便宜", ["pianyi"]), ("六安", ["luan", "liuan"]), ("厦门", ["xiamen", "shamen"]),
      ("折扣", ["zhekou"]), ("折本", ["sheben"]), ("血", ["xue", "xie", "xuè"]), ("什么", ["shenme"]),
      ("着急", ["zhaoji"]), ("这个", ["zhege", "zheige"]), ("那个", ["nage", "neige"]),
      ("哪里", ["nali", "neili"]), ("谁", ["shei", "shui"]), ("第二", ["dier"]),
    ])
  func `every reading of today finds it`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  @Test(arguments: [
    ("款", "kuan", "xin"), ("喝", "he", "ye"), ("喝", "he", "kai"), ("儿", "er", "ren"),
  ])
  func `no reading of old dictionaries finds it`(title: String, reading: String, archaic: String) {
    #expect(finds(reading, title))
    #expect(!finds(archaic, title))
  }

  @Test(arguments: [
    ("血", "写", "xie"), ("还", "换", "huan"), ("厦", "沙", "sha"), ("地", "德", "de"),
    ("着", "找", "zhao"), ("会", "快", "kuai"),
  ])
  func `the usual reading comes before the other ones`(
    rare: String, usual: String, query: String
  ) {
    #expect(Samples.library(rare, usual).titles(query) == [usual, rare])
  }

  @Test(arguments: [
    ("厦门", "xiamen"), ("地址", "dizhi"), ("咳嗽", "kesou"), ("拓展", "tuozhan"), ("著名", "zhuming"),
    ("视频帧", "shipinzhen"), ("栅栏", "zhalan"), ("贾先生", "jiaxiansheng"), ("楷体", "kaiti"),
    ("殷女士", "yinnvshi"), ("囤货", "tunhuo"), ("佛像", "foxiang"), ("收银台", "shouyintai"),
  ])
  func `today's reading is the primary one`(title: String, query: String) {
    let decoy = String(title.reversed())
    #expect(Samples.library(decoy, title).titles(query).first == title)
    #expect(Samples.library("x" + title).titles(query) == ["x" + title])
  }

  // MARK: - Segmentation

  @Test(
    arguments: [
      ("xian", ["西安", "先", "县"]), ("xi'an", ["西安"]), ("x'an", ["西安"]), ("Xi an", ["西安"]),
      ("fangan", ["方案", "反感"]), ("jiange", ["间隔", "讲额", "几昂额", "几安歌"]),
      ("danger", ["当儿"]), ("tiane", ["天鹅"]), ("pingan", ["平安", "品感"]), ("lianou", ["莲藕"]),
      ("shengao", ["身高"]), ("minge", ["名额", "民歌"]), ("changan", ["长安", "产感"]),
      ("liang", ["两", "里昂"]), ("li'ang", ["里昂"]), ("tian'anmen", ["天安门"]),
      ("tiananmen", ["天安门"]), ("xianxianxianxian", ["先县西安线"]),
      ("shishishishishi", ["是时市师石"]), ("aaaaaaaaaaaaaaaaaaaa", ["啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊"]),
    ])
  func `a run of letters is taken apart in every way`(query: String, titles: [String]) {
    for title in titles { #expect(finds(query, title), "\(title)") }
  }

  @Test(arguments: [
    ("xi'an", "先"), ("xi'", "先"), ("fa'n", "方"), ("li'ang", "两"), ("xi an", "先"),
    ("fh", "发了货"), ("fhx", "发货"), ("huof", "发货"), ("f", "你好"), ("fahuot", "发货"),
  ])
  func `and in no other`(query: String, title: String) {
    #expect(!finds(query, title))
  }

  // MARK: - ng and n

  @Test(arguments: [
    ("fanghuo", "方货"), ("pingguo", "苹果"), ("pinguo", "品果"), ("en", "嗯"), ("ng", "嗯"), ("n", "嗯"),
    ("hng", "哼你哥"), ("hm", "好吗"), ("m", "吗"),
  ])
  func `n and ng belong to either side`(query: String, title: String) {
    #expect(finds(query, title))
  }

  @Test(arguments: [
    ("方案", ["f", "fa", "fan", "fang", "fanga", "fangan"]), ("反感", ["fan", "fang", "fanga"]),
    ("翻盖", ["fan", "fang", "fanga", "fangai"]), ("品果", ["pin", "ping", "pingu", "pinguo"]),
  ])
  func `what is typed on stays found`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  // MARK: - ü

  @Test(
    arguments: [
      ("绿色", ["lv", "lu", "lü", "lyu", "lvse", "LÜ", "lu\u{308}se", "lǜsè"]),
      ("铝", ["lv", "lu", "lü", "lyu"]), ("旅行", ["lvxing", "lyuxing", "luxing"]),
      ("女装", ["nv", "nu", "nü", "nyu", "nvzhuang"]), ("略", ["lve", "lue", "lüe", "lyue"]),
      ("虐", ["nve", "nue", "nüe"]), ("剧", ["ju", "jv"]), ("去", ["qu", "qv"]),
      ("许", ["xu", "xv"]), ("雨", ["yu", "yv"]), ("元", ["yuan", "yvan"]), ("全", ["quan", "qvan"]),
    ])
  func `ü is typed as v, yu or u`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  @Test func `lv is closer to 绿 than lu is, and no 路`() {
    #expect(Samples.library("绿", "路").titles("lu") == ["路", "绿"])
    #expect(Samples.library("女", "怒").titles("nu") == ["怒", "女"])
    #expect(!finds("lv", "路") && !finds("lü", "路"))
  }

  // MARK: - Erhua

  @Test(
    arguments: [
      ("哪儿", ["nar", "naer", "na'r"]), ("一点儿", ["yidianr", "yidianer"]), ("这儿", ["zher", "zheer"]),
      ("儿童", ["ertong"]), ("当儿", ["danger", "dangr"]),
    ])
  func `儿 is er, or only r`(title: String, queries: [String]) {
    for query in queries { #expect(finds(query, title), "\(query)") }
  }

  // MARK: - Zero initials

  @Test(arguments: [
    ("nihao a", "你好啊"), ("ang", "昂"), ("e", "额"), ("o", "哦"), ("a", "啊"), ("yo", "哟"), ("lo", "咯"),
    ("ai", "爱"), ("ei", "诶"), ("ou", "藕"), ("er", "二"),
  ])
  func `syllables that begin with a vowel are found`(query: String, title: String) {
    #expect(finds(query, title))
  }
}
