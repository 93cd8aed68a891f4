import Search
import Testing

@testable import lab

@Suite struct ReadingsTests {
  private func pinyin(_ text: String) -> String { Piece(Letters(text).all).pinyin }

  @Test func `The longest phrase decides how a character is read`() {
    #expect(pinyin("重庆银行") == "chongqingyinhang")
    #expect(pinyin("重量行李") == "zhongliangxingli")
    #expect(pinyin("会计") == "kuaiji")
    #expect(pinyin("社会计划") == "shehuijihua")
    #expect(pinyin("还款和还是") == "huankuanhehaishi")
    #expect(pinyin("女士略绿") == "nvshilvelv")
  }

  @Test func `A reading that only a phrase has is told apart`() {
    #expect(Letters("重庆").all.map { $0.reading?.isUnusual } == [true, false])
    #expect(Letters("重量").all.map { $0.reading?.isUnusual } == [false, false])
  }

  @Test func `Traditional forms go both ways`() {
    #expect(Piece(Letters("发货时间").all).traditional == "發貨時間")
    #expect(Piece(Letters("你好").all).traditional == nil)
    #expect(Book.folded("發貨 時間") == "发货时间")
  }

  /// The examples stand in the published descriptions of the layouts.
  @Test(
    arguments: [
      ("发货", "faho", "faho", "faho"), ("中国", "vsgo", "vsgo", "vsgo"), ("双", "ul", "ud", "ud"),
      ("英", "yk", "yy", "y;"), ("安", "an", "an", "oj"), ("爱", "ai", "ai", "ol"),
      ("昂", "ah", "ah", "oh"), ("二", "er", "er", "or"), ("哦", "oo", "oo", "oo"),
      ("女", "nv", "nv", "ny"), ("略", "lt", "lt", "lt"), ("拽", "vk", "vy", "vy"),
    ])
  func `Double pinyin has the published keys`(
    text: String, xiaohe: String, ziranma: String, microsoft: String
  ) {
    let piece = Piece(Letters(text).all)
    #expect(piece.doublePinyin(.xiaohe) == xiaohe)
    #expect(piece.doublePinyin(.ziranma) == ziranma)
    #expect(piece.doublePinyin(.microsoft) == microsoft)
  }

  @Test func `No two syllables have the same keys but lo and luo`() {
    for layout in DoublePinyin.allCases {
      var syllables: [String: [String]] = [:]
      for syllable in Readings.shared.syllables {
        if let keys = DoublePinyinKeys.of(layout).keys(of: syllable) {
          syllables[keys, default: []].append(syllable)
        }
      }
      #expect(syllables.values.filter { $0.count > 1 }.map { $0.sorted() } == [["lo", "luo"]])
      #expect(syllables.count > 390)
    }
  }

  @Test func `Fuzzy sounds are syllables that exist`() {
    #expect(FuzzySounds.variants(of: "zhong") == ["zong"])
    #expect(FuzzySounds.variants(of: "fa") == ["ha"])
    #expect(FuzzySounds.variants(of: "hui").isEmpty)
    #expect(FuzzySounds.variants(of: "lan") == ["nan", "ran", "lang"])
  }
}
