import GRDB
import Phrases
import Testing

@testable import Store

@Suite struct SchemaTests {
  /// What version 1 leaves in the file, as released.
  ///
  /// Never edit it: add the next version's.
  static let version1 = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    CREATE TABLE source (
      row INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      position INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE phrase (
      row INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES source (row) ON DELETE CASCADE,
      id TEXT NOT NULL CHECK (id <> ''),
      position INTEGER NOT NULL,
      level TEXT NOT NULL CHECK (level IN ('company', 'department', 'personal')),
      department TEXT NOT NULL,
      category TEXT NOT NULL,
      subcategory TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title <> ''),
      text TEXT NOT NULL CHECK (text <> ''),
      keywords TEXT NOT NULL CHECK (keywords GLOB '[[]*]'),
      code TEXT NOT NULL,
      attachments TEXT NOT NULL CHECK (attachments GLOB '[[]*]'),
      valid_from TEXT CHECK (valid_from IS date(valid_from) AND valid_from > '0001'),
      valid_until TEXT CHECK (valid_until IS date(valid_until) AND valid_until > '0001'),
      draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
      UNIQUE (source, id)
    ) STRICT;
    CREATE INDEX phrase_in_order ON phrase (source, position);
    """

  /// A store of version 1 with one phrase, as SQL.
  static let store1 =
    version1 + """
      INSERT INTO grdb_migrations VALUES ('v1');
      INSERT INTO source VALUES (1, 'personal', 0);
      INSERT INTO phrase VALUES (1, 1, 'a', 0, 'personal', '', '', '', 'Hello', 'Hello, {{name}}',
        '["hi"]', 'hl', '[]', NULL, '2026-12-31', 0);
      PRAGMA application_id = 1349010539;
      PRAGMA user_version = 1;
      """

  /// What version 2 adds, as released.
  static let version2 = """
    CREATE TABLE send (
      row INTEGER PRIMARY KEY,
      source TEXT NOT NULL CHECK (source <> ''),
      id TEXT NOT NULL CHECK (id <> ''),
      time INTEGER NOT NULL,
      way TEXT NOT NULL,
      keystrokes INTEGER NOT NULL CHECK (keystrokes >= 0),
      milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0)
    ) STRICT;
    CREATE INDEX send_by_time ON send (time);
    """

  /// A store of version 2 with one send of a phrase that it does not hold, as SQL.
  static let store2 =
    store1 + version2 + """
      INSERT INTO grdb_migrations VALUES ('v2');
      INSERT INTO send VALUES (1, 'starter', 'zh-001', 1763800000, 'xclip', 3, 1250);
      PRAGMA user_version = 2;
      """

  /// What version 3 adds, as released.
  static let version3 = """
    CREATE TABLE connection (
      source INTEGER PRIMARY KEY REFERENCES source (row) ON DELETE CASCADE,
      address TEXT NOT NULL CHECK (address <> ''),
      level TEXT NOT NULL CHECK (level IN ('company', 'department')),
      columns TEXT NOT NULL,
      allows_http INTEGER NOT NULL CHECK (allows_http IN (0, 1)),
      tag TEXT,
      hash TEXT,
      version INTEGER NOT NULL DEFAULT 0,
      seen_version INTEGER NOT NULL DEFAULT 0,
      is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1)),
      checked INTEGER,
      failing_since INTEGER,
      failure TEXT
    ) STRICT;
    CREATE TABLE version (
      source INTEGER NOT NULL REFERENCES source (row) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number > 0),
      time INTEGER NOT NULL,
      hash TEXT NOT NULL,
      author TEXT NOT NULL,
      message TEXT NOT NULL,
      rolled_back_to INTEGER,
      phrases INTEGER NOT NULL,
      added INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      moved INTEGER NOT NULL,
      PRIMARY KEY (source, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE former (
      source INTEGER NOT NULL,
      version INTEGER NOT NULL,
      id TEXT NOT NULL,
      contents TEXT CHECK (contents GLOB '[[]*]'),
      PRIMARY KEY (source, version, id),
      FOREIGN KEY (source, version) REFERENCES version (source, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE held (
      source INTEGER PRIMARY KEY REFERENCES source (row) ON DELETE CASCADE,
      time INTEGER NOT NULL,
      hash TEXT NOT NULL,
      tag TEXT,
      author TEXT NOT NULL,
      message TEXT NOT NULL,
      reason TEXT NOT NULL,
      bytes INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE held_part (
      source INTEGER NOT NULL REFERENCES held (source) ON DELETE CASCADE,
      part INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (source, part)
    ) STRICT;
    CREATE TABLE fruitless_search (
      row INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      query TEXT NOT NULL CHECK (query <> ''),
      hits INTEGER NOT NULL CHECK (hits >= 0)
    ) STRICT;
    CREATE TABLE send_total (
      source TEXT NOT NULL CHECK (source <> ''),
      id TEXT NOT NULL CHECK (id <> ''),
      day TEXT NOT NULL CHECK (day IS date(day)),
      sends INTEGER NOT NULL CHECK (sends > 0),
      keystrokes INTEGER NOT NULL CHECK (keystrokes >= 0),
      milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
      PRIMARY KEY (source, id, day)
    ) STRICT, WITHOUT ROWID;
    """

  /// A store of version 3 with one connected source at its second version, as SQL.
  static let store3 =
    store2 + version3 + """
      INSERT INTO grdb_migrations VALUES ('v3');
      INSERT INTO source VALUES (2, 'kb', 1);
      INSERT INTO connection VALUES (2, '/srv/kb.csv', 'company', '', 0, 't2', 'h2', 2, 1, 0,
        1763800000, NULL, NULL);
      INSERT INTO phrase VALUES (2, 2, 'b', 1048576, 'company', '', '', '', 'Bye', 'Goodbye.',
        '[]', '', '[]', NULL, NULL, 0);
      INSERT INTO version VALUES (2, 1, 1763700000, 'h1', '', '', NULL, 1, 1, 0, 0, 0);
      INSERT INTO version VALUES (2, 2, 1763800000, 'h2', 'Li', 'shorter', NULL, 1, 0, 0, 1, 0);
      INSERT INTO former VALUES (2, 2, 'b',
        '["1048576","company","","","","Bye","Good bye!","[]","","[]","","","0"]');
      PRAGMA user_version = 3;
      """

  /// What version 4 makes of the schema, as released.
  static func version4(_ schema: String) -> String {
    schema.replacing(
      "draft INTEGER NOT NULL CHECK (draft IN (0, 1)),",
      with: "draft INTEGER NOT NULL CHECK (draft IN (0, 1)), checksum INTEGER,")
  }

  /// What version 5 makes of the schema, as released.
  static func version5(_ schema: String) -> String {
    schema.replacing(
      "  failure TEXT\n) STRICT",
      with: "  failure TEXT\n, placeholders TEXT NOT NULL DEFAULT '') STRICT")
  }

  /// The store of version 3 as one of version 5, whose source writes placeholders in brackets.
  static let store5 =
    store3 + """
      ALTER TABLE phrase ADD COLUMN checksum INTEGER;
      ALTER TABLE connection ADD COLUMN placeholders TEXT NOT NULL DEFAULT '';
      INSERT INTO grdb_migrations VALUES ('v4'), ('v5');
      UPDATE connection SET placeholders = 'square';
      PRAGMA user_version = 5;
      """

  /// What version 6 makes of the schema, as released.
  static func version6(_ schema: String) -> String {
    schema.replacing(
      ", placeholders TEXT NOT NULL DEFAULT '') STRICT",
      with: """
        , placeholders TEXT NOT NULL DEFAULT '', encoding TEXT NOT NULL DEFAULT '', \
        reader INTEGER NOT NULL DEFAULT 0, read_as TEXT NOT NULL DEFAULT '', \
        release INTEGER) STRICT
        """
    ).replacing("  moved INTEGER NOT NULL,\n", with: "  moved INTEGER NOT NULL, release INTEGER,\n")
      .replacing(
        "  bytes INTEGER NOT NULL\n) STRICT",
        with: "  bytes INTEGER NOT NULL\n, polls INTEGER NOT NULL DEFAULT 0) STRICT") + "\n"
        + """
        CREATE TABLE identity (
          row INTEGER PRIMARY KEY CHECK (row = 1),
          store TEXT NOT NULL,
          copies INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        """
  }

  /// What version 7 makes of the schema, as released.
  static func version7(_ schema: String) -> String {
    schema.replacing(
      "release INTEGER) STRICT",
      with: """
        release INTEGER, reading TEXT NOT NULL DEFAULT '', mapped TEXT NOT NULL DEFAULT ''\
        ) STRICT
        """)
  }

  /// What version 8 adds, as released.
  static let version8 = """
    CREATE TABLE arrangement (
      kind TEXT NOT NULL CHECK (kind <> ''),
      key TEXT NOT NULL CHECK (key GLOB '[[]*]'),
      checksum INTEGER NOT NULL,
      value TEXT NOT NULL CHECK (value GLOB '[[]*]'),
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bin (
      id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
      time INTEGER NOT NULL,
      contents TEXT NOT NULL CHECK (contents GLOB '[[]*]'),
      original TEXT NOT NULL CHECK (original GLOB '[[]*]'),
      checksum INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report (
      row INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      source TEXT,
      id TEXT,
      title TEXT NOT NULL,
      remark TEXT NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT;
    """

  /// The store of version 5 as one of version 7.
  static let store7 =
    store5 + """
      ALTER TABLE connection ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
      ALTER TABLE connection ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE connection ADD COLUMN read_as TEXT NOT NULL DEFAULT '';
      ALTER TABLE connection ADD COLUMN release INTEGER;
      ALTER TABLE version ADD COLUMN release INTEGER;
      ALTER TABLE held ADD COLUMN polls INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE identity (
        row INTEGER PRIMARY KEY CHECK (row = 1),
        store TEXT NOT NULL,
        copies INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      INSERT INTO identity VALUES (1, '0123456789abcdef0123456789abcdef', 4);
      ALTER TABLE connection ADD COLUMN reading TEXT NOT NULL DEFAULT '';
      ALTER TABLE connection ADD COLUMN mapped TEXT NOT NULL DEFAULT '';
      INSERT INTO grdb_migrations VALUES ('v6'), ('v7');
      PRAGMA user_version = 7;
      """

  @Test func `a new store has exactly the released schema`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding([])
    let schema = try sql(
      path,
      """
      SELECT group_concat(sql || ';', char(10)) FROM
        (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid)
      """)
    #expect(
      schema
        == SchemaTests.version7(
          SchemaTests.version6(
            SchemaTests.version5(
              SchemaTests.version4(
                SchemaTests.version1 + "\n" + SchemaTests.version2 + "\n"
                  + SchemaTests.version3)))) + "\n" + SchemaTests.version8)
    #expect(try sql(path, "PRAGMA user_version") == "8")
    #expect(
      try sql(path, "SELECT row || '|' || length(store) || '|' || copies FROM identity") == "1|32|0"
    )
    #expect(try sql(path, "PRAGMA application_id") == "\(Schema.applicationID)")
    #expect(try sql(path, "PRAGMA journal_mode") == "wal")
    #expect(
      try sql(path, "SELECT group_concat(identifier) FROM grdb_migrations")
        == "v1,v2,v3,v4,v5,v6,v7,v8")
  }

  @Test func `a store of version 1 opens`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: SchemaTests.store1) }
    let store = try Store.open(at: path)
    #expect(
      try store.phrases() == [
        Phrase(
          key: PhraseKey(source: "personal", id: "a"), level: .personal, title: "Hello",
          text: "Hello, {{name}}", keywords: ["hi"], code: "hl", validUntil: Day(iso: "2026-12-31"))
      ])
    #expect(try store.report().faults == 0)
    #expect(try store.report().schemaVersion == Schema.known)
    #expect(try store.sends(since: 0).isEmpty)
  }

  @Test func `a store of version 1 that can only be read has no usage, and stays as it is`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: SchemaTests.store1) }
    let before = try bytes(of: path)
    let store = try Store.open(at: path, mode: .readOnly)
    #expect(try store.count == 1)
    #expect(try store.sends(since: 0).isEmpty)
    store.close()
    #expect(try bytes(of: path) == before)
  }

  @Test func `a store of version 2 opens`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: SchemaTests.store2) }
    let store = try Store.open(at: path)
    #expect(try store.count == 1)
    #expect(
      try store.sends(since: 0) == [
        Send(
          key: PhraseKey(source: "starter", id: "zh-001"), time: 1_763_800_000, way: "xclip",
          keystrokes: 3, milliseconds: 1_250)
      ])
    #expect(try store.report().faults == 0)
    #expect(try store.sources().isEmpty)
  }

  @Test func `a store of version 3 opens with its versions, and writes checksums from then on`()
    throws
  {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: SchemaTests.store3) }
    let store = try Store.open(at: path)
    #expect(try store.phrases().map(\.title) == ["Hello", "Bye"])
    #expect(try store.sources().map(\.version) == [2])
    #expect(try store.phrases(ofSource: "kb", version: 1)?.map(\.text) == ["Good bye!"])
    #expect(try store.usage().sends.count == 1)
    #expect(try store.report().faults == 0)
    _ = try store.importPersonal(made(0..<1))
    #expect(try sql(path, "SELECT group_concat(checksum IS NULL) FROM phrase") == "1,1,0")
  }

  @Test func `a copy of an older schema can be read, and is of no store that is known`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: SchemaTests.store5) }
    let before = try bytes(of: path)
    let store = try Store.open(at: path, mode: .readOnly)
    #expect(try store.sources().map(\.placeholders) == ["square"])
    #expect(try store.sources().map(\.release) == [nil])
    #expect(try store.versions(ofSource: "kb").map(\.number) == [2, 1])
    let belongings = try store.access(.deferred) { try Belongings.read(in: $0) }
    #expect(belongings.identity == nil)
    #expect(belongings.personal.map(\.phrase.title) == ["Hello"])
    store.close()
    #expect(try bytes(of: path) == before)
    let migrated = try Store.open(at: path)
    #expect(try migrated.access(.deferred) { try Belongings.read(in: $0) }.identity != nil)
  }

  @Test(arguments: [store1, store2, store3, store5, store7])
  func `a store of every earlier version takes up what an agent owns`(_ text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: text) }
    let before = try Store.open(at: path, mode: .readOnly)
    #expect(try before.arrangement() == Arrangement())
    #expect(try before.binned().isEmpty && before.reports().isEmpty)
    before.close()
    let store = try Store.open(at: path)
    let standing = try store.standing()
    let hello = PhraseKey(source: "personal", id: "a")
    _ = try store.change(.pin(hello, row: 3), at: 0)
    #expect(try store.standing() != standing)
    #expect(try store.change(.bin(hello), at: 0).key == hello)
    #expect(try store.binned().map(\.phrase.title) == ["Hello"])
    #expect(try store.report().faults == 0)
    try store.check()
  }

  @Test(arguments: [(1, store1), (2, store2), (3, store3), (5, store5), (7, store7)])
  func `a store is copied whole before its schema changes, once`(
    _ number: Int, _ text: String
  ) throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write { try $0.execute(sql: text) }
    try Store.open(at: path).close()
    let copy = Backups(ofStoreAt: path).path(ofSchema: number)
    #expect(try sql(copy, "PRAGMA user_version") == "\(number)")
    #expect(try sql(copy, "SELECT title FROM phrase WHERE row = 1") == "Hello")
    #expect(StoreFile(path: copy).mode == 0o600)
    #expect(Backups(ofStoreAt: path).all == [copy])
  }

  @Test(arguments: [
    "INSERT INTO grdb_migrations VALUES ('v9'); PRAGMA user_version = 9",
    "INSERT INTO grdb_migrations VALUES ('v9'), ('v10'); PRAGMA user_version = 2147483647",
  ])
  func `a store of a newer phrasedesk is refused and left alone`(_ change: String) throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    try sql(path, change)
    let before = try bytes(of: path)
    for mode in [Store.Mode.readWrite, .readOnly] {
      let error = try #require(
        failure { () throws(StoreError) in try Store.open(at: path, mode: mode) })
      guard case .newerSchema(path, let found, Schema.known) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(found > Schema.known)
    }
    #expect(try bytes(of: path) == before)
  }

  @Test(arguments: ["PRAGMA user_version = 9", "INSERT INTO grdb_migrations VALUES ('v9')"])
  func `marks that contradict each other are damage, not a newer phrasedesk`(
    _ change: String
  ) throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    try sql(path, change)
    #expect(
      failure { () throws(StoreError) in try Store.open(at: path) }
        == .damaged(path: path, row: nil))
  }

  @Test func `an open store stops at a schema that another program has made newer`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    try sql(scratch.store, "PRAGMA user_version = 9")
    let newer = StoreError.newerSchema(path: scratch.store, found: 9, known: 8)
    #expect(failure { () throws(StoreError) in try store.phrases() } == newer)
    #expect(failure { () throws(StoreError) in try store.importPersonal(made(0..<1)) } == newer)
    #expect(failure { () throws(StoreError) in try store.sends(since: 0) } == newer)
    #expect(failure { () throws(StoreError) in try store.record(.made(1)) } == newer)
  }

  @Test(arguments: [
    "CREATE TABLE bookmarks (id INTEGER)",
    "CREATE TABLE t (x); PRAGMA application_id = 1349010539; PRAGMA user_version = 1",
    "PRAGMA user_version = 9",
  ])
  func `a database of another program is refused and left alone`(_ text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try sql(path, "VACUUM")
    try DatabaseQueue(path: path).write { try $0.execute(sql: text) }
    let before = try bytes(of: path)
    #expect(
      failure { () throws(StoreError) in try Store.open(at: path) }
        == .damaged(path: path, row: nil))
    #expect(try bytes(of: path) == before)
  }

  @Test func `a first migration that did not end is done again`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(try Store.open(at: path).count == 0)
  }

  @Test func `fifty new stores are each opened by two threads at once`() async throws {
    for _ in 0..<50 {
      let scratch = try Scratch()
      let path = scratch.store
      try await withThrowingTaskGroup(of: Void.self) { group in
        for thread in 0..<2 {
          group.addTask {
            let store = try Store.open(at: path)
            _ = try store.importPersonal([.made(thread)])
            store.close()
          }
        }
        try await group.waitForAll()
      }
      let store = try Store.open(at: path)
      #expect(try store.count == 2)
      #expect(try store.report().faults == 0)
    }
  }
}
