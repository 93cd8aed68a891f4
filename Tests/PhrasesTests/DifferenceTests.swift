import Testing

@testable import Phrases

struct DifferenceTests {
  private func state(_ rows: String...) throws -> [Phrase] {
    try read((["id,category,title,text"] + rows).joined(separator: "\n")).phrases
  }

  @Test func `equal states have no difference`() throws {
    let state = try state("1,a,b,c", "2,a,d,e")
    #expect(Difference(from: state, to: state).isEmpty)
  }

  @Test func `what is added, removed, changed and moved is told apart`() throws {
    let old = try state("1,a,t1,x", "2,a,t2,y", "3,a,t3,z", "4,a,t4,w")
    let new = try state("1,a,t1,x", "3,a,t3,Z", "4,b,t4,w", "5,a,t5,v")
    let difference = Difference(from: old, to: new)
    #expect(difference.added.map(\.key.id) == ["5"])
    #expect(difference.removed.map(\.key.id) == ["2"])
    #expect(difference.changed.map(\.columns) == [[.text]])
    #expect(difference.moved.map(\.columns) == [[.category]])
    #expect(difference.reorderedCount == 0)
  }

  @Test func `one that moved and changed is a change that names both`() throws {
    let difference = Difference(from: try state("1,a,b,c"), to: try state("1,x,b,d"))
    #expect(difference.changed.map(\.columns) == [[.category, .text]])
    #expect(difference.moved.isEmpty)
  }

  @Test func `a row put first is one that was reordered`() throws {
    let old = try state("1,a,b,c", "2,a,d,e", "3,a,f,g", "4,a,h,i")
    let new = try state("4,a,h,i", "1,a,b,c", "2,a,d,e", "3,a,f,g")
    #expect(Difference(from: old, to: new).reorderedCount == 1)
  }

  @Test func `texts that only look alike differ`() throws {
    let difference = Difference(from: try state("1,a,b,\u{E9}"), to: try state("1,a,b,e\u{301}"))
    #expect(difference.changed.count == 1)
  }

  // MARK: - Texts

  private func pieces(_ old: String, _ new: String) -> [TextDifference.Piece] {
    TextDifference(from: old, to: new).pieces
  }

  @Test func `汉字 are compared one by one, words as words`() {
    #expect(
      pieces("亲，48小时内发货", "亲，24小时内发货")
        == [.kept("亲，"), .removed("48"), .added("24"), .kept("小时内发货")])
    #expect(
      pieces("ships in two days", "ships within two days")
        == [.kept("ships "), .removed("in"), .added("within"), .kept(" two days")])
    #expect(
      pieces("包邮", "全国包邮哦") == [.added("全国"), .kept("包邮"), .added("哦")])
  }

  @Test func `empty and equal texts`() {
    #expect(pieces("", "").isEmpty)
    #expect(pieces("", "新") == [.added("新")])
    #expect(pieces("旧", "") == [.removed("旧")])
    #expect(pieces("一样\n的", "一样\n的") == [.kept("一样\n的")])
  }

  @Test func `texts with nothing in common are replaced as a whole`() {
    let old = String(repeating: "旧", count: 3_000)
    let new = String(repeating: "新", count: 3_000)
    #expect(pieces(old, new) == [.removed(old), .added(new)])
  }

  @Test(arguments: 0..<200)
  func `the pieces are both texts, and the fewest`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func text() -> String {
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          "发货退款a ".randomElement(using: &random) ?? "a"
        })
    }
    let (old, new) = (text(), text())
    let pieces = pieces(old, new)
    var (before, after) = ("", "")
    for piece in pieces {
      switch piece {
      case .kept(let text):
        before += text
        after += text
      case .removed(let text): before += text
      case .added(let text): after += text
      }
    }
    #expect(before == old, "seed \(seed)")
    #expect(after == new, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `the edits are as few as can be`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func list() -> [Int] {
      (0..<Int.random(in: 0...10, using: &random)).map { _ in Int.random(in: 0...3, using: &random)
      }
    }
    let (old, new) = (list(), list())
    // The longest common subsequence, by the table that every book has.
    var table = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for (row, left) in old.enumerated() {
      for (column, right) in new.enumerated() {
        table[row + 1][column + 1] =
          left == right
          ? table[row][column] + 1 : max(table[row][column + 1], table[row + 1][column])
      }
    }
    let steps = try #require(EditScript(from: old, to: new)).steps
    let common = table[old.count][new.count]
    #expect(steps.count { $0 == .keep } == common, "seed \(seed)")
    #expect(steps.count { $0 == .remove } == old.count - common, "seed \(seed)")
    #expect(steps.count { $0 == .add } == new.count - common, "seed \(seed)")
  }
}
