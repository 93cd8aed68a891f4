import Phrases
import Testing

@testable import Search

/// 双拼, in the three ways of it that an agent may choose.
struct TrickyCasesDoublePinyinTests {
  private func options(_ scheme: DoublePinyin?) -> SearchOptions {
    SearchOptions(doublePinyin: scheme)
  }

  /// 小鹤, 自然码, 微软: codes of single 汉字, as published.
  @Test(
    arguments: [
      ("双", ["ul"], ["ud"], ["ud"]), ("英", ["yk"], ["yy"], ["y;"]),
      ("安", ["an", "aj"], ["an", "aj"], ["oj", "aj"]),
      ("爱", ["ai", "ad"], ["ai", "al"], ["ol", "al"]),
      ("昂", ["ah"], ["ah"], ["oh", "ah"]), ("二", ["er"], ["er"], ["or", "er"]),
      ("哦", ["oo"], ["oo"], ["oo"]), ("女", ["nv"], ["nv"], ["ny"]),
      ("略", ["lt"], ["lt"], ["lt", "lv"]),
      ("拽", ["vk"], ["vy"], ["vy"]), ("啊", ["aa"], ["aa"], ["aa", "oa"]),
      ("奥", ["ao", "ac"], ["ao", "ak"], ["ok", "ak"]),
      ("藕", ["ou", "oz"], ["ou", "ob"], ["ob", "ou"]),
      ("嗯", ["en", "ef"], ["en", "ef"], ["of", "ef"]),
      ("诶", ["ei", "ew"], ["ei", "ez"], ["oz", "ez"]),
      ("去", ["qu", "qv"], ["qu", "qv"], ["qu", "qy"]), ("云", ["yy"], ["yp"], ["yp"]),
      ("窗", ["il"], ["id"], ["id"]), ("谁", ["uw", "uv"], ["uz", "uv"], ["uz", "uv"]),
      ("下", ["xx"], ["xw"], ["xw"]), ("花", ["hx"], ["hw"], ["hw"]), ("雄", ["xs"], ["xs"], ["xs"]),
      ("学", ["xt"], ["xt"], ["xt", "xv"]), ("元", ["yr"], ["yr"], ["yr"]),
      ("票", ["pn"], ["pc"], ["pc"]),
      ("民", ["mb"], ["mn"], ["mn"]), ("高", ["gc"], ["gk"], ["gk"]), ("来", ["ld"], ["ll"], ["ll"]),
      ("走", ["zz"], ["zb"], ["zb"]), ("给", ["gw"], ["gz"], ["gz"]), ("写", ["xp"], ["xx"], ["xx"]),
      ("求", ["qq"], ["qq"], ["qq"]), ("快", ["kk"], ["ky"], ["ky"]), ("位", ["ww"], ["wz"], ["wz"]),
      ("我", ["wo"], ["wo"], ["wo"]), ("说", ["uo"], ["uo"], ["uo"]), ("对", ["dv"], ["dv"], ["dv"]),
    ])
  func `a syllable has the published codes`(
    han: String, xiaohe: [String], ziranma: [String], microsoft: [String]
  ) {
    for (scheme, codes) in zip(DoublePinyin.allCases, [xiaohe, ziranma, microsoft]) {
      for code in codes {
        let found = closeness(code, han, options(scheme)) ?? .fuzzySound
        #expect(found >= .doublePinyin || han == "谁", "\(code) \(scheme)")
        #expect(finds(code, han, options(scheme)), "\(code) \(scheme)")
      }
    }
  }

  @Test(arguments: DoublePinyin.allCases)
  func `发货 is faho and 中国 is vsgo in all of them`(scheme: DoublePinyin) {
    #expect(closeness("faho", "发货", options(scheme)) == .doublePinyin)
    #expect(closeness("vsgo", "中国", options(scheme)) == .doublePinyin)
    #expect(!finds("faho", "发货") && !finds("vsgo", "中国"))
  }

  @Test(arguments: DoublePinyin.allCases)
  func `a letter left over is an initial, v, i and u those of zh, ch and sh`(
    scheme: DoublePinyin
  ) {
    #expect(closeness("vsg", "中国", options(scheme)) == .doublePinyin)
    for (query, title) in [("fav", "发展"), ("jii", "机车"), ("ljiu", "老师"), ("vsgov", "中国制造")] {
      let isFound = finds(query, title, options(scheme))
      #expect(isFound == (query != "ljiu"), "\(query)")
    }
    for (query, title) in [("v", "中国"), ("i", "出租"), ("u", "收费")] {
      #expect(closeness(query, title, options(scheme)) == .initials, "\(query)")
    }
    // In the middle of a word they are no initials, and none at all in full pinyin.
    #expect(!finds("ug", "收购中", options(scheme)))
    #expect(!finds("fav", "发展"))
  }

  @Test func `the letter o begins what has no initial, in Microsoft's only`() {
    #expect(finds("fao", "发安", options(.microsoft)))
    #expect(!finds("fao", "发安", options(.xiaohe)))
  }

  @Test(arguments: [("fa", "发"), ("liu", "六"), ("shou", "收"), ("huan", "换"), ("xiexie", "谢谢")])
  func `full pinyin stays what it is`(query: String, title: String) {
    for scheme in DoublePinyin.allCases {
      #expect(closeness(query, title, options(scheme)) == .spelled, "\(scheme)")
    }
  }

  @Test func `what can be both is found as both, full pinyin first`() {
    let library = Samples.library("历史", "六")
    let titles = library.titles("liu", options(.xiaohe))
    #expect(titles == ["六", "历史"])
    #expect(library.titles("liu", options(nil)) == ["六"])
    // sh is sang in 小鹤.
    let both = Samples.library("桑欧", "收").titles("shou", options(.xiaohe))
    #expect(both == ["收", "桑欧"])
  }

  @Test func `a semicolon is a key of Microsoft's alone`() {
    #expect(finds("y;yu", "英语", options(.microsoft)) && finds("y；yu", "英语", options(.microsoft)))
    #expect(QueryText.words(of: "y;yu", options: options(.microsoft)).count == 1)
    #expect(QueryText.words(of: "y;yu", options: options(.ziranma)).count == 2)
    for scheme in [nil, DoublePinyin.microsoft] {
      #expect(finds("a;b", "a;b", options(scheme)) && finds("；", "a;b", options(scheme)))
    }
  }

  @Test func `it mixes with everything else`() {
    let xiaohe = options(.xiaohe)
    for query in ["fa货", "发ho", "fahuo", "fah", "faho", "f货", "fa'ho"] {
      #expect(finds(query, "发货", xiaohe), "\(query)")
    }
    #expect(finds("7tmwuly", "7天无理由", xiaohe))
    #expect(!finds("f'aho", "发货", xiaohe) && !finds("fah'o", "发货", xiaohe))
  }

  @Test func `every syllable with a vowel has a code of two keys`() {
    for scheme in DoublePinyin.allCases {
      let codes = DoublePinyinCodes(scheme)
      for syllable in ReadingTable.shared.syllables {
        guard let (initial, final) = syllable.parts else { continue }
        let found = codes.codes(initial: initial, final: final)
        #expect(!found.isEmpty && found.allSatisfy { $0.utf8.count == 2 }, "\(initial)\(final)")
      }
    }
  }
}
