import Foundation
import GRDB
import Testing

/// What a phrasedesk does with a store that a later one made: it says so, and touches nothing.
@Suite struct NewerStoreTests {
  /// A program whose store was changed by a migration that it does not know.
  private func programWithNewerStore(language: String = "en") throws -> Program {
    let program = try Program(language: language)
    let file = try program.file("shop.csv", "id,title,text\n1,发货时间,明天发货。\n")
    #expect(try program.run("import", file).status == 0)
    #expect(try program.run("connect", file, "--name", "shop").status == 0)
    let queue = try DatabaseQueue(path: store(of: program).path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE reminder (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
          INSERT INTO reminder (text) VALUES ('of a later version');
          INSERT INTO grdb_migrations VALUES ('v900');
          PRAGMA user_version = 900;
          """)
    }
    try queue.close()
    return program
  }

  private func store(of program: Program) -> URL {
    program.folder.appending(path: "data/phrasedesk/phrases.sqlite")
  }

  /// Every file in the store's folder, whole, but for those that SQLite makes to read it.
  private func contents(of program: Program) throws -> [String: Data] {
    let folder = store(of: program).deletingLastPathComponent()
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where !name.hasSuffix("-shm") {
      contents[name] = try? Data(contentsOf: folder.appending(path: name))
    }
    return contents.filter { !$0.key.hasSuffix("-wal") || !$0.value.isEmpty }
  }

  private static let reading = [
    ["search", "fh"], ["send", "--print", "fh"], ["suggest"], ["export", "out.csv"], ["sources"],
    ["versions", "shop"], ["diff", "shop"], ["data", "export"], ["--plain"], ["pick", "--plain"],
    ["mine", "list"], ["feedback", "export"], ["data", "today"], ["data", "show"],
  ]
  private static let writing = [
    ["import", "shop.csv"], ["connect", "shop.csv", "--name", "other"], ["sync"],
    ["sync", "--accept", "shop"], ["rollback", "shop", "1"], ["disconnect", "shop"],
    ["data", "erase"], ["mine", "add", "--text", "x"], ["mine", "remove", "1"], ["send", "fh"],
    ["sources", "--first", "shop"],
  ]

  @Test(arguments: reading + writing)
  func `Every command refuses it in one sentence, and changes no byte`(
    _ arguments: [String]
  ) throws {
    let program = try programWithNewerStore()
    defer { program.clean() }
    let before = try contents(of: program)
    let inFolder = arguments.map {
      $0.hasSuffix(".csv") ? program.folder.appending(path: $0).path : $0
    }
    let outcome = try program.run(inFolder, input: "fahuo\n1\nyes\n")
    #expect(outcome.status == 5, "\(outcome)")
    let sentences = outcome.errors.split(separator: "\n")
    #expect(sentences.count == 1, "\(outcome)")
    #expect(outcome.errors.contains("phrases.sqlite"))
    #expect(outcome.errors.contains("900"))
    // Least of all is the starter offered in place of the agent's own phrases.
    #expect(!outcome.output.contains("发货"))
    #expect(try contents(of: program) == before)
  }

  @Test func `It is said in Chinese, and doctor says it too`() throws {
    let program = try programWithNewerStore(language: "zh")
    defer { program.clean() }
    let before = try contents(of: program)
    let outcome = try program.run("search", "fh")
    #expect(outcome.status == 5)
    #expect(outcome.errors.contains("更新"))
    #expect(try program.run("doctor").output.contains("900"))
    #expect(try contents(of: program) == before)
  }

  @Test func `A file still opens, because it asks nothing of the store`() throws {
    let program = try programWithNewerStore()
    defer { program.clean() }
    let before = try contents(of: program)
    let file = program.folder.appending(path: "shop.csv").path
    let outcome = try program.run("search", "--kb", file, "fh")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("发货时间"))
    #expect(try contents(of: program) == before)
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
  func `The desk does not open on it`() throws {
    let program = try programWithNewerStore()
    defer { program.clean() }
    let before = try contents(of: program)
    let tmux = try Tmux(
      "bash --norc --noprofile", columns: 160, environment: program.environment)
    try tmux.type("clear; \(Program.path); echo ended''=$?=")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "ended=5=")
    #expect(screen.contains("900"))
    #expect(try contents(of: program) == before)
  }

  @Test func `With the later program, nothing was lost`() throws {
    let program = try programWithNewerStore()
    defer { program.clean() }
    for arguments in NewerStoreTests.writing { _ = try program.run(arguments, input: "yes\n") }
    let queue = try DatabaseQueue(path: store(of: program).path)
    let (phrases, reminder) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM phrase"),
        try String.fetchOne(database, sql: "SELECT text FROM reminder")
      )
    }
    #expect(phrases == 2)
    #expect(reminder == "of a later version")
  }
}
