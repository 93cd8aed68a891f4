import Testing

@testable import Phrases

struct IdentityTests {
  private func ids(_ rows: [String]) throws -> [String: String] {
    let base = try read((["category,title,text"] + rows).joined(separator: "\n"))
    return Dictionary(
      base.phrases.map { ("\($0.category)/\($0.title)/\($0.text)", $0.key.id) },
      uniquingKeysWith: { $0 + " " + $1 })
  }

  @Test func `a phrase is named by its place and title, not by its text`() throws {
    let before = try read("category,title,text\n售后,退款,旧文\n").phrases
    let after = try read("title,text,category\n退款,新文,售后\n").phrases
    #expect(before.first?.key == after.first?.key)
    #expect(try read("category,title,text\n售前,退款,旧文\n").phrases.first?.key != before.first?.key)
  }

  @Test func `the names are those that are stored already`() throws {
    #expect(try ids(["售后,退款,a"])["售后/退款/a"] == "a4c422b2a45e54ec")
    #expect(try ids(["售后,退款,a", "售后,退款,b"])["售后/退款/a"] == "26ea5e18a12e7818")
  }

  @Test func `the same title twice is named by its text too, in any order`() throws {
    let rows = ["售后,退款,a", "售后,退款,b", "售后,退货,c", "售前,退款,a"]
    let forwards = try ids(rows)
    #expect(Set(forwards.values).count == 4)
    #expect(try ids(rows.reversed()) == forwards)
    #expect(try ids([rows[2], rows[0], rows[3], rows[1]]) == forwards)
    let alone = try ids(["售后,退款,a"])
    #expect(alone["售后/退款/a"] != forwards["售后/退款/a"])
  }

  @Test func `the same title twice is a warning that names the first line`() throws {
    let base = try read("title,text\na,b\nc,d\na,e\na,b\n")
    #expect(base.warnings.map(\.problem) == [.sameTitle, .samePhrase])
    #expect(base.warnings.map(\.line) == [4, 5])
    #expect(base.warnings.map(\.relatedLine) == [2, 2])
    #expect(base.warnings.map(\.columnName) == ["title", "title"])
  }

  @Test func `what is the same in everything is told apart by counting`() throws {
    let base = try read("title,text\na,b\na,b\na,b\n")
    let first = base.phrases[0].key.id
    #expect(base.phrases.map(\.key.id) == [first, "\(first)-2", "\(first)-3"])
  }

  @Test func `no id that the file gives is given again`() throws {
    let own = try read("title,text\na,b\n").phrases[0].key.id
    let base = try read("id,title,text\n,a,b\n\(own),c,d\n")
    #expect(base.phrases.map(\.key.id) == ["\(own)-2", own])
  }

  @Test func `the boundary between two parts counts`() throws {
    let base = try read("category,title,text\nab,c,x\na,bc,y\n")
    #expect(base.phrases[0].key != base.phrases[1].key)
    #expect(base.warnings.isEmpty)
  }
}

struct StandInTitleTests {
  @Test(arguments: [
    ("亲，您好", "亲，您好"),
    ("\n \r\n  Dear   customer,\nthanks", "Dear customer,"),
    ("亲亲，非常抱歉让您久等了，我们已经为您加急处理，请您放心", "亲亲，非常抱歉让您久等了，我们已经为您加"),
    (
      "Thank you for contacting us about your parcel today",
      "Thank you for contacting us about your"
    ),
    (
      "Donaudampfschifffahrtsgesellschaftskapitänsmütze", "Donaudampfschifffahrtsgesellschaftskapit"
    ),
    ("您好 iPhone 手机壳已经安排发货了请注意查收哦谢谢 supercalifragilistic", "您好 iPhone 手机壳已经安排发货了请注意查"),
    ("\u{1}\u{200B}", "\u{200B}"),
  ])
  func `a missing title is the first words of the text`(text: String, title: String) {
    #expect(StandInTitle.of(text) == title)
  }
}
