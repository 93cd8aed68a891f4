import Phrases
import Search
import Testing

struct LibraryTests {
  private let full = Phrase(
    key: PhraseKey(source: "公司", id: "a/1"), level: .department, department: "客服", category: "售中",
    subcategory: "", title: "", text: "一\n二 {{名}}", keywords: ["", "发货", ""], code: "fh",
    attachments: ["a.png", ""], validFrom: Day(year: 2026, month: 2, day: 28),
    validUntil: Day(year: 9999, month: 12, day: 31), isDraft: true)

  @Test func `a phrase comes back from a segment as it was`() {
    var personal = full
    personal.key = PhraseKey(source: "personal", id: "")
    personal.level = .personal
    personal.isDraft = false
    personal.validFrom = nil
    personal.keywords = []
    personal.attachments = []
    let phrases = [full, personal, Samples.phrase("发货")]
    let segment = Segment(phrases)
    #expect((0..<segment.count).map(segment.phrase) == phrases)
  }

  @Test func `phrases are found by key`() throws {
    let phrases = (0..<500).map { Samples.phrase("t\($0)") } + [full]
    let library = Library(phrases)
    for phrase in phrases {
      let number = try #require(library.number(of: phrase.key))
      #expect(library.phrase(number) == phrase)
    }
    #expect(library.number(of: PhraseKey(source: "file", id: "x")) == nil)
    #expect(library.number(of: PhraseKey(source: "x", id: "t1")) == nil)
  }

  @Test func `libraries are equal when they are the same version`() {
    let library = Samples.library("a")
    let copy = library
    #expect(library == copy)
    #expect(library != library.applying(removing: [], adding: []))
    #expect(Library.empty.count == 0)
    #expect(Library.empty.result("a") == .none)
  }

  @Test func `a changed phrase keeps its number and so its place`() throws {
    let library = Samples.library("发货一", "发货二", "发货三")
    let key = PhraseKey(source: "file", id: "1")
    let number = try #require(library.number(of: key))
    var phrase = library.phrase(number)
    phrase.title = "发货改"
    let changed = library.applying(removing: [key], adding: [phrase])
    #expect(changed.number(of: key) == number)
    #expect(changed.titles("fahuo") == ["发货一", "发货改", "发货三"])
    #expect(library.titles("fahuo") == ["发货一", "发货二", "发货三"])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a library that was changed is like one that was built anew`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["发货", "退款", "快递", "优惠券", "无理由", "sf12"]
    func make(_ id: Int) -> Phrase {
      func word() -> String { words.randomElement(using: &random) ?? "" }
      return Samples.phrase(
        word() + word(), text: word() + "，" + word(), path: ["", word(), ""], id: "\(id)",
        isDraft: Int.random(in: 0..<10, using: &random) == 0)
    }
    var expected = (0..<60).map(make)
    var library = Library(expected)
    var next = 60
    for step in 0..<40 {
      var removing: Set<PhraseKey> = []
      var adding: [Phrase] = []
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<expected.count, using: &random)
        let id = Int(expected[index].key.id) ?? 0
        if Bool.random(using: &random) {
          if adding.contains(where: { $0.key == expected[index].key }) { continue }
          removing.insert(expected[index].key)
          expected.remove(at: index)
        } else {
          expected[index] = make(id)
          adding.append(expected[index])
        }
      }
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        expected.append(make(next))
        adding.append(expected[expected.count - 1])
        next += 1
      }
      library = library.applying(removing: removing, adding: adding)
      let rebuilt = Library(expected)
      #expect(library.count == rebuilt.count, "seed \(seed) step \(step)")
      #expect(
        library.numbers.map(library.phrase) == expected, "seed \(seed) step \(step)")
      #expect(
        Set(library.categories) == Set(rebuilt.categories), "seed \(seed) step \(step)")
      for query in ["", "fahuo", "tk", "yhq", "sf", "kuai wu"] {
        let (left, right) = (library.result(query), rebuilt.result(query))
        #expect(
          left.hits.map(\.score) == right.hits.map(\.score)
            && left.hits.map { library.phrase($0.number) }
              == right.hits.map { rebuilt.phrase($0.number) },
          "seed \(seed) step \(step) query \(query)")
      }
    }
  }

  @Test func `a library of two halves is like one that was built whole`() throws {
    let phrases = (0..<40).map { Samples.phrase("发货 \($0)") } + [full]
    let whole = Library(phrases)
    let halves = Library(segments: [Segment(Array(phrases[..<15])), Segment(Array(phrases[15...]))])
    #expect(halves.numbers == whole.numbers)
    #expect(halves.categories == whole.categories)
    #expect(halves.numbers.map(halves.phrase) == phrases)
    for query in ["", "fh", "发货", "货 3", "nothing"] {
      let expected = whole.search(Query(query), limit: 10)
      #expect(halves.search(Query(query), limit: 10) == expected)
    }
    for phrase in phrases { #expect(halves.number(of: phrase.key) == whole.number(of: phrase.key)) }
    let changed = halves.applying(removing: [phrases[20].key], adding: [Samples.phrase("新")])
    #expect(changed.count == phrases.count)
    #expect(changed.number(of: phrases[20].key) == nil)
  }

  @Test func `equal keys are one, however their accents are composed`() {
    let (composed, decomposed) = (
      Samples.phrase("旧", id: "caf\u{E9}"), Samples.phrase("新", id: "cafe\u{301}")
    )
    let library = Library([composed])
    #expect(library.number(of: decomposed.key) == library.number(of: composed.key))
    let changed = library.applying(removing: [], adding: [decomposed])
    #expect(changed.numbers.map { changed.phrase($0).title } == ["新"])
    #expect(changed.applying(removing: [composed.key], adding: []).count == 0)
  }

  @Test func `categories are counted without drafts, in their order`() {
    let library = Library([
      Samples.phrase("1", path: ["乙", "x"]), Samples.phrase("2", path: ["甲"]),
      Samples.phrase("3", path: ["乙", "x"]), Samples.phrase("4", path: ["丙"], isDraft: true),
    ])
    #expect(
      library.categories == [
        CategoryCount(path: CategoryPath(department: "乙", category: "x"), count: 2),
        CategoryCount(path: CategoryPath(department: "甲"), count: 1),
      ])
    let removed = library.applying(removing: [PhraseKey(source: "file", id: "2")], adding: [])
    #expect(removed.categories.map(\.path.department) == ["乙"])
    #expect(library.numbers.map { library.phrase($0).department } == ["乙", "甲", "乙", "丙"])
  }
}
