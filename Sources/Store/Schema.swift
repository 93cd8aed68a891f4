import GRDB

/// The tables of the store, as a list of migrations that are never changed once released.
///
/// To change the schema add a migration at the end: registered in ``migrator``, named in
/// ``identifiers``, and setting `user_version` to its number. A test compares each with the SQL it
/// is to leave behind.
enum Schema {
  /// `PhDk` in ASCII: marks the file as a phrasedesk store (`file` and SQLite show it).
  static let applicationID = 0x5068_446B

  /// In order; the number of a schema is how many of them it has.
  static let identifiers = ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8"]

  /// The schema that brought the column `phrase.checksum`.
  static let firstWithChecksums = 4

  /// The schema that brought the column `connection.placeholders`.
  static let firstWithPlaceholders = 5

  /// The schema that brought the table `identity`, and how a source was read and released.
  static let firstWithIdentity = 6

  /// The schema that brought `connection.reading`, `connection.mapped` and `connection.kind`.
  static let firstWithReading = 7

  /// The schema that brought the tables `arrangement`, `bin` and `report`.
  static let firstWithArrangement = 8

  /// The newest schema that this program reads and writes.
  static var known: Int { identifiers.count }

  /// A migration that another process finished while this one waited for the lock.
  private struct AlreadyApplied: Error {}

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      try guardAgainstSecondRun(of: "v1", in: database)
      try database.execute(sql: version1)
    }
    migrator.registerMigration("v2") { database in
      try guardAgainstSecondRun(of: "v2", in: database)
      try database.execute(sql: version2)
    }
    migrator.registerMigration("v3") { database in
      try guardAgainstSecondRun(of: "v3", in: database)
      try database.execute(sql: version3)
    }
    migrator.registerMigration("v4") { database in
      try guardAgainstSecondRun(of: "v4", in: database)
      try database.execute(sql: version4)
    }
    migrator.registerMigration("v5") { database in
      try guardAgainstSecondRun(of: "v5", in: database)
      try database.execute(sql: version5)
    }
    migrator.registerMigration("v6") { database in
      try guardAgainstSecondRun(of: "v6", in: database)
      try database.execute(sql: version6)
    }
    migrator.registerMigration("v7") { database in
      try guardAgainstSecondRun(of: "v7", in: database)
      try database.execute(sql: version7)
    }
    migrator.registerMigration("v8") { database in
      try guardAgainstSecondRun(of: "v8", in: database)
      try database.execute(sql: version8)
    }
    return migrator
  }

  /// Brings the file to the newest schema; safe while other processes do the same.
  ///
  /// The migrator decides what is missing before it takes the lock, so the loser of a race would
  /// create what is there already: it is told so inside its transaction, and looks again.
  static func migrate(_ queue: DatabaseQueue) throws {
    for _ in identifiers {
      do {
        return try migrator.migrate(queue)
      } catch is AlreadyApplied {
        continue
      }
    }
  }

  private static func guardAgainstSecondRun(of identifier: String, in database: Database) throws {
    if try migrator.appliedIdentifiers(database).contains(identifier) { throw AlreadyApplied() }
  }

  /// Sources and phrases.
  ///
  /// A source is where phrases come from; what a connected one needs besides (address, versions,
  /// state) will stand in tables of its own that refer to it.
  /// A phrase is named by source and id; `row` is short and stays when the phrase changes.
  private static let version1 = """
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

    INSERT INTO source (name, position) VALUES ('personal', 0);

    PRAGMA application_id = 1349010539;
    PRAGMA user_version = 1;
    """

  /// Usage: a row for each phrase that was sent, never its text.
  ///
  /// A phrase is named here by source and id, not by `phrase.row`: the starter's have no row, and one
  /// that is gone from its source for a day keeps what is known of it.
  private static let version2 = """
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

    PRAGMA user_version = 2;
    """

  /// Connected sources, their versions, and what waits to be let in.
  ///
  /// Everything that a sync changes stands in tables here, so that one transaction changes all of it.
  /// The phrases of the version in use are those in `phrase`; `former` holds what each version
  /// replaced, so that a version costs what it changed, and an older one is had by going back. A row of
  /// it without contents says that the phrase was not there.
  private static let version3 = """
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

    PRAGMA user_version = 3;
    """

  /// Checksums of phrases; a row that was written before has none until it is written again.
  private static let version4 = """
    ALTER TABLE phrase ADD COLUMN checksum INTEGER;

    PRAGMA user_version = 4;
    """

  /// What a source's placeholders look like, in the form of `--placeholders`.
  private static let version5 = """
    ALTER TABLE connection ADD COLUMN placeholders TEXT NOT NULL DEFAULT '';

    PRAGMA user_version = 5;
    """

  /// How a source's file was read and which release it is; which store this is.
  ///
  /// `encoding` is what a person said (empty for what the content tells), `read_as` what the file in
  /// use was in (empty for unknown), `reader` the number of the reader that read it. `release` is NULL
  /// where the source tells of none. `identity` has one row, and every copy carries it: `copies` tells
  /// which of them is the newest, whatever the clock said.
  private static let version6 = """
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

    INSERT INTO identity VALUES (1, lower(hex(randomblob(16))), 0);

    PRAGMA user_version = 6;
    """

  /// How a source's file is read besides, and how its headers were understood.
  ///
  /// `reading` is what a person said (a line `name=value` each, empty for what the content tells), `mapped`
  /// in the form of `--columns` which headers were taken for which columns when the file in use was read.
  private static let version7 = """
    ALTER TABLE connection ADD COLUMN reading TEXT NOT NULL DEFAULT '';
    ALTER TABLE connection ADD COLUMN mapped TEXT NOT NULL DEFAULT '';

    PRAGMA user_version = 7;
    """

  /// What an agent has made of the lists of others, her own phrases that she has thrown away, and what she
  /// has reported.
  ///
  /// A row of `arrangement` is one thing she has said, so that the last of two desks wins for that alone:
  /// `key` is what it is said of and `value` what is said, both lists of strings (``ArrangementEntry``).
  /// The checksum stands before the value, so that looking for changes reads no long ones.
  private static let version8 = """
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

    PRAGMA user_version = 8;
    """
}

// MARK: - What a file holds

extension Schema {
  enum State: Equatable {
    /// A new file, or one whose first migration did not end.
    case empty
    /// A store of this schema, not newer than ``known``.
    case version(Int)
    /// A store of a schema that a later program made.
    case newer(Int)
    /// A database of another program, or a store whose marks contradict each other.
    case foreign
  }

  /// Reads the marks of the file; to be called inside a transaction.
  static func state(of database: Database) throws -> State {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try number(of: database)
    if application == 0 && version == 0 {
      let tables = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'")
      return tables == 0 ? .empty : .foreign
    }
    guard application == applicationID else { return .foreign }
    let applied = try migrator.appliedIdentifiers(database)
    // A later program leaves both marks; one of them alone is a damaged byte.
    if version > known && !applied.isSubset(of: identifiers) { return .newer(version) }
    guard version <= known else { return .foreign }
    return applied == Set(identifiers.prefix(version)) ? .version(version) : .foreign
  }

  /// The schema's number as the file has it now; 0 in an empty file.
  static func number(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }
}
