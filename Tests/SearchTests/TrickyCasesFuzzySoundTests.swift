import Phrases
import Testing

@testable import Search

/// 模糊音: sounds that many speakers take for each other.
struct TrickyCasesFuzzySoundTests {
  private static let pairs: [(FuzzySound, String, String)] = [
    (.zhZ, "zongguo", "中国"), (.zhZ, "zhiliao", "资料"), (.chC, "cifan", "吃饭"),
    (.chC, "chailiao", "材料"),
    (.shS, "sifu", "师傅"), (.shS, "shijia", "四家"), (.nL, "lanhai", "南海"), (.nL, "nanhai", "蓝海"),
    (.nL, "nianxi", "联系"), (.nL, "lv", "女"), (.nL, "nyu", "绿"), (.fH, "hahuo", "发货"),
    (.fH, "fuan", "湖岸"), (.rL, "ledian", "热点"), (.rL, "rao", "老"), (.anAng, "fangzi", "翻字"),
    (.anAng, "fan", "方"), (.enEng, "shengen", "深耕"), (.enEng, "shengeng", "深根"),
    (.enEng, "wen", "翁"), (.inIng, "xingxin", "信心"), (.inIng, "yin", "英"), (.ianIang, "yang", "烟"),
    (.ianIang, "liang", "联"), (.ianIang, "jian", "讲"), (.uanUang, "wan", "王"),
    (.uanUang, "wang", "万"),
    (.uanUang, "guan", "光"), (.uanUang, "zhuan", "装"),
  ]

  private func found(_ query: String, _ title: String, _ sounds: Set<FuzzySound>) -> Closeness? {
    closeness(query, title, SearchOptions(fuzzySounds: sounds), isFuzzy: true)
  }

  // What follows keeps `fan` from being the beginning of fang.
  @Test(arguments: pairs)
  func `a pair is taken for each other when it is on, and only then`(
    sound: FuzzySound, query: String, title: String
  ) {
    let (query, title) = (query + "hao", title + "好")
    #expect(found(query, title, [sound]) == .fuzzySound)
    #expect(found(query, title, Set(FuzzySound.allCases)) == .fuzzySound)
    #expect(found(query, title, Set(FuzzySound.allCases).subtracting([sound])) == nil)
    #expect(closeness(query, title) == nil)
  }

  @Test(
    arguments: [
      ("zanhao", "张好", [.zhZ, .anAng]), ("chenghao", "岑好", [.chC, .enEng]),
      ("linhao", "宁好", [.nL, .inIng]), ("suanghao", "栓好", [.shS, .uanUang]),
      ("nianghao", "联好", [.nL, .ianIang]),
    ] as [(String, String, Set<FuzzySound>)])
  func `both ends of a syllable may be off at once`(
    query: String, title: String, sounds: Set<FuzzySound>
  ) {
    #expect(found(query, title, sounds) == .fuzzySound)
    for missing in sounds {
      #expect(found(query, title, sounds.subtracting([missing])) == nil, "\(missing)")
    }
  }

  @Test func `the exact sound is closer`() {
    #expect(found("zhongguo", "中国", [.zhZ]) == .spelled)
    #expect(found("zhongg", "中国", [.zhZ]) == .unfinished)
    #expect(found("zg", "中国", [.zhZ]) == .initials)
  }

  @Test(arguments: [
    ("zongg", "中国", true), ("zongu", "中国", false), ("zonggu", "中国", true), ("sif", "师傅", true),
    ("daola", "到哪", true), ("daol", "到哪", false), ("lh", "南海", false), ("lanh", "南海", true),
    ("l", "南", false), ("la", "南", true), ("sh", "四", false), ("shi", "四", true),
    ("hh", "发货", false),
  ])
  func `an unfinished syllable may be off, an initial may not`(
    query: String, title: String, isFound: Bool
  ) {
    #expect((found(query, title, Set(FuzzySound.allCases)) != nil) == isFound)
  }

  @Test func `sounds are changed once, not on and on`() {
    #expect(found("rao", "脑", [.nL, .rL]) == nil)
    #expect(found("juang", "捐", Set(FuzzySound.allCases)) == nil)
  }

  @Test func `the keys of a double pinyin may be off too`() {
    let options = SearchOptions(doublePinyin: .xiaohe)
    #expect(closeness("zsgo", "中国", options, isFuzzy: true) == .fuzzySound)
    #expect(closeness("zsgo", "中国", options) == nil)
    #expect(closeness("wh", "万", options, isFuzzy: true) == .fuzzySound)
  }

  @Test func `digits are not read with another sound`() {
    #expect(closeness("sitian", "4天") == .otherReading)
    #expect(closeness("shitian", "4天", isFuzzy: true) == nil)
  }
}
