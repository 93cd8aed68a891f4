import Phrases
import Search
import Testing

@testable import Desk

/// The tree of a list with as many categories as phrases.
@Suite struct CategoryNodesTests {
  private func paths(_ count: Int, _ path: (Int) -> CategoryPath) -> [CategoryCount] {
    (0..<count).map { CategoryCount(path: path($0), count: 1) }
  }

  @Test func `every path and every name is looked at once`() {
    let kinds: [(Int) -> CategoryPath] = [
      { CategoryPath(category: "分类 \($0)") }, { CategoryPath(department: "部门 \($0)") },
      { CategoryPath(department: "部门 \($0)", category: "分类", subcategory: "小 \($0)") },
      { CategoryPath(department: "部门", category: "分类 \($0 % 7)", subcategory: "小 \($0)") },
    ]
    for kind in kinds {
      for count in [100, 2_000, 40_000] {
        #expect(CategoryNodes(paths(count, kind)).looked <= 4 * count + 20)
      }
    }
  }

  @Test func `names come in the order of their first phrases, depth first`() {
    let paths: [(department: String, category: String, subcategory: String, count: Int)] = [
      ("乙", "退款", "快", 2), ("甲", "发货", "", 3), ("乙", "发票", "", 1), ("乙", "退款", "慢", 4),
      ("乙", "", "", 5),
    ]
    let nodes = CategoryNodes(
      paths.map { path in
        CategoryCount(
          path: CategoryPath(
            department: path.department, category: path.category, subcategory: path.subcategory),
          count: path.count)
      }
    ).nodes
    #expect(nodes.map(\.name) == ["", "乙", "退款", "快", "慢", "发票", "甲", "发货"])
    #expect(nodes.map(\.depth) == [0, 1, 2, 3, 3, 2, 1, 2])
    #expect(nodes.map(\.count) == [15, 12, 6, 2, 4, 1, 3, 3])
    #expect(nodes.map(\.parent) == [nil, 0, 1, 2, 2, 1, 0, 6])
    #expect(nodes.map(\.index) == Array(0..<8))
    #expect(nodes.map(\.end) == [8, 6, 5, 4, 5, 6, 8, 8])
  }

  @Test func `rows are those whose parents are all open`() {
    let phrases = (0..<3_000).map { number in
      Phrase(
        key: PhraseKey(source: "file", id: "\(number)"), department: "",
        category: "分类 \(number / 2)", subcategory: "小 \(number)", title: "标题", text: "内容")
    }
    var tree = CategoryTree(Library(phrases))
    #expect(tree.rows.count == 1_501)
    tree.click(row: 2)
    #expect(tree.rows.count == 1_503)
    #expect(tree.nodes[tree.rows[3]].name == "小 2")
    tree.stepOut()
    #expect(tree.rows.count == 1_501)
    tree.stepIn()
    tree = tree.moved(to: Library(Array(phrases.dropFirst(2))))
    #expect(tree.rows.count == 1_502)
    #expect(tree.selected.name == "分类 1")
  }
}
