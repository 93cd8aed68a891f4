import Testing

@testable import Formats
@testable import Phrases

/// Files of espanso, as that reads them.
@Suite struct EspansoTests {
  private func base(_ yaml: String) throws -> KnowledgeBase {
    try Readable(EspansoFile()).base(yaml)
  }

  private func said(_ yaml: String) throws -> String {
    try base(yaml).warnings.map { $0.sentence(.english) }.joined(separator: "\n")
  }

  @Test func `triggers are codes, labels titles, and terms keywords`() throws {
    let list = try base(
      """
      # my matches
      matches:
        - trigger: ":late"
          label: Late parcel
          replace: |
            Sorry, your parcel is late.

            It will come.
          search_terms: [post, delay]
        - triggers: [":hi", ":hello"]
          replace: "Hi [Name]!"
          word: true
        - regex: ":x\\\\d"
          replace: no
          image_path: "$CONFIG/pictures/a.png"
      """)
    #expect(list.phrases.map(\.code) == [":late", ":hi", ""])
    #expect(list.phrases[0].text == "Sorry, your parcel is late.\n\nIt will come.\n")
    #expect(list.phrases[0].title == "Late parcel")
    #expect(list.phrases[0].keywords == ["post", "delay"])
    #expect(list.phrases[1].keywords == [":hello"])
    #expect(list.phrases[2].text == "no")
    #expect(list.phrases[2].attachments == ["pictures/a.png"])
    #expect(list.format == .other("espanso"))
  }

  @Test func `variables are asked for, and programs are never run`() throws {
    let yaml = """
      imports: [../other.yml]
      global_vars:
        - {name: shop, type: echo, params: {echo: "Ann's shop"}}
      matches:
        - trigger: ":a"
          replace: "{{shop}}, {{[today]}}: {{way}} {{out}} {{clip}} {{form1.size}} {{other}}$|$"
          vars:
            - {name: today, type: date, params: {format: "%d"}}
            - {name: way, type: choice, params: {values: [post, pigeon]}}
            - {name: out, type: shell, params: {cmd: "rm -rf /tmp/x"}}
            - {name: clip, type: clipboard}
        - trigger: ":f"
          form: "Dear [[name]], your [[thing]] is here."
      """
    let list = try base(yaml)
    #expect(
      list.phrases.map(\.text) == [
        "Ann's shop, {{[today]}}: {{way}} {{out}} {{剪贴板}} {{size}} {{other}}",
        "Dear {{name}}, your {{thing}} is here.",
      ])
    let said = try said(yaml)
    #expect(said.contains("1 variable is filled by a program there (out: shell), which is not run"))
    #expect(said.contains("takes in others (../other.yml)"))
    #expect(said.contains("says where the cursor goes (:a)"))
  }

  @Test func `a match without text is counted and told`() throws {
    let yaml =
      "matches:\n- trigger: \":p\"\n  image_path: /x/a.png\n- trigger: \":t\"\n  replace: x\n"
    #expect(try base(yaml).phrases.count == 1)
    #expect(try said(yaml).contains("the text is empty"))
  }

  @Test func `other files with matches are none of espanso's`() throws {
    #expect(throws: KnowledgeBaseError.self) { try base("matches:\n- home: a\n  away: b\n") }
  }
}
