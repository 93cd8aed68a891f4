import Phrases
import Store
import Testing

@testable import Sync

/// What a source keeps of how its file was read.
struct RememberedReadingTests {
  private let store: Store
  private let transport: FakeTransport
  private let sync: SourceSync

  init() throws {
    let synced = try SyncedStore()
    (store, transport, sync) = (synced.store, synced.transport, synced.sync)
  }

  private func connect(_ address: String, reading: String = "") throws {
    _ = try store.connect(Source(name: "kb", address: address, reading: reading))
  }

  private func run(_ text: String) throws -> [String] {
    transport.give(text)
    _ = try sync.sync(try #require(try store.sources().first))
    return try store.phrases(ofSource: "kb").map(\.text)
  }

  @Test func `a column that was the text stays it when a better name comes`() throws {
    try connect("/kb.csv")
    #expect(try run("标题,回复\n发货,今天发。\n") == ["今天发。"])
    #expect(try store.sources().first?.mapped == "title=标题,text=回复")
    #expect(try run("标题,回复,话术内容\n发货,明天发。,给同事看的\n") == ["明天发。"])
  }

  @Test func `what was said of a source counts at every sync`() throws {
    try connect("/kb.csv", reading: "fill-down=category")
    _ = try run("category,text\nA,1\n,2\n")
    #expect(try store.phrases(ofSource: "kb").map(\.category) == ["A", "A"])
  }

  @Test func `what a server answers is no list because it might be one`() throws {
    try connect("https://kb.example.com/kb")
    #expect(try run("title,text\na,One\n") == ["One"])
    for page in [
      "<html><body><table><tr><th>title<th>text<tr><td>a<td>Sign in</table></body></html>",
      #"{"errors":[{"title":"401","text2":"Sign in first, please."}]}"#,
      "# Sign in\n\nPlease sign in first.\n\nThen come back.\n\nThank you.\n",
    ] {
      #expect(try run(page) == ["One"])
    }
  }

  @Test func `a server whose list was said to be of that kind may go on with it`() throws {
    try connect("https://kb.example.com/kb", reading: "format=markdown")
    let first = try run("# Post\n\nWe ship today.\n\nWe ship tomorrow.\n")
    #expect(first.count == 2)
    #expect(try run("# Post\n\nWe ship now.\n\nWe ship tomorrow.\n").contains("We ship now."))
  }
}
