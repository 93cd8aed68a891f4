import Testing

@testable import Phrases

struct InheritanceTests {
  private func base(_ rows: String...) throws -> KnowledgeBase {
    try read((["category,title,text"] + rows).joined(separator: "\n"))
  }

  private func heir(of old: KnowledgeBase, _ new: KnowledgeBase) -> [String] {
    var new = new
    new.inheritIDs(from: old.phrases)
    return new.phrases.map(\.key.id)
  }

  @Test func `a phrase keeps its id when its title or category changes`() throws {
    let old = try base("售后,退款,三天内到账", "售后,换货,寄回来就换")
    let ids = old.phrases.map(\.key.id)
    #expect(heir(of: old, try base("售后,退款多久,三天内到账", "售后,换货,寄回来就换")) == ids)
    #expect(heir(of: old, try base("退换,退款,三天内到账", "售后,换货,寄回来就换")) == ids)
  }

  @Test func `and when it moved and its text was corrected`() throws {
    let old = try base("售后,退款,亲，退款三天内到账，请您耐心等待")
    let new = try base("退换,退款,亲，退款五天内到账，请您耐心等待")
    #expect(heir(of: old, new) == old.phrases.map(\.key.id))
    // The same title with quite another text is another phrase.
    let other = try base("退换,退款,您好，麻烦提供一下订单号")
    #expect(heir(of: old, other) == other.phrases.map(\.key.id))
  }

  @Test func `rows in another order keep their ids`() throws {
    let old = try base("a,t,一", "a,t,二", "a,t,三")
    let ids = old.phrases.map(\.key.id)
    #expect(heir(of: old, try base("a,t,三", "a,t,一", "a,t,二")) == [ids[2], ids[0], ids[1]])
  }

  @Test func `inheriting again from the heirs changes nothing`() throws {
    let old = try base("售后,退款,三天内到账", "售后,换货,寄回来就换")
    var new = try base("售后,退款多久,三天内到账", "售后,换货,寄回来就换", "售后,退款,新的一条")
    new.inheritIDs(from: old.phrases)
    var again = try base("售后,退款多久,三天内到账", "售后,换货,寄回来就换", "售后,退款,新的一条")
    again.inheritIDs(from: new.phrases)
    #expect(again == new)
    #expect(Set(new.phrases.map(\.key.id)).count == 3)
    // Place and title name a phrase, so the new one is the corrected old one.
    #expect(new.phrases[2].key.id == old.phrases[0].key.id)
    #expect(new.phrases[0].key.id != old.phrases[0].key.id)
  }

  @Test func `a title that was changed for another one frees its id for nobody`() throws {
    let old = try base("售后,退款,三天内到账")
    var renamed = try base("售后,退款多久,三天内到账")
    renamed.inheritIDs(from: old.phrases)
    var both = try base("售后,退款多久,三天内到账", "售后,退款,新的一条")
    both.inheritIDs(from: renamed.phrases)
    #expect(both.phrases[0].key == old.phrases[0].key)
    #expect(both.phrases[1].key.id == old.phrases[0].key.id + "-2")
  }

  @Test func `ids of the file are left alone, and not given twice`() throws {
    let old = try base("售后,退款,三天内到账")
    let id = old.phrases[0].key.id
    var new = try read("id,category,title,text\n\(id),售前,问候,您好\n,售后,退款多久,三天内到账\n")
    new.inheritIDs(from: old.phrases)
    #expect(new.phrases[0].key.id == id)
    #expect(new.phrases[1].key.id != id)
  }

  @Test func `a thousand equal titles are matched by text`() throws {
    let rows = (0..<1_000).map { "a,t,第\($0)条" }
    let old = try read((["category,title,text"] + rows).joined(separator: "\n"))
    var new = try read((["category,title,text"] + rows.reversed()).joined(separator: "\n"))
    new.inheritIDs(from: old.phrases)
    #expect(new.phrases.map(\.key) == old.phrases.reversed().map(\.key))
  }
}
