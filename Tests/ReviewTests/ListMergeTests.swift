import Phrases
import Testing

@testable import Review

/// Three-way merges, written back: the bytes that a supervisor's own list becomes.
@Suite struct ListMergeTests {
  private static let base = """
    编号,标题,内容,备注,快捷编码\r
    a,Parcel,Where is it?,from 2024,p\r
    b,Refund,In 3 days.,,r\r
    c,Invoice,By mail.,,\r

    """

  private func list(_ text: String) throws -> ListFile {
    try ListFile(Array(text.utf8), ReadOptions(file: "list.csv"))
  }

  private func merged(
    _ base: String, mine: String, theirs: String, takingTheirs: Set<Int> = []
  ) throws -> (text: String, merge: ListMerge) {
    let old = try list(base)
    var (own, other) = (try list(mine), try list(theirs))
    own.inheritIDs(from: old.phrases)
    other.inheritIDs(from: old.phrases)
    let merge = ListMerge(base: old.records, mine: own.records, theirs: other.records)
    let bytes = try #require(own.applying(merge.changes(takingTheirsOf: takingTheirs)))
    return (String(decoding: bytes, as: UTF8.self), merge)
  }

  @Test("what both sides changed in different places is all there")
  func differentPlaces() throws {
    let mine = Self.base.replacing("By mail.", with: "By mail, \"today\".")
    let theirs = Self.base.replacing("In 3 days.", with: "In 5 days.")
      .replacing("from 2024", with: "from 2025, checked")
    let (text, merge) = try merged(
      Self.base, mine: mine.replacing("By mail, \"today\".", with: "\"By mail, \"\"today\"\".\""),
      theirs: theirs.replacing("from 2025, checked", with: "\"from 2025, checked\""))
    #expect(merge.collisions.isEmpty)
    #expect(
      text == """
        编号,标题,内容,备注,快捷编码\r
        a,Parcel,Where is it?,"from 2025, checked",p\r
        b,Refund,In 5 days.,,r\r
        c,Invoice,"By mail, ""today"".",,\r

        """)
  }

  @Test("what was added since stands where it was put, and what was removed is gone")
  func addedAndRemoved() throws {
    let theirs = """
      编号,标题,内容,备注,快捷编码\r
      z,Hello,Hi!,,\r
      a,Parcel,Where is it?,from 2024,p\r
      b2,Exchange,"One, please.",,\r
      c,Invoice,By mail.,,\r

      """
    let mine = Self.base.replacing("Where is it?", with: "Where is it now?")
    let (text, _) = try merged(Self.base, mine: mine, theirs: theirs)
    #expect(
      text == """
        编号,标题,内容,备注,快捷编码\r
        z,Hello,Hi!,,\r
        a,Parcel,Where is it now?,from 2024,p\r
        b2,Exchange,"One, please.",,\r
        c,Invoice,By mail.,,\r

        """)
  }

  @Test("the same cell made different is a collision that a person decides")
  func collision() throws {
    let mine = Self.base.replacing("In 3 days.", with: "In 2 days.")
    let theirs = Self.base.replacing("In 3 days.", with: "In 5 days.")
    let (kept, merge) = try merged(Self.base, mine: mine, theirs: theirs)
    #expect(merge.collisions.map(\.phrase.key.id) == ["b"])
    #expect(merge.collisions.map(\.column) == [.known(.text)])
    #expect(merge.collisions.map(\.theirs) == ["In 5 days."])
    #expect(kept == mine)
    let (taken, _) = try merged(Self.base, mine: mine, theirs: theirs, takingTheirs: [0])
    #expect(taken == theirs)
  }

  @Test("what one removed and the other one changed is a collision, either way round")
  func removedAndChanged() throws {
    let without = Self.base.replacing("b,Refund,In 3 days.,,r\r\n", with: "")
    let changed = Self.base.replacing("In 3 days.", with: "In 5 days.")
    for (mine, theirs) in [(without, changed), (changed, without)] {
      let (kept, merge) = try merged(Self.base, mine: mine, theirs: theirs)
      #expect(merge.collisions.map(\.phrase.key.id) == ["b"])
      #expect(kept == mine)
      let (taken, _) = try merged(Self.base, mine: mine, theirs: theirs, takingTheirs: [0])
      #expect(taken == theirs)
    }
  }

  @Test("both having made the same is no collision")
  func same() throws {
    let both = Self.base.replacing("In 3 days.", with: "In 5 days.")
    let (text, merge) = try merged(Self.base, mine: both, theirs: both)
    #expect(merge.collisions.isEmpty)
    #expect(merge.changes.isEmpty)
    #expect(text == both)
  }

  @Test("a column that others added comes with its values")
  func newColumn() throws {
    let base = "id;text\na;One\nb;Two"
    let theirs = "id;text;code\na;One;\nb;Two;2\n"
    let (text, _) = try merged(base, mine: base, theirs: theirs)
    #expect(text == "id;text;code\na;One\nb;Two;2")
  }

  @Test("a list without ids is merged by what its phrases are called")
  func withoutIDs() throws {
    let base = "title,text\nParcel,Where?\nRefund,In 3 days.\n"
    let mine = base.replacing("Where?", with: "Where is it?")
    let theirs = base.replacing("In 3 days.", with: "In 5 days.") + "Invoice,By mail.\n"
    let (text, merge) = try merged(base, mine: mine, theirs: theirs)
    #expect(merge.collisions.isEmpty)
    #expect(text == "title,text\nParcel,Where is it?\nRefund,In 5 days.\nInvoice,By mail.\n")
  }

  @Test("JSON keeps its own members and what is between its objects")
  func json() throws {
    let base = """
      {"owner": "Ann", "phrases": [
        {"id": "a", "text": "One", "note": {"x": [1, 2]}},
        {"id": "b", "text": "Two"},
        {"id": "c", "text": "Three", "keywords": ["x"]}
      ]}
      """
    let mine = base.replacing("\"One\"", with: "\"One!\"")
    let theirs = """
      {"phrases": [
        {"id": "a", "text": "One", "note": {"x": [1, 3]}},
        {"id": "c", "text": "Three", "keywords": ["x", "y"], "code": "3"},
        {"id": "d", "text": "Four \\"4\\""}
      ]}
      """
    let (text, _) = try merged(base, mine: mine, theirs: theirs)
    #expect(
      text == """
        {"owner": "Ann", "phrases": [
          {"id": "a", "text": "One!", "note": {"x": [1, 3]}},
          {"id": "c", "text": "Three", "keywords": ["x", "y"], "code": "3"},
          {"id": "d", "text": "Four \\"4\\""}
        ]}
        """)
  }

  @Test("a base of which only the phrases are known leaves one's own columns alone")
  func baseWithoutFile() throws {
    let old = try list(Self.base)
    let own = try list(Self.base.replacing("from 2024", with: "mine"))
    let other = try list(Self.base.replacing("In 3 days.", with: "In 5 days."))
    let merge = ListMerge(
      base: old.phrases.map { Record($0) }, mine: own.records, theirs: other.records)
    let text = String(
      decoding: try #require(own.applying(merge.changes)), as: UTF8.self)
    #expect(text.contains("In 5 days."))
    #expect(text.contains("mine"))
  }
}
