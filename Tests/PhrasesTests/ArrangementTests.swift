import Phrases
import Testing

@Suite struct ArrangementTests {
  private func phrase(
    _ id: String, _ place: String = "", source: String = "kb", code: String = ""
  ) -> Phrase {
    let parts = place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return Phrase(
      key: PhraseKey(source: source, id: id), level: source == "personal" ? .personal : .company,
      department: parts.first ?? "", category: parts.dropFirst().first ?? "",
      subcategory: parts.dropFirst(2).first ?? "", title: "标题 \(id)", text: "内容 \(id)", code: code)
  }

  private func key(_ id: String, source: String = "kb") -> PhraseKey {
    PhraseKey(source: source, id: id)
  }

  private func ids(_ phrases: [Phrase]) -> String { phrases.map(\.key.id).joined() }

  @Test func `where nothing is arranged the phrases are the same`() {
    let phrases = [phrase("a"), phrase("b")]
    var arrangement = Arrangement()
    arrangement.pins = [1: key("a")]
    arrangement.values = ["客服": "小王"]
    #expect(arrangement.leavesPhrasesAlone)
    #expect(arrangement.applied(to: phrases) == phrases)
  }

  @Test func `what is hidden is left out, and codes are her own`() {
    var arrangement = Arrangement()
    arrangement.hidden = [key("b"), key("gone")]
    arrangement.codes = [key("c"): "zz", key("b"): "yy"]
    let shown = arrangement.applied(to: [phrase("a", code: "aa"), phrase("b"), phrase("c")])
    #expect(ids(shown) == "ac")
    #expect(shown.map(\.code) == ["aa", "zz"])
    #expect(arrangement.applied(to: phrase("b")) == nil)
    #expect(arrangement.applied(to: phrase("c"))?.code == "zz")
    #expect(arrangement.applied(to: phrase("a")) == phrase("a"))
  }

  @Test func `her version stands where the original does now`() {
    var arrangement = Arrangement()
    let mine = key("m", source: "personal")
    arrangement.originals = [mine: Arrangement.Original(key: key("b"), text: "旧")]
    arrangement.codes = [key("b"): "bb"]
    let own = phrase("m", "//", source: "personal")
    let shown = arrangement.applied(
      to: [own, phrase("a", "售后/退款/"), phrase("b", "售后/退款/快"), phrase("c")])
    #expect(ids(shown) == "amc")
    #expect(shown[1].path == ["售后", "退款", "快"])
    #expect(shown[1].level == .personal && shown[1].text == "内容 m" && shown[1].code == "bb")
    // Without the original it is one of her own as any.
    let alone = arrangement.applied(to: [own, phrase("a"), phrase("c")])
    #expect(alone.first == own && alone.count == 3)
    // Without the version the original is there.
    #expect(ids(arrangement.applied(to: [phrase("a"), phrase("b")])) == "ab")
    arrangement.hidden = [mine]
    #expect(ids(arrangement.applied(to: [own, phrase("a"), phrase("b")])) == "a")
  }

  @Test func `of two versions for one phrase both are there, one in its place`() {
    var arrangement = Arrangement()
    for id in ["m", "n"] {
      arrangement.originals[key(id, source: "personal")] = Arrangement.Original(
        key: key("b"), text: "")
    }
    let own = ["m", "n"].map { phrase($0, source: "personal") }
    let shown = arrangement.applied(to: own + [phrase("a"), phrase("b")])
    #expect(ids(shown) == "nam")
    #expect(arrangement.version(of: key("b")) == key("m", source: "personal"))
  }

  @Test func `her own stand behind what they were written behind, while both are in one place`() {
    var arrangement = Arrangement()
    let own = ["m", "n", "o"].map { phrase($0, "/售后/", source: "personal") }
    for phrase in own { arrangement.neighbours[phrase.key] = key("b") }
    arrangement.neighbours[own[2].key] = key("gone")
    let list = [phrase("a", "/售前/"), phrase("b", "/售后/"), phrase("c", "/售后/")]
    #expect(ids(arrangement.applied(to: own + list)) == "oabmnc")
    // The category is another, or the neighbour is hidden.
    let moved = [list[0], phrase("b", "/别的/"), list[2]]
    #expect(ids(arrangement.applied(to: own + moved)) == "mnoabc")
    arrangement.hidden = [key("b")]
    #expect(ids(arrangement.applied(to: own + list)) == "oamnc")
    arrangement.hidden = []
    arrangement.originals[key("v", source: "personal")] = Arrangement.Original(
      key: key("b"), text: "")
    let version = phrase("v", source: "personal")
    #expect(ids(arrangement.applied(to: [version] + own + list)) == "oavmnc")
  }

  @Test func `orders are those of a place and of all above it`() {
    var arrangement = Arrangement()
    arrangement.order = [["部门", "甲", "乙"]: [key("a")]]
    arrangement.categoryOrder = [["别的"]: ["甲"]]
    #expect(arrangement.hasOrder(["部门", "甲", "乙"]))
    #expect(!arrangement.hasOrder(["部门", "甲", ""]))
    #expect(arrangement.hasOrder(["别的", "丙", ""]))
    arrangement.categoryOrder = [[]: ["别的"]]
    #expect(arrangement.hasOrder(["部门", "甲", ""]))
  }

  @Test func `what is not named in an order stands behind its neighbour`() {
    var arrangement = Arrangement()
    let place = ["", "问候", ""]
    let phrases = [
      phrase("a", "/问候/"), phrase("x", "/别的/"), phrase("b", "/问候/"), phrase("c", "/问候/"),
      phrase("d", "/问候/"),
    ]
    arrangement.order = [place: [key("d"), key("gone"), key("b")]]
    #expect(ids(arrangement.applied(to: phrases)) == "axdbc")
    arrangement.order = [place: [key("c"), key("a")]]
    #expect(ids(arrangement.applied(to: phrases)) == "cxabd")
    arrangement.order = [place: [key("b"), key("a")]]
    #expect(ids(arrangement.applied(to: phrases)) == "bxacd")
    arrangement.order = [["", "问候"]: [key("c")]]
    #expect(arrangement.applied(to: phrases) == phrases)
  }

  @Test func `a version has the rank of what it stands for`() {
    var arrangement = Arrangement()
    arrangement.originals = [
      key("m", source: "personal"): Arrangement.Original(key: key("b"), text: "")
    ]
    arrangement.order = [["", "", ""]: [key("b"), key("a")]]
    let shown = arrangement.applied(
      to: [phrase("m", source: "personal"), phrase("a"), phrase("b")])
    #expect(ids(shown) == "ma")
  }

  @Test func `departments, categories and subcategories have an order of their own`() {
    var arrangement = Arrangement()
    let phrases = [
      phrase("a", "售前/一/甲"), phrase("b", "售前/二/"), phrase("c", "售前/一/乙"),
      phrase("d", "售后/一/"), phrase("e", "/三/"), phrase("f", "售前/四/"),
    ]
    arrangement.categoryOrder = [[]: ["售后", "售前"]]
    #expect(ids(arrangement.applied(to: phrases)) == "dabcfe")
    arrangement.categoryOrder = [["售前"]: ["四", "一"]]
    #expect(ids(arrangement.applied(to: phrases)) == "facdeb")
    arrangement.categoryOrder = [["售前", "一"]: ["乙", "甲"], []: ["售后", "售前"]]
    #expect(ids(arrangement.applied(to: phrases)) == "dcbafe")
    arrangement.categoryOrder = [["售前", "一", "甲"]: ["x"]]
    #expect(arrangement.applied(to: phrases) == phrases)
  }

  @Test func `nothing is lost or doubled, whatever is arranged`() {
    var random = SystemRandomNumberGenerator()
    let places = ["", "甲", "乙"]
    for _ in 0..<500 {
      let phrases = (0..<Int.random(in: 0...30)).map { number in
        let place = (0..<3).map { _ in places.randomElement(using: &random) ?? "" }
        return phrase(
          "\(number)", place.joined(separator: "/"), source: Bool.random() ? "kb" : "personal")
      }
      let keys = phrases.map(\.key) + [key("gone"), key("gone", source: "personal")]
      var arrangement = Arrangement()
      for _ in 0..<Int.random(in: 0...4) {
        let (one, other) = (keys.randomElement() ?? key("x"), keys.randomElement() ?? key("x"))
        switch Int.random(in: 0..<5) {
        case 0: arrangement.hidden.insert(one)
        case 1: arrangement.codes[one] = "c"
        case 2 where one.source == "personal" && other.source == "kb":
          arrangement.originals[one] = Arrangement.Original(key: other, text: "")
        case 3:
          let place = (0..<3).map { _ in places.randomElement() ?? "" }
          arrangement.order[place] = Array(keys.shuffled().prefix(5))
        default:
          let place = (0..<Int.random(in: 0...2)).map { _ in places.randomElement() ?? "" }
          arrangement.categoryOrder[place] = Array(places.shuffled().prefix(2))
        }
      }
      let shown = arrangement.applied(to: phrases)
      let there = Set(phrases.map(\.key))
      let stoodFor = Set(
        arrangement.originals.filter { there.contains($0.key) && there.contains($0.value.key) }
          .map(\.value.key))
      #expect(
        Set(shown.map(\.key))
          == there.subtracting(arrangement.hidden).subtracting(stoodFor))
      #expect(Set(shown.map(\.key)).count == shown.count)
      // Doing it again changes nothing more, but for what stands elsewhere with its original gone.
      if stoodFor.isEmpty { #expect(arrangement.applied(to: shown) == shown) }
      for (place, keys) in arrangement.order {
        let listed = shown.filter {
          [$0.department, $0.category, $0.subcategory] == place && keys.contains($0.key)
            && arrangement.originals[$0.key] == nil
        }
        let named = keys.filter { listed.map(\.key).contains($0) }
        #expect(listed.map(\.key) == named)
      }
      // Elsewhere everything keeps its order.
      let alone = shown.filter {
        arrangement.order[[$0.department, $0.category, $0.subcategory]] == nil
          && arrangement.originals[$0.key] == nil
      }
      for (_, group) in Dictionary(grouping: alone, by: \.path) where !group.isEmpty {
        let numbers = group.compactMap { shown in phrases.firstIndex { $0.key == shown.key } }
        let sameplace = Set(group.map { [$0.department, $0.category, $0.subcategory] }).count == 1
        if sameplace { #expect(numbers == numbers.sorted()) }
      }
    }
  }
}
