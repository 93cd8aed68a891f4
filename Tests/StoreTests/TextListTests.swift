import Testing

@testable import Store

@Suite struct TextListTests {
  private func read(_ json: String) -> [String]? {
    Array(json.utf8).withUnsafeBufferPointer { TextList.read($0) }
  }

  @Test(arguments: [
    [], [""], ["a"], ["退款", "tk", ""], ["\"", "\\", "/", "\n\r\t\u{0}\u{1F}\u{7F}"],
    ["e\u{301}", "👩‍👩‍👧", "\u{FFFD}"], ["],[\"", "[]"],
  ])
  func `a list is read as it was written`(_ list: [String]) {
    let json = TextList.json(list)
    #expect(read(json)?.map { Array($0.utf8) } == list.map { Array($0.utf8) })
    #expect(json.utf8.allSatisfy { $0 >= 0x20 })
  }

  @Test func `what another program wrote is read too`() {
    #expect(read(" [ \"a\" ,\n\t\"b\" ] ") == ["a", "b"])
    #expect(read("[]\n") == [])
    #expect(read(#"["\"\\\/\b\f\n\r\t\u4E2d\ud83d\uDE00"]"#) == ["\"\\/\u{8}\u{C}\n\r\t中😀"])
  }

  @Test(arguments: [
    "", " ", "[", "]", "[]]", "[] x", "[\"a\"", "[\"a\",", "[\"a\",]", "[,\"a\"]", "[\"a\" \"b\"]",
    "[1]", "[null]", "[[\"a\"]]", "{\"a\":1}", "\"a\"", "[\"a]", "[\"\\\"]", "[\"\\x\"]",
    "[\"\\u12\"]", "[\"\\u12G4\"]", "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"\\udc00\"]",
    "[\"a\nb\"]", "[\"\\u", "[\"\\",
  ])
  func `anything but an array of strings is refused`(_ json: String) {
    #expect(read(json) == nil)
  }
}
