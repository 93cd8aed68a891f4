import Testing

@testable import Formats
@testable import Phrases

/// JSON of every shape that people keep phrases in.
@Suite struct LooseJSONTests {
  private func phrases(_ json: String, columns: String = "") throws -> [String] {
    try Readable(LooseJSON(), columns: columns).phrases(json)
  }

  private func sentences(_ json: String, columns: String = "") throws -> [String] {
    try Readable(LooseJSON(), columns: columns).sentences(json)
  }

  @Test func `a list of ours is read as one, and nothing is said`() throws {
    let json = #"{"phrases": [{"title": "Hi", "text": "Welcome to the shop."}]}"#
    #expect(try phrases(json) == ["Hi | Welcome to the shop."])
    #expect(try sentences(json) == [])
  }

  @Test func `the longest list is found under any name, and said`() throws {
    let json = #"""
      {"version": 2, "owners": [{"id": 1}, {"id": 2}, {"id": 3}],
       "answers": {"all": [
        {"id": 7, "category": "Returns", "title": "When", "text": "Within a fortnight.", "rank": 1},
        {"id": 8, "category": {"id": 4, "name": "Post"}, "title": "How long", "text": "Two days."}]}}
      """#
    #expect(
      try phrases(json) == [
        "Returns | When | Within a fortnight.", "Post | How long | Two days.",
      ])
    #expect(
      try sentences(json) == [
        "read as answers.all[]: 2 phrases, id → id, category → category, title → title, text → text."
      ])
  }

  @Test func `lists within groups are one list, and the group is the category`() throws {
    let json = #"""
      [{"id": 1, "name": "退换", "items": [{"id": 1, "title": "时限", "text": "七天之内。"}]},
       {"id": 2, "name": "物流", "items": [
         {"id": 1, "title": "多久", "text": "两天左右。"}, {"id": 2, "title": "哪家", "text": "中通快递。"}]}]
      """#
    #expect(
      try phrases(json) == ["退换 | 时限 | 七天之内。", "物流 | 多久 | 两天左右。", "物流 | 哪家 | 中通快递。"])
    // Numbers that begin again in each group are no ids.
    #expect(try sentences(json).contains { $0.contains("\"1\" stands twice") })
  }

  @Test func `a map of texts has its names for titles`() throws {
    let json = #"{"greet": "Welcome to the shop!", "later": "We will call you back today."}"#
    #expect(
      try phrases(json) == [
        "greet | Welcome to the shop!", "later | We will call you back today.",
      ])
    #expect(try sentences(json) == ["read as 2 phrases, * → title."])
  }

  @Test func `maps within maps are categories`() throws {
    let json = #"""
      {"售前": {"欢迎": "您好，请问有什么可以帮您？"},
       "售后": {"退货": "七天内可以退。", "物流": {"催件": "已经帮您催了。"}, "其他": ["稍等一下哦", "马上回复您"]}}
      """#
    #expect(
      try phrases(json) == [
        "售前 | 欢迎 | 您好，请问有什么可以帮您？", "售后 | 退货 | 七天内可以退。",
        "售后 | 物流 | 催件 | 已经帮您催了。", "售后 | 其他 | 稍等一下哦 | 稍等一下哦",
        "售后 | 其他 | 马上回复您 | 马上回复您",
      ])
  }

  @Test(arguments: [
    (
      #"{"Greeting": [{"text": "Hello and welcome."}], "End": [{"text": "See you soon."}]}"#,
      ["Greeting | Hello and welcome. | Hello and welcome.", "End | See you soon. | See you soon."]
    ),
    (
      #"{"a1": {"title": "Hi", "text": "Hello."}, "b2": {"title": "Bye", "text": "See you."}}"#,
      ["Hi | Hello.", "Bye | See you."]
    ),
    (
      #"[{"Hello": "How can I help you?"}, {"Bye": "Have a nice day."}]"#,
      ["Hello | How can I help you?", "Bye | Have a nice day."]
    ),
    (
      #"["How can I help you?", "Have a nice day."]"#,
      ["How can I help you? | How can I help you?", "Have a nice day. | Have a nice day."]
    ),
    (#"{"data": [{"id": "9", "attributes": {"title": "Hi", "text": "Hello."}}]}"#, ["Hi | Hello."]),
    (#"[{"title": "Hi", "text": ["Hello.", "Good day."]}]"#, ["Hi | Hello.", "Hi | Good day."]),
    (
      #"{"posts": [{"title": {"rendered": "Hi"}, "content": {"rendered": "Hello.", "raw": 1}}]}"#,
      ["Hi | Hello."]
    ),
    (
      "{\"title\": \"Hi\", \"text\": \"Hello.\"}\n\n{\"title\": \"Bye\", \"text\": \"See you.\"}\n",
      ["Hi | Hello.", "Bye | See you."]
    ),
  ]) func `other shapes`(_ json: String, _ expected: [String]) throws {
    #expect(try phrases(json) == expected)
  }

  @Test func `lists beside each other are one, and those of another shape are named`() throws {
    let json = #"""
      {"version": 3, "orders": [{"title": "Late", "text": "Sorry, it is late."}],
       "returns": [{"title": "How", "text": "Send it back to us."}],
       "notes": {"old": [{"body": "Not used any more."}]}}
      """#
    #expect(
      try phrases(json) == [
        "orders | Late | Sorry, it is late.", "returns | How | Send it back to us.",
      ])
    #expect(
      try sentences(json) == [
        "read as *[]: 2 phrases, * → category, title → title, text → text; "
          + "not read: notes.old[] (1)."
      ])
  }

  @Test func `keywords may be a list of anything that has a name`() throws {
    let json = #"{"all": [{"text": "Hello.", "keywords": [{"name": "hi"}, "hey", 3, null]}]}"#
    #expect(try Readable(LooseJSON()).base(json).phrases[0].keywords == ["hi", "hey", "3"])
  }

  @Test func `a way says by hand where columns stand`() throws {
    let json = #"""
      {"sets": [{"name": "Post", "replies": [{"name": "Slow", "words": {"en": "It takes a week."}}]}]}
      """#
    #expect(
      try phrases(json, columns: "text=sets[].replies[].words.en,title=sets[].replies[].name")
        == ["Post | Slow | It takes a week."])
    #expect(
      try phrases(json, columns: "text=sets[].replies[].words.en,category=sets[].name,title=name")
        == ["Post | Slow | It takes a week."])
    #expect(
      try phrases(#"[{"replies": [{"x": "Hello."}]}]"#, columns: "text=replies[].x")
        == ["Hello. | Hello."])
    #expect(
      try phrases(
        #"[{"title": "T", "do": [{"is": "tag", "v": "a"}, {"is": "say", "v": "Hello."}]}]"#,
        columns: "text=do[is=say|shout].v") == ["T | Hello."])
  }

  @Test func `a way that leads nowhere is an error that names the lists`() throws {
    #expect(
      try sentences(#"{"all": [{"a": "x", "b": "y"}]}"#, columns: "text=all[].c") == [
        "list: --columns maps text to \"all[].c\", which is not there; "
          + "found: all[]: 1 (a, b); correct --columns."
      ])
  }

  @Test func `a member whose name says nothing is offered, not taken`() throws {
    let json =
      #"{"rows": [{"k": "a", "v": "This is what we say."}, {"k": "b", "v": "And this one, too."}]}"#
    let expected =
      "list: nothing in the file reads like phrases; it holds rows[]: 2 (k, v); "
      + "where that is meant, type --columns text=rows[].v."
    #expect(try sentences(json) == [expected])
    #expect(
      try phrases(json, columns: "text=rows[].v,title=rows[].k").first == "a | This is what we say."
    )
  }

  @Test(arguments: [
    #"{"name": "shop", "version": "1.0.0", "scripts": {"build": "tsc -p .", "test": "jest --ci"}, "dependencies": {"left-pad": "^1.3.0", "vue": "~3.4.1"}}"#,
    #"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.5, 2]}, "properties": {"height": 3}}]}"#,
    #"{"name": "s", "scripts": {"build": "tsc -p . && node x", "start": "node --inspect index.js"}}"#,
    #"{"features": [{"properties": {"name": "Park", "description": "A park in the city"}}]}"#,
    #"{"ok": "OK", "cancel": "Cancel", "save": "Save file"}"#, "{}", "3", "[1, 2, [3]]",
    "[[[]]]",
    #"{"a": null, "b": [null]}"#,
  ]) func `what is no list is refused`(_ json: String) throws {
    #expect(throws: KnowledgeBaseError.self) { try phrases(json) }
  }

  @Test func `hostile files are refused with a sentence`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let wide = "[" + String(repeating: "{\"a\":{\"b\":[1]}},", count: 20_000) + "{}]"
    let map =
      "{" + (0..<20_000).map { "\"k\($0)\":{\"x\($0)\":[\"a\"]}" }.joined(separator: ",") + "}"
    for json in [deep, wide, map, "{\"a\":\"\\ud800\"}", "{\"text\":", "{\"a\":1}\n{"] {
      let said = try sentences(json)
      #expect(!said.isEmpty)
      #expect(said.allSatisfy { $0.hasSuffix(".") })
    }
  }

  @Test(arguments: [
    (#"{"faq": [{"q": "When?", "a": "In two days."}]}"#, ["When? | In two days."]),
    (#"{"one": [["title", "text"], ["a", "Hello."], ["b", "Bye."]]}"#, ["a | Hello.", "b | Bye."]),
    (
      #"{"orders": {"late": "Sorry, it is late.", "status": "It is on its way."}, "pay": {"card": "We take all cards."}}"#,
      [
        "orders | late | Sorry, it is late.", "orders | status | It is on its way.",
        "pay | card | We take all cards.",
      ]
    ),
  ]) func `letters, rows, and groups of one`(_ json: String, _ expected: [String]) throws {
    #expect(try phrases(json) == expected)
  }

  @Test func `a value that is no text and has no name refuses the file`() throws {
    let json = #"{"all": [{"title": {"x": 1}, "text": "Hello."}]}"#
    #expect(try sentences(json).first?.contains("the value is an object") == true)
    #expect(throws: KnowledgeBaseError.self) { try phrases(json) }
  }

  @Test func `too many values are refused`() throws {
    var limits = Limits()
    limits.values = 5
    let json = #"{"all": [{"a": "one"}, {"a": "two"}]}"#
    let expected = KnowledgeBaseError(
      file: "list",
      findings: [
        Finding(
          problem: .foreign(.tooManyValues(limit: 5)), place: .text(line: 1, column: 30),
          countsItems: true)
      ], count: 1)
    #expect(throws: expected) { try Readable(LooseJSON()).base(Array(json.utf8), limits: limits) }
  }
}
