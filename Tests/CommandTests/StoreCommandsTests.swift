import Store
import Testing

/// What the shell sees of a store that is damaged or cannot be used, and of what is kept in it.
@Suite struct StoreCommandsTests {
  @Test func `What is no store is set aside, and said`() throws {
    let program = try Program()
    defer { program.clean() }
    let store = try program.file(
      "data/phrasedesk/phrases.sqlite", String(repeating: "no", count: 999))
    let outcome = try program.run("search", "fhsj")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("发货时间"))
    let damaged = try #require(outcome.errors.firstMatch(of: /\/\S+\.damaged-\w+/)?.output)
    #expect(damaged.hasPrefix(store))
    #expect(try String(contentsOfFile: String(damaged), encoding: .utf8).hasPrefix("nono"))
    #expect(try program.run("search", "fhsj").errors.isEmpty)
  }

  @Test func `A store that cannot be used is exit code 5, and a file still opens`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("own.csv", "title,text\n一,甲\n")
    _ = try program.file("data/phrasedesk", "no folder")
    let outcome = try program.run("import", file)
    #expect(outcome.status == 5)
    #expect(outcome.errors.contains("data/phrasedesk"))
    #expect(try program.run("search", "--kb", file, "一").status == 0)
  }

  @Test func `What is kept of the work is shown and erased`() throws {
    let program = try Program()
    defer { program.clean() }
    let list = try program.file("own.csv", "title,text\n一,甲\n")
    #expect(try program.run("data", "export").status == 5)
    #expect(try program.run("import", list).status == 0)
    let store = try Store.open(at: program.folder.path + "/data/phrasedesk/phrases.sqlite")
    try store.record(FruitlessSearch(time: 1_763_800_000, query: "yunfei", hits: 3))
    store.close()
    let shown = try program.run("data", "export").output
    #expect(shown.contains("\"query\" : \"yunfei\""))
    let erased = try program.run("data", "erase")
    #expect(erased.output.contains("searches with nothing sent: 1,"))
    #expect(try program.run("data", "export").output.contains("yunfei") == false)
    #expect(try program.run("search", "yi").output.contains("一"))
  }
}
