import Testing

@testable import Formats
@testable import Phrases

/// Lists in YAML.
@Suite struct YAMLTests {
  private func phrases(_ yaml: String, columns: String = "") throws -> [String] {
    try Readable(YAMLPhrases(), columns: columns).phrases(yaml)
  }

  private func sentences(_ yaml: String) throws -> [String] {
    try Readable(YAMLPhrases()).sentences(yaml)
  }

  @Test(arguments: [
    (
      "- title: Hi\n  text: Hello.\n- title: Bye\n  text: |\n    See you.\n    Soon.\n",
      ["Hi | Hello.", "Bye | See you.\nSoon.\n"]
    ),
    (
      "replies:\n  - {title: 'No', text: \"1.10\"}\n  - title: yes\n    text: no\n",
      ["No | 1.10", "yes | no"]
    ),
    ("售后:\n  退货: 七天内可以退。\n  换货: 收到后就换。\n", ["售后 | 退货 | 七天内可以退。", "售后 | 换货 | 收到后就换。"]),
    (
      "Greeting:\n- How can I help you?\n- Welcome to our shop.\n\nEnd:\n- Have a nice day.\n",
      [
        "Greeting | How can I help you? | How can I help you?",
        "Greeting | Welcome to our shop. | Welcome to our shop.",
        "End | Have a nice day. | Have a nice day.",
      ]
    ),
    (
      "---\n# ours\nutter_greet:\n- text: Hey there!\nutter_bye:\n- text: See you!\n",
      ["utter_greet | Hey there! | Hey there!", "utter_bye | See you! | See you!"]
    ),
  ]) func `shapes are found as in JSON, and values are texts`(_ yaml: String, _ expected: [String])
    throws
  {
    #expect(try phrases(yaml) == expected)
  }

  @Test func `the way of a column may be said`() throws {
    let yaml = "sets:\n- name: Post\n  items:\n  - say: It takes a week.\n"
    #expect(
      try phrases(yaml, columns: "text=sets[].items[].say").map { $0.hasSuffix("It takes a week.") }
        == [true])
  }

  @Test(arguments: [
    (
      "- title: &a Hi\n  text: Hello.\n- title: *a\n  text: Bye.\n",
      "line 1, column 10: the value \"a\" is named"
    ),
    ("- title: &a Hi\n  text: Hello.\n", "line 1, column 10: the value \"a\" is named"),
    ("a: &a [x, x]\nb: &b [*a, *a]\n? *b\n: z\n", "is named to be repeated"),
    ("- title: Hi\n  text: Hello.\n  text: Twice.\n", "line 2, column 3: \"text\" stands twice"),
    ("- title: Hi\n  text: \"Hello.\n- title: x\n", "not valid YAML from here on"),
    ("- title: Hi\n   text: Hello.\n", "not valid YAML from here on"),
    ("a: b\nc: d\n--- \ne: f\n", "not valid YAML from here on"),
  ]) func `what is refused has a sentence`(_ yaml: String, _ sentence: String) throws {
    let said = try sentences(yaml)
    #expect(said.first?.contains(sentence) == true, "\(said)")
  }

  @Test(arguments: [
    "title,text\nNote: x,y\n", "Dear customer: hello\n\nwe are here.\n", "# Title\n\nSome text.\n",
    "key: [broken\n",
  ]) func `what only has a colon is something else`(_ text: String) throws {
    // Refused by this format, and left for those behind it.
    #expect(try sentences(text) == Readable(NoFormat()).sentences(text))
  }

  /// The parser goes a level deeper into the stack with each of these.
  @Test(arguments: [
    "[", "{a: ", "- ", "? ", "- ? ", "[a: ", "{? ", "-\n", "[\n", "[a:\n", " [", "- [", "[ - ",
  ])
  func `nesting without end is refused before it is parsed`(_ piece: String) throws {
    var nested = "matches:\n" + String(repeating: piece, count: 10_000)
    #expect(!(try Readable(EspansoFile()).sentences(nested)).isEmpty)
    nested = "k:\n" + (0..<300).map { String(repeating: " ", count: $0) + piece + "\n" }.joined()
    #expect(!(try Readable(EspansoFile()).sentences("matches:\n" + nested)).isEmpty)
  }

  @Test func `an alias bomb is refused at once`() throws {
    var bomb = "matches:\n- trigger: x\na0: &a0 [lol, lol]\n"
    for level in 1..<40 {
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    bomb += "? *a39\n: x\n"
    #expect(
      try Readable(EspansoFile()).sentences(bomb).first?.contains("is named to be repeated") == true
    )
  }

  @Test func `texts full of brackets are no nesting`() throws {
    var yaml = ""
    for number in 0..<200 {
      yaml += "- title: t\(number)\n  text: |\n    [订单号 [ [ {x\n    [[[[ - - - -\n    'it''s\n"
    }
    #expect(try phrases(yaml).count == 200)
  }
}
