import Phrases
import Testing

@testable import Search

/// As many categories as phrases, and names that are written in several ways.
@Suite struct ManyCategoriesTests {
  private static let library = Library(
    (0..<5_000).map {
      Samples.phrase("title \($0)", path: ["", "分类 \($0)", $0 % 2 == 0 ? "偶数" : "单数"], id: "\($0)")
    })

  @Test func `A word that very many categories hold ranks as one that few do`() {
    let all = Self.library.result("fenlei")
    #expect(all.total == 5_000)
    let few = Library(
      (0..<3).map { Samples.phrase("title \($0)", path: ["", "分类 \($0)", "偶数"], id: "\($0)") })
    let first = few.result("fenlei").hits.first
    #expect(all.hits.first?.score == first?.score)
  }

  @Test func `Each category is found by its own name, and left out by it`() {
    #expect(Self.library.titles("\"分类 4321\"") == ["title 4321"])
    #expect(Self.library.result("title -偶数").total == 2_500)
    let long = String(repeating: "很长的名字", count: 20)
    let library = Library([
      Samples.phrase("a", path: ["", "别的", ""]), Samples.phrase("b", path: ["", long, ""]),
      Samples.phrase("c", path: ["", "\(long)后面", ""]),
    ])
    #expect(Set(library.titles(long)) == ["b", "c"])
  }

  @Test func `What a key looks at grows with the categories as they do`() {
    func work(_ count: Int) -> Int {
      let library = Library(
        (0..<count).map {
          Samples.phrase("title", path: ["", "分类 \($0 % 10)\($0)", ""], id: "\($0)")
        })
      var run = SearchRun(query: "fenlei", library: library, limit: 10)
      run.finish()
      return run.work
    }
    #expect(work(6_000) < 3 * work(3_000))
  }

  @Test(arguments: [
    ("售后", "售后", true), ("售后", "售前", false), ("售后", "售后部", false), ("售后部", "售后", false),
    ("", "售后", false), ("cafe\u{301}", "café", true), ("cafe", "café", false),
    ("cafe", "cafe\u{301}", false),
    ("\u{F900}", "\u{8C48}", true), ("が", "か\u{3099}", true), ("か", "が", false),
    ("a\u{301}b", "áb", true),
    ("a\u{301}b", "ác", false), ("각", "가\u{11A8}", true), ("a", "b", false),
    ("e\u{323}\u{302}", "ệ", true),
    ("售后e\u{302}\u{323}", "售后ệ", true), ("A", "a", false),
  ])
  func `A scope takes names as the standard library does`(scope: String, name: String, isIn: Bool) {
    #expect((scope == name) == isIn)
    let path = CategoryPath(category: name)
    #expect(Scope(category: scope).contains(path) == isIn)
    #expect(Scope(audience: scope).contains(CategoryPath(department: name)) == isIn)
  }

  @Test func `One scope after the other is kept apart`() {
    for subcategory in ["偶数", "单数", "偶数"] {
      #expect(Self.library.result("title", scope: Scope(subcategory: subcategory)).total == 2_500)
    }
    #expect(Self.library.result("title").total == 5_000)
  }
}
