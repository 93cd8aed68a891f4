import Testing

@testable import Phrases

struct JSONTests {
  @Test func `a list and an object around a list are read`() throws {
    let list = try read(#" [{"title":"a","text":"b"},{"内容":"c"}]"#)
    #expect(list.format == .json)
    #expect(list.phrases.map(\.title) == ["a", "c"])
    let wrapped = try read(
      #"{"version":3,"phrases":[{"title":"a","text":"b"},{"text":"c"}],"more":{"a":[1]}}"#)
    #expect(wrapped.phrases == list.phrases)
  }

  @Test func `every kind of value a column may have`() throws {
    let base = try read(
      #"""
      [{"id": 17, "title": null, "text": "a\n\u53d1\ud83d\ude00\/\"\\\t", "code": 1e3,
        "keywords": ["退款", " b, c", 7, ""], "attachments": ["a,b.png", "c.png"],
        "valid_from": "2026-01-01", "status": "draft", "note": {"deep": [true, [null]]}},
       {"text": "b", "Keywords": "x;y"}]
      """#)
    let phrase = try #require(base.phrases.first)
    #expect(phrase.key.id == "17")
    #expect(phrase.title == "a")
    #expect(phrase.text == "a\n发😀/\"\\\t")
    #expect(phrase.code == "1e3")
    #expect(phrase.keywords == ["退款", "b", "c", "7"])
    #expect(phrase.attachments == ["a,b.png", "c.png"])
    #expect(phrase.isDraft)
    #expect(base.phrases.last?.keywords == ["x", "y"])
    #expect(base.unknownColumns == ["note"])
  }

  @Test func `an empty list is a list`() throws {
    #expect(try read("[]").warnings.map(\.problem) == [.noPhrases])
    #expect(try read(#"{"phrases":[]}"#).phrases.isEmpty)
  }

  @Test(arguments: [
    ("true", Finding.JSONKind.boolean), ("\"x\"", .string), (" 123 ", .number), ("null", .null),
    ("{}", .object), (#"{"text":"a"}"#, .object), (#"{"phrases":{}}"#, .object),
  ])
  func `JSON of another shape is called so`(text: String, kind: Finding.JSONKind) {
    #expect(refusal(of: text)?.problems == [.notAListOfPhrases(kind)])
  }

  @Test(arguments: [
    (#"{"code":500,"text":"x"}"#, Finding.Problem.notAListOfPhrases(.object)),
    (#"{"a;text;b":1}"#, .notAListOfPhrases(.object)),
    (#"[{"a;text;b":1}]"#, .missingTextColumn(found: ["a;text;b"], suggestion: "")),
    (String(repeating: "[", count: 65) + ";text\n1;a", .json(.tooDeep(limit: 64))),
  ])
  func `JSON is not read as CSV because something else is wrong with it`(
    text: String, problem: Finding.Problem
  ) {
    #expect(refusal(of: text)?.problems == [problem])
  }

  @Test func `a header that begins with a bracket is CSV`() throws {
    #expect(try read("[id],text\n1,a").format == .csv(delimiter: .comma))
    #expect(try read("{id};text\n1;a").format == .csv(delimiter: .semicolon))
  }

  @Test func `items that are no objects are all named`() {
    let error = refusal(of: "[{\"text\":\"a\"},\n 1, [2]]")
    #expect(
      error?.problems == [
        .itemIsNotAnObject(item: 2, .number), .itemIsNotAnObject(item: 3, .array),
      ])
    #expect(error?.places == ["2:2", "2:5"])
  }

  @Test(arguments: [
    ("[{\"text\":\"汉\",}]", "1:14", Finding.JSONProblem.unexpected("}")),
    ("[{\"text\":\n  'a'}]", "2:3", .unexpected("'")),
    ("[{\"text\":\"a\"} é]", "1:15", .unexpected("é")),
    ("[{\"text\":\"a\"", "1:13", .unexpectedEnd),
    ("[{\"text\":\"a\nb\"}]", "1:12", .controlCharacter("\n")),
    ("[{\"text\":\"汉\\x\"}]", "1:12", .badEscape),
    ("[{\"text\":\"\\u12g4\"}]", "1:11", .badEscape),
    ("[{\"text\":\"\\ud83d\"}]", "1:11", .loneSurrogate),
    ("[{\"text\":\"\\ude00\"}]", "1:11", .loneSurrogate),
    ("[{\"text\":\"\\ud83d\\u0041\"}]", "1:11", .loneSurrogate),
    ("[{\"text\":01}]", "1:11", .unexpected("1")),
    ("[{\"text\":\"a\"}] x", "1:16", .unexpected("x")),
  ])
  func `what is not JSON has an exact place`(
    text: String, place: String, problem: Finding.JSONProblem
  ) {
    let error = refusal(of: text)
    #expect(error?.problems == [.json(problem)])
    #expect(error?.places == [place])
  }

  @Test func `nesting ends at 64`() {
    func nested(_ depth: Int) -> String {
      let opening = String(repeating: "[", count: depth - 2)
      let closing = String(repeating: "]", count: depth - 2)
      return "[{\"text\":\"a\",\"note\":\(opening)\(closing)}]"
    }
    #expect(refusal(of: nested(64)) == nil)
    #expect(refusal(of: nested(65))?.problems == [.json(.tooDeep(limit: 64))])
    let endless = String(repeating: "[", count: 1_000_000)
    #expect(refusal(of: endless)?.problems.last == .json(.tooDeep(limit: 64)))
  }

  @Test func `a member stands once in an object, whatever it is called`() {
    #expect(
      refusal(of: #"[{"text":"a","text":"b"}]"#)?.problems == [.memberTwice("text")])
    #expect(
      refusal(of: #"[{"text":"a","内容":"b"}]"#)?.problems == [.memberTwice("内容")])
    #expect(
      refusal(of: #"[{"text":"a","x":1,"x":1}]"#)?.problems == [.memberTwice("x")])
    #expect(
      refusal(of: #"{"phrases":[],"phrases":[]}"#)?.problems == [.memberTwice("phrases")])
  }

  @Test func `values of the wrong kind are errors`() {
    let error = refusal(of: #"[{"text":["a"],"title":true,"keywords":{"a":1},"code":"x"}]"#)
    #expect(
      error?.problems == [
        .wrongKind(.array, allowsList: false), .wrongKind(.boolean, allowsList: false),
        .wrongKind(.object, allowsList: true),
      ])
    #expect(error?.findings.map(\.columnName) == ["text", "title", "keywords"])
  }

  @Test func `the checks of values are those of CSV`() {
    let error = refusal(
      of: """
        [{"id":"a","text":"x"},
         {"id":"a","text":"y","status":"bad"},
         {"text":"z","valid_from":"tomorrow"}]
        """)
    #expect(
      error?.problems == [.duplicateID("a"), .unknownStatus("bad"), .badDate("tomorrow")])
    #expect(error?.places == ["2:8", "2:32", "3:27"])
  }

  @Test func `without any text the members found are listed`() {
    #expect(
      refusal(of: #"[{"q":"a","a":"b"},{"a":"c"}]"#)?.problems == [
        .missingTextColumn(found: ["q", "a"], suggestion: "")
      ])
  }

  @Test func `the limits hold`() {
    var limits = Limits()
    limits.rows = 1
    limits.fieldBytes = 3
    limits.columns = 2
    #expect(
      refusal(of: #"[{"text":"a"},{"text":"b"}]"#, limits: limits)?.problems == [
        .tooManyRows(limit: 1)
      ])
    #expect(
      refusal(of: #"[{"text":"汉字"}]"#, limits: limits)?.problems == [
        .fieldTooLong(bytes: 6, limit: 3)
      ])
    #expect(
      refusal(of: #"[{"text":"a","b":1,"c":2}]"#, limits: limits)?.problems == [
        .tooManyColumns(limit: 2)
      ])
  }

  @Test func `a quoted string is JSON that shows everything and commands nothing`() {
    #expect(JSONText.quoted("a\"\\\n发😀") == #""a\"\\\n发😀""#)
    #expect(
      JSONText.quoted("\u{1B}\u{9B}\u{7F}\u{202E}\u{E0041}")
        == #""\u001b\u009b\u007f\u202e\udb40\udc41""#)
  }

  @Test func `a quoted string is read back, and nothing else is`() {
    for text in ["", "a\"\\\n发😀\u{1B}\u{202E}\t"] {
      #expect(JSONText.unquoted(JSONText.quoted(text)) == text)
    }
    for document in ["", "a", "\"a", "\"a\" b", "1", "[\"a\"]", #""\ud83d""#, "\"a\nb\""] {
      #expect(JSONText.unquoted(document) == nil, "\(document)")
    }
  }
}
