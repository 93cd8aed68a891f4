import Testing

@testable import Formats
@testable import Phrases

/// Which kinds of file are asked.
@Suite struct ForeignFormatsTests {
  private func names(_ options: ReadOptions) -> [String] {
    ListFormats.formats(options).compactMap { ($0 as? any ForeignFormat)?.name }
  }

  private func base(_ text: String, from name: String) throws -> KnowledgeBase {
    var options = ReadOptions(file: "list")
    options.hints.format = name
    return try ListFormats.read(Array(text.utf8), options)
  }

  @Test func `from an address only what cannot be a login page is read without a word`() {
    var options = ReadOptions(file: "list")
    #expect(names(options).contains("html"))
    options.provenance = .address
    #expect(
      names(options) == ["espanso", "zammad", "livehelperchat", "qianniu-addon", "textexpander"])
    options.hints.format = "zendesk"
    #expect(ListFormats.formats(options).count == 1)
  }

  @Test func `what is said is read, whatever it looks like`() throws {
    let list = try base(
      "\"ty\",\"Thank you, %filltext:name=customer%.\",\"Thanks\"\r\"bye\",\"Bye%|\",\"\"\r",
      from: "textexpander")
    #expect(list.phrases.map(\.code) == ["ty", "bye"])
    #expect(list.phrases.map(\.text) == ["Thank you, {{customer}}.", "Bye"])
    #expect(list.phrases[0].title == "Thanks")
    #expect(try base("c,5 %:% 6,\n", from: "textexpander").phrases.map(\.text) == ["5 %:% 6"])
    #expect(try base("We open at nine.", from: "text").phrases.map(\.text) == ["We open at nine."])
  }

  @Test(arguments: ["zammad", "espanso", "zendesk", "nothing"])
  func `what is not of the kind that is said is refused`(_ name: String) {
    #expect(throws: KnowledgeBaseError.self) { try base("matches: x\n", from: name) }
  }

  /// A byte more, less or other must never be more than a sentence.
  @Test(arguments: [
    #"{"a": [{"title": "x", "text": "Hello \u00e9 {{y}}", "keywords": ["k"]}], "b": {"售后": ["您好，欢迎光临"]}}"#,
    #"{"macros": [{"title": "a::b", "actions": [{"field": "comment_value_html", "value": ["x", "<p>y {% z %}"]}]}]}"#,
    "matches:\n- trigger: ':a'\n  replace: |\n    Hi {{x}}$|$\n  vars: [{name: x, type: shell}]\n- form: '[[a]]'\n  triggers: [b, \"c\"]\n",
    "售后:\n- title: &a '退货'\n  text: *a\n  ? [x]\n  : {y: \"\\u00e9\"}\n",
    "<table><tr><th>text<td rowspan=2>title<tr><td><a href='x'>y</a>&amp;<ul><li>z</table>",
    "# 组\n\n【标题】\n正文 `x`\n\n```\n> a\n```\nQ: b\nA: c\n",
    "分组,快捷编码,标题,内容,图片名\na=>b,c,d,\"e\n{{f}}\",g.png\n",
    "id;name;keywords;content;note;active\n1;a::b;k;\"<p>#{user.x}</p>\";;false\n",
  ]) func `damaged files are read or refused with a sentence`(_ text: String) {
    let bytes = Array(text.utf8)
    var files: [[UInt8]] = bytes.indices.map { Array(bytes[..<$0]) }
    for index in bytes.indices {
      for byte in [
        UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: "\n"), 0xFF, 0,
      ] {
        var file = bytes
        file[index] = byte
        files.append(file)
      }
    }
    for file in files {
      let outcome = file.withUnsafeBufferPointer { buffer in
        Result { () throws(KnowledgeBaseError) in
          try KnowledgeBase.read(
            buffer, ReadOptions(file: "list"), formats: ForeignFormats.all + KnowledgeBase.formats,
            limits: Limits())
        }
      }
      switch outcome {
      case .success(let list):
        #expect(list.phrases.allSatisfy { !$0.text.isBlank && !$0.key.id.isEmpty })
      case .failure(let error): #expect(error.sentences(.english).allSatisfy { $0.hasSuffix(".") })
      }
    }
  }
}
