import Testing

@testable import HitDocuments

@Suite struct QueryLinesTests {
  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\r\n\r\nb", ["a", "", "b"]), ("\u{FEFF}a\n", ["a"]),
    (#"\"a"#, [#"\"a"#]),
  ])
  func `Each line is a query, an empty one too`(file: String, queries: [String]) {
    #expect(QueryLines.queries(in: Array(file.utf8)) == queries)
  }

  @Test(arguments: [
    ("a\n\nb\n", ["a", "", "b"]), (#""a\nb""# + "\r\n c", ["a\nb", " c"]),
    (#" "\u9000款" "#, ["退款"]),
    (#""""#, [""]), (#"a "b""#, [#"a "b""#]), (#"{"a":1}"#, [#"{"a":1}"#]),
    ("\u{FEFF}\"a\"", ["a"]),
  ])
  func `A line is a message, or a JSON string of one`(file: String, messages: [String]) throws {
    #expect(try QueryLines.messages(in: Array(file.utf8)) == messages)
  }

  @Test(arguments: [
    #"""#, #""a"#, #""a" b"#, #""a\q""#, #""\ud83d""#, "\"a\tb\"", #"  "a"#, #""a","b""#,
  ])
  func `What begins as a JSON string and is none is refused with its line`(line: String) {
    #expect(throws: QueryLines.BrokenLine(number: 2)) {
      try QueryLines.messages(in: Array("first\n\(line)\n\"\n".utf8))
    }
  }
}
