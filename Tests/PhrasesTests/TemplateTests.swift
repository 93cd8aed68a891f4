import Testing

@testable import Phrases

struct TemplateTests {
  private func segments(_ text: String) -> [String] {
    let template = Template(text)
    return template.segments.map { segment in
      let own = String(text[segment.range])
      return segment.placeholder.map { "<\($0)>" } ?? own
    }
  }

  @Test(arguments: [
    ("", []), ("plain", ["plain"]), ("亲，{{订单号}} 已发", ["亲，", "<订单号>", " 已发"]),
    ("{{ a }}{{b}}", ["<a>", "<b>"]), ("{{{a}}}", ["{", "<a>", "}"]), ("{{}}", ["{{}}"]),
    ("{{ 　}}", ["{{ 　}}"]), ("{{a\nb}}", ["{{a\nb}}"]), ("{{a}b}}", ["{{a}b}}"]),
    ("{{a{{b}}", ["{{a", "<b>"]), ("{{a", ["{{a"]), ("{{a}", ["{{a}"]), ("{{", ["{{"]),
    ("[变量] {x} %s", ["[变量] {x} %s"]), ("{{Person Name}}.", ["<Person Name>", "."]),
    ("{{\r\n}}", ["{{\r\n}}"]), ("｛｛姓名｝｝好", ["<姓名>", "好"]), ("{｛a}｝", ["<a>"]),
    ("｛x｝", ["｛x｝"]), ("e{{e\u{301}}}\u{301}", ["e", "<e\u{301}>", "\u{301}"]),
  ])
  func `placeholders are told from text`(text: String, expected: [String]) {
    #expect(segments(text) == expected)
  }

  @Test func `a name has sixty-four scalars at the most`() {
    let name = String(repeating: "名", count: 64)
    #expect(Template("{{\(name)}}").names == [name])
    #expect(Template("{{\(name)x}}").names.isEmpty)
  }

  @Test func `names are listed once, in order`() {
    #expect(Template("{{b}} {{a}} {{ b }}").names == ["b", "a"])
  }

  @Test func `values are put in literally`() {
    let template = Template("Dear {{name}}, {{parcel}}: {{name}}")
    let filling = template.filled(with: ["name": "{{parcel}}", "parcel": "x"])
    #expect(filling.text == "Dear {{parcel}}, x: {{parcel}}")
    #expect(filling.unfilled.isEmpty)
    #expect(filling.pieces.map(\.kind) == [.text, .value, .text, .value, .text, .value])
  }

  @Test func `what has no value stays and is named once`() {
    let filling = Template("{{ a }} {{b}} {{a}} {{c}}").filled(with: ["b": "x", "c": ""])
    #expect(filling.text == "{{ a }} x {{a}} {{c}}")
    #expect(filling.unfilled == ["a", "c"])
  }

  @Test func `segments cover the text without a gap`() {
    let seed: UInt64 = 64
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let text = random.text(of: ["{", "}", "{{", "}}", "a", "汉", "\n", " ", "😀"], upTo: 12)
      let template = Template(text)
      #expect(template.filled(with: [:]).text == text, "seed \(seed)")
      #expect(template.segments.allSatisfy { !$0.range.isEmpty })
    }
  }

  @Test func `a flood of braces takes linear work`() {
    let text = String(repeating: "{{a ", count: 50_000)
    #expect(Template(text).names.isEmpty)
  }
}
