import Testing

@testable import Formats
@testable import Phrases

/// Other tools' files, as those tools write them.
@Suite struct ToolTests {
  private func base(_ json: String) throws -> KnowledgeBase {
    try Readable(LooseJSON()).base(json)
  }

  private func table(_ tool: String, _ csv: String) throws -> KnowledgeBase {
    let format = try #require(ToolTable.all.first { $0.name == tool })
    return try Readable(format).base(csv)
  }

  @Test func `A variable that is called as the clock's is a blank`() {
    let styles: Set<ToolPlaceholders.Style> = [.braces, .doubleSquare, .hash]
    let text = "{{ticket.today}} {{ now }} [[size:S,M]] #{input:greeting} {{x | capitalize}}"
    #expect(
      ToolPlaceholders(styles: styles).rewrite(text).text
        == "{{[today]}} {{[now]}} {{size/S,M}} {{[greeting]}} {{x}}")
  }

  @Test func `zendesk's macros say their text in an action`() throws {
    let list = try base(
      #"""
      {"macros": [
        {"id": 11, "title": "Orders::Late::Say sorry", "active": true, "description": null,
         "actions": [{"field": "status", "value": "open"},
          {"field": "comment_value", "value": "Dear {{ticket.requester.first_name}},\n{{ticket.size | upcase}}"}]},
        {"id": 12, "title": "Refund", "active": false,
         "actions": [{"field": "comment_value_html", "value": "<p>It is <b>paid</b> &amp; done.</p>"}]},
        {"id": 13, "title": "Rich", "active": true,
         "actions": [{"field": "comment_value", "value": ["channel:web", "5 < 6"]}]},
        {"id": 14, "title": "Silent", "active": true, "actions": [{"field": "status", "value": "solved"}]}],
       "count": 4, "next_page": null}
      """#)
    #expect(
      list.phrases.map(\.text) == ["Dear {{客户姓名}},\n{{size}}", "It is paid & done.", "5 < 6"])
    #expect(list.phrases.map(\.title) == ["Say sorry", "Refund", "Rich"])
    #expect(list.phrases[0].category == "Orders")
    #expect(list.phrases[0].subcategory == "Late")
    #expect(list.phrases.map(\.isDraft) == [false, true, false])
    #expect(list.phrases[0].key.id == "11")
    #expect(list.format == .other("zendesk"))
    #expect(
      list.warnings.map { $0.sentence(.english) }.first?.hasPrefix(
        "read as Zendesk: 4 phrases, id → id, title → title") == true)
  }

  @Test(arguments: ["[%]", #"{"payload": [%]}"#])
  func `chatwoot's replies are typed by their code`(_ frame: String) throws {
    let reply =
      #"{"id": 1, "account_id": 2, "short_code": "hi", "content": "Hi {{contact.name}}, {{agent.name}} here."}"#
    let list = try base(frame.replacing("%", with: reply))
    #expect(list.phrases.map(\.code) == ["hi"])
    #expect(list.phrases.map(\.text) == ["Hi {{客户姓名}}, {{客服姓名}} here."])
    #expect(list.format == .other("chatwoot"))
  }

  @Test func `conditions of a template make a draft, and are said`() throws {
    let list = try base(
      #"[{"short_code": "a", "content": "{% if contact.vip %}Dear{% endif %} customer"}, {"short_code": "b", "content": "Hello."}]"#
    )
    #expect(list.phrases.map(\.isDraft) == [true, false])
    #expect(
      list.warnings.map { $0.sentence(.english) }.contains {
        $0.contains("1 text has conditions or scripts ({% if contact.vip %})")
      })
  }

  @Test func `rocket chat's canned responses`() throws {
    let list = try base(
      #"{"cannedResponses": [{"_id": "x1", "shortcut": "bye", "text": "See you, {{contact.name}}.", "scope": "global", "tags": ["end", "polite"]}]}"#
    )
    #expect(list.phrases.map(\.code) == ["bye"])
    #expect(list.phrases[0].keywords == ["end", "polite"])
    #expect(list.phrases[0].key.id == "x1")
  }

  @Test(arguments: [("keyword", "snippet"), ("comboText", "substitutionText")])
  func `beeftext's combos stand in groups, under new names and old`(
    _ code: String, _ text: String
  ) throws {
    let list = try base(
      """
      {"fileFormatVersion": 10, "groups": [{"uuid": "{g1}", "name": "Post"}, {"uuid": "{g2}", "name": "Other"}],
       "combos": [
        {"uuid": "{c1}", "name": "Late", "\(code)": "late", "\(text)": "Sorry, #{input:order number}#{cursor}.",
         "group": "{g1}", "enabled": true},
        {"uuid": "{c2}", "name": "Old", "\(code)": "old", "\(text)": "#{powershell:c.ps1}", "group": "", "enabled": false}]}
      """)
    #expect(list.phrases.map(\.text) == ["Sorry, {{order number}}.", "#{powershell:c.ps1}"])
    #expect(list.phrases.map(\.category) == ["Post", ""])
    #expect(list.phrases.map(\.code) == ["late", "old"])
    #expect(list.phrases.map(\.isDraft) == [false, true])
  }

  @Test func `zammad's text modules are HTML, and the inactive are drafts`() throws {
    let list = try table(
      "zammad",
      """
      id;name;keywords;content;note;active
      3;Post::Late;late slow;"<p>Dear #{ticket.customer.firstname},<br>sorry.</p><p>#{user.firstname}</p>";;true
      4;Old;;"Tom &amp; Jerry";internal;false

      """)
    #expect(
      list.phrases.map(\.text) == ["Dear {{客户姓名}},\nsorry.\n\n{{客服姓名}}", "Tom & Jerry"])
    #expect(list.phrases.map(\.category) == ["Post", ""])
    #expect(list.phrases.map(\.isDraft) == [false, true])
    #expect(list.format == .other("zammad"))
  }

  @Test func `live helper chat says days in seconds`() throws {
    let list = try table(
      "livehelperchat",
      """
      id,msg,position,title,fallback_msg,active_from,active_to,disabled,unique_id,tags_plain
      1,"Hello {nick}, I am {operator}.",0,Greet,,1798761600,0,0,u1,hi
      2,Bye {x} {not: this},0,End,,0,0,1,u2,

      """)
    #expect(
      list.phrases.map(\.text) == ["Hello {{客户姓名}}, I am {{客服姓名}}.", "Bye {{x}} {not: this}"])
    #expect(list.phrases[0].validFrom == Day(iso: "2027-01-01"))
    #expect(list.phrases[0].validUntil == nil)
    #expect(list.phrases.map(\.isDraft) == [false, true])
    #expect(list.phrases[0].key.id == "u1")
  }

  @Test func `the add-on of 千牛 has three head lines, paths of groups, and pictures beside it`()
    throws
  {
    let list = try table(
      "qianniu-addon",
      """
      话术导出,,,,,
      说明：请勿修改表头,,,,,
      分组,快捷编码,标题,内容,图片名,程序数据
      售后=>物流＝>催件,cj,催发货,亲，已经帮您催了。,a.png;b.png,x
      售前,hi,,您好,,

      """)
    #expect(list.phrases.map(\.category) == ["售后", "售前"])
    #expect(list.phrases[0].subcategory == "物流 / 催件")
    #expect(list.phrases[0].attachments == ["图片/a.png", "图片/b.png"])
    #expect(list.phrases.map(\.code) == ["cj", "hi"])
  }

  @Test(arguments: [
    ("0", ""), ("1798761600", "2027-01-01"), ("1709164800000", "2024-02-29"),
    ("2026-11-30T08:15:00Z", "2026-11-30"), ("2026-11-30", "2026-11-30"), ("20261130", "20261130"),
    ("soon", "soon"),
  ]) func `days are understood`(_ written: String, _ day: String) {
    #expect(ForeignDay.iso(written) == day)
  }

  @Test func `zendesk's notes for colleagues are drafts`() throws {
    let list = try base(
      #"""
      {"macros": [{"id": 1, "title": "Escalate", "active": true, "actions": [
        {"field": "comment_mode_is_public", "value": "false"},
        {"field": "comment_value", "value": "Ask the second line before you refund."}]},
       {"id": 2, "title": "Greet", "active": true, "actions": [
        {"field": "comment_mode_is_public", "value": "true"},
        {"field": "comment_value", "value": "Hello, how can I help?"}]}]}
      """#)
    #expect(list.phrases.map(\.isDraft) == [true, false])
    #expect(
      list.warnings.map(\.problem).contains(
        .foreign(.notCarried(.internalNotes, count: 1, samples: ["Escalate"]))))
  }

  @Test func `a column that is said leaves a tool's rules as they are`() throws {
    let json = #"""
      {"macros": [{"id": 1, "title": "Late", "active": true, "description": "Post", "actions": [
        {"field": "comment_value", "value": "{% if ticket.vip %}Dear{% endif %} customer"}]}]}
      """#
    let list = try Readable(LooseJSON(), columns: "category=description").base(json)
    #expect(list.phrases.map(\.category) == ["Post"])
    #expect(list.phrases.map(\.isDraft) == [true])
  }

  @Test func `what was HTML is made text once`() throws {
    let list = try base(
      #"""
      {"macros": [{"id": 1, "title": "Bold", "active": true, "actions": [
        {"field": "comment_value_html", "value": "<p>Type &lt;b&gt;hi&lt;/b&gt; &amp;amp;</p>"}]}]}
      """#)
    #expect(list.phrases.map(\.text) == ["Type <b>hi</b> &amp;"])
  }

  @Test func `an item with several texts gives several phrases`() throws {
    let list = try base(
      #"[{"id": 1, "title": "a", "answers": ["It is sent.", "It is on its way."]}]"#)
    #expect(list.phrases.map(\.text) == ["It is sent.", "It is on its way."])
    #expect(Set(list.phrases.map(\.key.id)).count == 2)
  }

  @Test func `what is said to be a tool's is of that tool`() throws {
    var options = ReadOptions(file: "list.json")
    options.hints.format = "zendesk"
    let plain = Array(#"{"replies": [{"name": "a", "body": "Hello there"}]}"#.utf8)
    #expect(throws: KnowledgeBaseError.self) { try ListFormats.read(plain, options) }
    let macros = #"""
      {"macros": [{"title": "a", "actions": [{"field": "comment_value", "value": "Hello there"}]}]}
      """#
    #expect(
      try ListFormats.read(Array(macros.utf8), options).phrases.map(\.text) == ["Hello there"])
  }

  @Test func `a date without a format stays a text`() {
    let placeholders = ToolPlaceholders(styles: [.percent])
    #expect(placeholders.rewrite("50 %date% 60").text == "50 %date% 60")
  }

  @Test(arguments: [
    #"{"field": "comment_mode_is_public", "value": ["False"]}, {"field": "comment_value", "value": "Ask first."}"#,
    #"{"field": "comment_mode_is_public", "value": "no"}, {"field": "comment_value", "value": "Ask first."}"#,
    #"{"field": "comment_value", "value": ["channel:internal", "Ask first."]}"#,
  ])
  func `zendesk says in many ways that a text is for colleagues`(_ actions: String) throws {
    let json = #"{"macros": [{"title": "a", "active": true, "actions": [\#(actions)]}]}"#
    let list = try base(json)
    #expect(list.phrases.map(\.isDraft) == [true])
    let mapped = try Readable(
      LooseJSON(), columns: "text=macros[].actions[field=comment_value].value[-1]"
    ).base(json)
    #expect(mapped.phrases.map(\.isDraft) == [true])
  }
}
