import Glibc
import Testing

@testable import Formats
@testable import Phrases

/// What is written in another tool's way is read as it was; `ROUNDS=30` tries more lists.
@Suite struct RoundTripTests {
  private static let lists = 100 * (getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1)

  /// A phrase as every one of the formats can carry it.
  private struct Item: Equatable {
    var category: String
    var title: String
    var text: String
  }

  private func items(_ generator: inout some RandomNumberGenerator) -> [Item] {
    let pieces = [
      "退货", "ship", "é", "👍🏽", "\"", "'", "<3", "&", "a: b", "- c", "#d", "{{名}}", "\\d", "[x]", "%",
      "*e", "no", "1.10",
    ]
    func line() -> String {
      // The first words are some, so that nothing is read as a heading or a mark, and all as phrases.
      let words = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      return (["say", "it", "so"] + words).joined(separator: " ")
    }
    let categories = (0..<3).map { "组\($0) \(line())" }
    return (0..<Int.random(in: 2...8, using: &generator)).map { number in
      let lines = (0..<Int.random(in: 1...3, using: &generator)).map { _ in line() }
      return Item(
        category: categories[number * 3 / 9], title: "\(number) \(line())",
        text: lines.joined(separator: "\n"))
    }
  }

  private func check(
    _ format: any FileFormat, _ write: ([Item]) -> String
  ) throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<Self.lists {
      let items = items(&generator)
      let file = write(items)
      let read = try Readable(format).base(file).phrases.map {
        Item(category: $0.category, title: $0.title, text: $0.text)
      }
      #expect(read == items, "\(file)")
    }
  }

  private func groups(_ items: [Item]) -> [(category: String, items: [Item])] {
    var groups: [(category: String, items: [Item])] = []
    for item in items {
      if groups.last?.category == item.category {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((item.category, [item]))
      }
    }
    return groups
  }

  @Test func `JSON with lists in groups`() throws {
    try check(LooseJSON()) { items in
      let groups = groups(items).map { group in
        let replies = group.items.map {
          "{\"title\": \(JSONText.quoted($0.title)), \"body\": \(JSONText.quoted($0.text))}"
        }
        return
          "{\"name\": \(JSONText.quoted(group.category)), \"replies\": [\(replies.joined(separator: ","))]}"
      }
      return "[\(groups.joined(separator: ",\n"))]"
    }
  }

  @Test func `JSON with maps of maps`() throws {
    try check(LooseJSON()) { items in
      let groups = groups(items).map { group in
        let texts = group.items.map { "\(JSONText.quoted($0.title)): \(JSONText.quoted($0.text))" }
        return "\(JSONText.quoted(group.category)): {\(texts.joined(separator: ", "))}"
      }
      return "{\(groups.joined(separator: ",\n"))}"
    }
  }

  @Test func `YAML`() throws {
    try check(YAMLPhrases()) { items in
      items.map { item in
        "- title: \(yaml(item.title))\n  category: \(yaml(item.category))\n  text: \(yaml(item.text))\n"
      }.joined()
    }
  }

  private func yaml(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }

  @Test func `tables in HTML`() throws {
    try check(HTMLTable()) { items in
      let rows = items.map { item in
        let cells = [item.category, item.title, item.text].map { "<td>\(html($0))</td>" }
        return "<tr>\(cells.joined())</tr>"
      }
      return "<table><tr><th>category</th><th>title</th><th>text</th></tr>\(rows.joined())</table>"
    }
  }

  private func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\n", with: "<br>")
  }

  @Test func `Markdown`() throws {
    try check(TextPhrases.markdown) { items in
      groups(items).map { group in
        "# \(group.category)\n\n" + group.items.map { "## \($0.title)\n\($0.text)\n\n" }.joined()
      }.joined()
    }
  }
}
