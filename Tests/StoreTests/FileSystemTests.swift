import GRDB
import Glibc
import Phrases
import Testing

@testable import Store

/// Folders, modes, rights, full and read-only file systems.
@Suite(.serialized) struct FileSystemTests {
  static var isRoot: Bool { geteuid() == 0 }

  /// Whether a file system of our own can be mounted here.
  static let canMount: Bool = {
    guard isRoot, let scratch = try? Scratch() else { return false }
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", scratch.folder) == 0
    else {
      return false
    }
    return run("/bin/umount", scratch.folder) == 0
  }()

  /// Does something with the file rights of a user who owns nothing.
  private func withoutRootRights<Value>(_ body: () throws -> Value) throws -> Value {
    guard FileSystemTests.isRoot else { return try body() }
    let nobody: uid_t = 65_534
    setfsuid(nobody)
    defer { setfsuid(0) }
    try #require(setfsuid(.max) == nobody)
    return try body()
  }

  /// Gives a file system of 1 MB that is this test's own.
  private func withSmallFileSystem(_ body: (_ folder: String) throws -> Void) throws {
    let scratch = try Scratch()
    let mounted = run(
      "/bin/mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", scratch.folder)
    try #require(mounted == 0)
    defer { run("/bin/umount", "-l", scratch.folder) }
    try body(scratch.folder)
  }

  private func mode(_ path: String) -> UInt32? { StoreFile(path: path).mode }

  @Test func `folders are made 0700 and files 0600, whatever the umask`() throws {
    for mask: mode_t in [0, 0o022, 0o077] {
      let scratch = try Scratch()
      let path = scratch.folder + "/a/b/phrasedesk/phrases.sqlite"
      let old = umask(mask)
      defer { umask(old) }
      let store = try Store.open(at: path)
      _ = try store.importPersonal(made(0..<3))
      for folder in ["/a", "/a/b", "/a/b/phrasedesk"] {
        #expect(mode(scratch.folder + folder) == 0o700)
      }
      for file in [path, path + "-wal", path + "-shm"] { #expect(mode(file) == 0o600) }
    }
  }

  @Test func `a link to nothing is not followed when the store is made`() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/phrases.sqlite"
    symlink(scratch.folder + "/elsewhere", path)
    #expect(failure { () throws(StoreError) in try Store.open(at: path) } == .notAFile(path: path))
    #expect(StoreFile(path: scratch.folder + "/elsewhere").kind == .missing)
  }

  @Test func `a folder, a pipe and a device in the place of the store are refused`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder + "/folder"
    mkdir(folder, 0o700)
    let pipe = scratch.folder + "/pipe"
    mkfifo(pipe, 0o600)
    for path in [folder, pipe, "/dev/null"] {
      #expect(
        failure { () throws(StoreError) in try Store.open(at: path) } == .notAFile(path: path))
    }
  }

  @Test func `a folder that others may write to is refused, with its store and its copies`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    let folder = StoreFile(path: path).folder
    let store = try Store.open(at: path)
    try store.backUp(on: try #require(Day(iso: "2026-11-30")))
    store.close()
    let backups = Backups(ofStoreAt: path)
    #expect(backups.all.count == 1)
    chmod(backups.folder, 0o777)
    #expect(backups.all.isEmpty)
    chmod(folder, 0o777)
    for mode in [Store.Mode.readWrite, .readOnly] {
      guard
        case .distrusted? = failure({ () throws(StoreError) in
          try Store.open(at: path, mode: mode)
        })
      else {
        Issue.record("it is opened")
        return
      }
    }
    guard case .distrusted? = failure({ () throws(StoreError) in try Store.rescue(at: path) })
    else {
      Issue.record("it is rescued")
      return
    }
    chmod(folder, 0o700)
    #expect(try Store.open(at: path).count == 3)
  }

  @Test func `a file in the place of the folder is named`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("phrasedesk", [1])
    #expect(
      failure { () throws(StoreError) in try Store.open(at: file + "/a/phrases.sqlite") }
        == .noFolder(path: file))
  }

  @Test func `reading only neither makes a store nor changes one`() throws {
    let scratch = try Scratch()
    let missing = scratch.store
    #expect(
      failure { () throws(StoreError) in try Store.open(at: missing, mode: .readOnly) }
        == .missing(path: missing))
    #expect(StoreFile(path: scratch.folder + "/phrasedesk").kind == .missing)

    let path = try scratch.storeHolding(made(0..<3))
    let before = try bytes(of: path)
    let store = try Store.open(at: path, mode: .readOnly)
    #expect(store.isReadOnly)
    #expect(try store.count == 3)
    #expect(
      failure { () throws(StoreError) in try store.importPersonal(made(0..<9)) }
        == .readOnly(path: path))
    store.close()
    #expect(try bytes(of: path) == before)
  }

  @Test func `names that SQLite would take for something else are file names`() throws {
    let scratch = try Scratch()
    let odd = scratch.folder + "/50% off?mode=memory#x &话术"
    let store = try Store.open(at: odd + "/:memory:")
    _ = try store.importPersonal(made(0..<2))
    store.close()
    #expect(try Store.open(at: odd + "/:memory:", mode: .readOnly).count == 2)
    #expect(StoreFile(path: ":memory:").path == "./:memory:")
    #expect(StoreFile(path: "file:x").folder == ".")
    #expect(StoreFile(path: "/x").folder == "/")
  }

  @Test func `a folder that may not be written is read from, and an import says so`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    let folder = StoreFile(path: path).folder
    run("/bin/chmod", "-R", "a+rX,a-w", scratch.folder)
    defer { run("/bin/chmod", "-R", "u+w", scratch.folder) }
    try withoutRootRights {
      #expect(StoreFile(path: path).isWritable == false)
      let store = try Store.open(at: path)
      #expect(store.isReadOnly)
      #expect(try store.phrases().count == 3)
      #expect(
        failure { () throws(StoreError) in try store.importPersonal(made(0..<9)) }
          == .readOnly(path: path))
      #expect(
        failure { () throws(StoreError) in try Store.open(at: folder + "/other.sqlite") }
          == .noRights(path: folder))
    }
  }

  @Test func `a file that may not be read, or not be reached, is named`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    run("/bin/chmod", "755", scratch.folder)
    run("/bin/chmod", "755", StoreFile(path: path).folder)
    chmod(path, 0o000)
    try withoutRootRights {
      #expect(
        failure { () throws(StoreError) in try Store.open(at: path) } == .noRights(path: path))
    }
    chmod(StoreFile(path: path).folder, 0o000)
    defer { chmod(StoreFile(path: path).folder, 0o700) }
    try withoutRootRights {
      #expect(
        failure { () throws(StoreError) in try Store.open(at: path) }
          == .noRights(path: StoreFile(path: path).folder))
    }
  }

  /// Waits until half of a megabyte is free there; says whether it came to that.
  private func hasRoom(in folder: String) -> Bool {
    for _ in 0..<1_000 {
      var status = statvfs()
      if statvfs(folder, &status) == 0, status.f_bavail * status.f_frsize > 1 << 19 { return true }
      _ = poll(nil, 0, 10)
    }
    return false
  }

  @Test(.enabled(if: canMount, "needs root's right to mount a small file system"))
  func `a full disk is said, and what was there stays`() throws {
    try withSmallFileSystem { folder in
      let path = folder + "/phrasedesk/phrases.sqlite"
      let store = try Store.open(at: path)
      _ = try store.importPersonal(made(0..<3))
      let long = (0..<500).map { Phrase.made($0, text: String(repeating: "x", count: 4_000)) }
      let full = StoreError.diskFull(path: path)
      #expect(failure { () throws(StoreError) in try store.importPersonal(long) } == full)
      #expect(try store.phrases() == made(0..<3).map(\.asPersonal))
      store.close()
      // A program that another test is just starting may still hold the log that was removed.
      #expect(hasRoom(in: folder))
      let again = try Store.open(at: path)
      #expect(try again.phrases() == made(0..<3).map(\.asPersonal))
      #expect(try again.report().faults == 0)
      #expect(try again.importPersonal(made(0..<9)).added == 6)
    }
  }

  @Test(.enabled(if: canMount, "needs root's right to mount a small file system"))
  func `a store on a disk without any room is said to have none`() throws {
    try withSmallFileSystem { folder in
      let path = folder + "/phrases.sqlite"
      try write([], to: path)
      run("/bin/dd", "if=/dev/zero", "of=\(folder)/filler", "bs=4096", "status=none")
      let full = StoreError.diskFull(path: path)
      #expect(failure { () throws(StoreError) in try Store.open(at: path) } == full)
      unlink(folder + "/filler")
      #expect(try Store.open(at: path).count == 0)
    }
  }

  @Test(.enabled(if: canMount, "needs root's right to mount a small file system"))
  func `a read-only file system is read from, and an import says so`() throws {
    try withSmallFileSystem { folder in
      let path = folder + "/phrases.sqlite"
      let writer = try Store.open(at: path)
      _ = try writer.importPersonal(made(0..<3))
      writer.close()
      try #require(run("/bin/mount", "-o", "remount,ro", folder) == 0)
      let store = try Store.open(at: path)
      #expect(store.isReadOnly)
      #expect(try store.phrases() == made(0..<3).map(\.asPersonal))
      let readOnly = StoreError.readOnly(path: path)
      #expect(
        failure { () throws(StoreError) in try store.importPersonal(made(0..<9)) } == readOnly)
      #expect(try store.report().isReadOnly)
      let other = folder + "/a/other.sqlite"
      #expect(
        failure { () throws(StoreError) in try Store.open(at: other) }
          == .readOnly(path: folder + "/a"))
    }
  }
}

// The C library's module does not name it. Changes the rights of this thread only.
@_silgen_name("setfsuid") @discardableResult
private func setfsuid(_ user: uid_t) -> uid_t
