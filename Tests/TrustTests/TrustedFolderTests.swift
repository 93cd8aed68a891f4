import Foundation
import Phrases
import TestFolder
import Testing

@testable import Trust

@Suite struct TrustedFolderTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.folder.appending(path: "own").path
    try TrustedFolder.make(path)
  }

  private func mode(of path: String) throws -> mode_t {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o7777
  }

  @Test func `A folder is made for this user alone, with those above it`() throws {
    let deep = path + "/a/b"
    try TrustedFolder.make(deep)
    try TrustedFolder.make(deep)
    #expect(try [mode(of: path), mode(of: path + "/a"), mode(of: deep)] == [0o700, 0o700, 0o700])
  }

  @Test(arguments: [0o700, 0o755, 0o500, 0o2755] as [mode_t])
  func `A folder that nobody else may write to is trusted`(_ mode: mode_t) {
    chmod(path, mode)
    #expect(TrustedFolder.flaw(of: path) == nil)
  }

  @Test(arguments: [0o777, 0o1777, 0o702, 0o722] as [mode_t])
  func `A folder that everybody may write to is not`(_ mode: mode_t) {
    chmod(path, mode)
    #expect(TrustedFolder.flaw(of: path)?.cause == .others)
    #expect(throws: TrustedFolder.Refusal.self) { try TrustedFolder.make(path) }
  }

  @Test func `A folder that others could put another in the place of is not trusted`() throws {
    let deep = path + "/a/b"
    try TrustedFolder.make(deep)
    chmod(path, 0o777)
    let flaw = try #require(TrustedFolder.flaw(of: deep))
    #expect(flaw.path == path && flaw.cause == .others)
    #expect(flaw.clause(.english).contains("so that \(deep) is not used"))
    #expect(flaw.clause(.chinese).contains(deep))
    // Only owners may rename what is in there.
    chmod(path, 0o1777)
    #expect(TrustedFolder.flaw(of: deep) == nil)
    // Nor may a link on the way be exchanged.
    let open = scratch.folder.appending(path: "open").path
    try TrustedFolder.make(open)
    try #require(symlink(path, open + "/way") == 0)
    chmod(open, 0o777)
    #expect(TrustedFolder.flaw(of: open + "/way/a/b")?.path == open)
  }

  @Test func `A folder of ours that others may look into is closed, one behind a link is not`()
    throws
  {
    chmod(path, 0o755)
    try TrustedFolder.make(path)
    #expect(try mode(of: path) == 0o700)
    let link = scratch.folder.appending(path: "link").path
    try #require(symlink(path, link) == 0)
    chmod(path, 0o755)
    TrustedFolder.close(link)
    #expect(try mode(of: path) == 0o755)
    // What others may write to is refused, and stays to be looked at.
    chmod(path, 0o757)
    TrustedFolder.close(path)
    #expect(try mode(of: path) == 0o757)
  }

  @Test(
    .enabled(
      if: (["/usr/bin/setfacl", "/bin/setfacl"] as [String]).contains { access($0, X_OK) == 0 },
      "setfacl is not installed (package acl)"))
  func `An access list that lets somebody write is told by the mask in the mode`() throws {
    let setfacl = access("/usr/bin/setfacl", X_OK) == 0 ? "/usr/bin/setfacl" : "/bin/setfacl"
    #expect(Self.run(setfacl, "-m", "u:65534:rwx", path) == 0)
    #expect(TrustedFolder.flaw(of: path)?.cause == .accessList)
    #expect(Self.run(setfacl, "-b", path) == 0)
    #expect(TrustedFolder.flaw(of: path) == nil)
  }

  private static func run(_ arguments: String...) -> Int32 {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], nil, nil, &words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }

  @Test func `What is not there has no flaw, and what is no folder cannot be made one`() throws {
    #expect(TrustedFolder.flaw(of: path + "/none") == nil)
    let file = try scratch.file("file", "")
    #expect(throws: TrustedFolder.Refusal.notMade(errno: ENOTDIR)) {
      try TrustedFolder.make(file)
    }
  }

  @Test func `A link is followed`() throws {
    let link = scratch.folder.appending(path: "link").path
    try #require(symlink(path, link) == 0)
    #expect(TrustedFolder.flaw(of: link) == nil)
    chmod(path, 0o777)
    #expect(TrustedFolder.flaw(of: link)?.cause == .others)
  }

  @Test func `A group is one's own by name and members`() {
    #expect(Account.isPrivate(group: getegid(), of: geteuid()) || getegid() != geteuid())
    // Neither has a name.
    #expect(Account.isPrivate(group: 3_000_000_001, of: 3_000_000_001))
    #expect(!Account.isPrivate(group: 3_000_000_001, of: 3_000_000_002))
    #expect(!Account.isPrivate(group: 3_000_000_001, of: geteuid()))
    #expect(!Account.isPrivate(group: 0, of: 3_000_000_001))
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `A folder, a link or a file of somebody else is not trusted`() throws {
    let link = scratch.folder.appending(path: "link").path
    try #require(symlink(path, link) == 0 && lchown(link, 65_534, 65_534) == 0)
    #expect(TrustedFolder.flaw(of: link)?.path == link)
    try #require(chown(path, 65_534, 65_534) == 0)
    guard case .owner? = TrustedFolder.flaw(of: path)?.cause else {
      Issue.record("it is trusted")
      return
    }
    let file = open(try scratch.file("file", ""), O_RDONLY)
    defer { close(file) }
    #expect(TrustedFolder.flaw(ofFile: file, at: "file") == nil)
    fchown(file, 65_534, 0)
    #expect(TrustedFolder.flaw(ofFile: file, at: "file") != nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `A group that others are in may not write to it`() throws {
    chmod(path, 0o770)
    #expect(TrustedFolder.flaw(of: path) == nil)
    try #require(chown(path, 0, 3_000_000_001) == 0)
    #expect(TrustedFolder.flaw(of: path)?.cause == .group("3000000001"))
    chmod(path, 0o750)
    #expect(TrustedFolder.flaw(of: path) == nil)
  }

  @Test(arguments: Language.allCases)
  func `Every flaw has a sentence of its own that names the folder and what to do`(
    _ language: Language
  ) {
    let causes: [TrustedFolder.Flaw.Cause] = [
      .owner("nobody"), .group("staff"), .others, .accessList,
    ]
    let sentences = causes.map { TrustedFolder.Flaw(path: "/x/y", cause: $0).clause(language) }
    #expect(Set(sentences).count == causes.count)
    for sentence in sentences {
      #expect(sentence.hasPrefix("/x/y "))
      #expect(
        ["XDG_CACHE_HOME", "chmod go-w /x/y", "setfacl -b /x/y"].contains { sentence.contains($0) })
    }
  }
}
