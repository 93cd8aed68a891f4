import Glibc
import Testing

@testable import Sync

@Suite struct PublishingToPathTests {
  private let scratch: Scratch
  private let publishing: Publishing

  init() throws {
    scratch = try Scratch()
    publishing = Publishing(environment: [:], temporaryFolder: scratch.folder)
  }

  private func publish(_ text: String, to name: String) throws(FetchFailure) -> Publishing.Published
  {
    let present = try? PathTransport(path: scratch.path(name)).fetch(unless: nil)
    return try publishing.publish(
      Array(text.utf8), as: Release(of: text), after: present?.hash,
      to: .path(scratch.path(name))
    ).published
  }

  @Test func `a file is replaced as a whole and keeps its permissions`() throws {
    let path = try scratch.write("旧", to: "a.csv")
    chmod(path, 0o664)
    let old = try FileState(path: path)
    #expect(try publish("新的", to: "a.csv") == .file(path: path, bytes: 6))
    #expect(try scratch.read("a.csv") == "新的")
    #expect(try scratch.mode("a.csv") == 0o664)
    // Another file took its place: who has the old one open reads it to its end.
    #expect(try FileState(path: path).tag != old.tag)
    #expect(scratch.names == ["a.csv", "a.csv.release.json", "a.csv.releases"])
  }

  @Test func `a desk that watches is told once the file is whole`() throws {
    let path = try scratch.write("旧", to: "a.csv")
    let watch = try #require(FileWatch(path: path))
    _ = try publish("新", to: "a.csv")
    #expect(watch.read() == .changed)
  }

  @Test func `a link stays a link`() throws {
    let path = try scratch.write("旧", to: "a.csv")
    try #require(symlink("a.csv", scratch.path("link.csv")) == 0)
    #expect(try publish("新", to: "link.csv") == .file(path: path, bytes: 3))
    #expect(try scratch.read("a.csv") == "新")
    var status = stat()
    lstat(scratch.path("link.csv"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `what cannot be written leaves nothing behind`() throws {
    try #require(mkdir(scratch.path("folder"), 0o700) == 0)
    try #require(mkfifo(scratch.path("pipe"), 0o600) == 0)
    func reason(_ name: String) -> FetchFailure.Reason? {
      failure { () throws(FetchFailure) in try publish("x", to: name) }?.reason
    }
    #expect(reason("folder") == .isFolder)
    #expect(reason("pipe") == .notAFile)
    #expect(reason("no/a.csv") == .notFound)
    #expect(scratch.names == ["folder", "pipe"])
  }

  @Test func `addresses of the web are read only`() throws {
    let address = try SourceAddress("https://h/a.csv", in: "/", home: "/")
    #expect(
      failure { () throws(FetchFailure) in
        try publishing.publish([], as: Release(of: ""), after: nil, to: address)
      }?.reason == .cannotPublish)
  }
}

@Suite(.enabled(if: Origin.hasGit, "there is no git here"))
struct PublishingToGitTests {
  private let origin: Origin

  init() throws { origin = try Origin() }

  private func publish(
    _ text: String, to path: String = "kb/售后.csv", ref: String? = nil, asNobody: Bool = false
  ) throws -> Publishing.Published {
    try publish(text, to: try origin.address(path, ref: ref), asNobody: asNobody)
  }

  private func publish(
    _ text: String, to address: GitAddress, asNobody: Bool = false
  ) throws(FetchFailure) -> Publishing.Published {
    var environment = origin.environment
    if !asNobody {
      for role in ["AUTHOR", "COMMITTER"] {
        environment["GIT_\(role)_NAME"] = "李雷"
        environment["GIT_\(role)_EMAIL"] = "li@example.com"
      }
    }
    let present = try? GitTransport(
      address, cache: origin.scratch.path("present"), environment: origin.environment
    ).fetch(unless: nil)
    return try Publishing(environment: environment, temporaryFolder: origin.scratch.path("home"))
      .publish(
        Array(text.utf8), as: Release(of: text, saying: "退款话术\n\n改了三条"), after: present?.hash,
        to: .git(address)
      ).published
  }

  private func reason(
    _ path: String = "kb/售后.csv", ref: String? = nil, asNobody: Bool = false
  ) throws -> FetchFailure.Reason? {
    let address = try origin.address(path, ref: ref)
    return failure { () throws(FetchFailure) in
      try publish("text\n新\n", to: address, asNobody: asNobody)
    }?.reason
  }

  private func inOrigin(_ command: String) throws -> String {
    try origin.scratch.shell("git -C origin.git \(command)").trimmed
  }

  @Test func `a file is committed in one's own name, and fetched by the desks`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    try origin.commit("read me", to: "readme.md", saying: "二")
    guard case .commit(let commit, "main", "kb/售后.csv") = try publish("text\n新\n") else {
      Issue.record("not committed")
      return
    }
    #expect(try inOrigin("rev-parse main") == commit)
    #expect(try inOrigin("log -1 --format='%an|%cn|%s|%b' main") == "李雷|李雷|退款话术|改了三条")
    #expect(try inOrigin("rev-list --count main") == "3")
    // The list and its release, in one commit.
    #expect(try inOrigin("diff --name-only main^ main -- ':!readme.md' | wc -l") == "2")
    #expect(try inOrigin("show main:readme.md") == "read me")
    let file = try origin.transport().fetch(unless: nil).file
    #expect(file?.bytes == Array("text\n新\n".utf8))
    #expect(file?.author == "李雷")
    // The copy is gone.
    #expect(FolderRemoval.entries(origin.scratch.path("home")).isEmpty)
  }

  @Test func `the same bytes are not committed again`() throws {
    try origin.commit("text\n新\n", saying: "一")
    #expect(try publish("text\n新\n") == .same(place: "main"))
    #expect(try inOrigin("rev-list --count main") == "1")
  }

  @Test func `an empty repository takes its first file`() throws {
    try origin.scratch.shell("git -C origin.git symbolic-ref HEAD refs/heads/main")
    guard case .commit(_, "main", _) = try publish("text\n新\n") else {
      Issue.record("not committed")
      return
    }
    #expect(try origin.transport().fetch(unless: nil).text == "text\n新\n")
  }

  @Test func `an empty repository gets the branch that the address names`() throws {
    guard case .commit(_, "release", _) = try publish("text\n新\n", ref: "release") else {
      Issue.record("not committed")
      return
    }
    #expect(try origin.transport(ref: "release").fetch(unless: nil).text == "text\n新\n")
    #expect(try reason(ref: "other") == .noSuchRef("other"))
  }

  @Test func `another branch is written to, a tag is not`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    try origin.scratch.shell(
      "cd work; git push -q origin HEAD:draft; git tag v1; git push -q origin v1")
    _ = try publish("text\n新\n", ref: "refs/heads/draft")
    #expect(try origin.transport(ref: "draft").fetch(unless: nil).text == "text\n新\n")
    #expect(try origin.transport(ref: "main").fetch(unless: nil).text == "text\n旧\n")
    #expect(try reason(ref: "v1") == .notABranch("v1"))
    #expect(try reason(ref: "none") == .noSuchRef("none"))
  }

  @Test func `who comes second is told to fetch first`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    let git = try origin.scratch.shell("command -v git").trimmed
    try origin.install(
      "git",
      """
      case "$*" in *' push '*)
        cd '\(origin.scratch.path("work"))'
        env -u GIT_INDEX_FILE \(git) commit -q --allow-empty -m other
        \(git) push -q origin HEAD:main;;
      esac
      exec \(git) "$@"
      """)
    #expect(try reason() == .publishedMeanwhile)
    #expect(try inOrigin("log -1 --format=%s main") == "other")
  }

  @Test func `what the server's hook refuses is told in its words`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    try origin.scratch.shell(
      """
      printf '#!/bin/sh\\necho 主管未批准 >&2\\nexit 1\\n' > origin.git/hooks/pre-receive
      chmod 755 origin.git/hooks/pre-receive
      """)
    guard case .git(let detail) = try reason() else {
      Issue.record("not refused")
      return
    }
    #expect(detail.contains("主管未批准"))
  }

  @Test func `without a name nothing is committed`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    #expect(try reason(asNobody: true) == .noIdentity)
    #expect(try inOrigin("rev-list --count main") == "1")
    // The settings of git name one as well.
    try origin.scratch.write(
      "[user]\n\tname = 韩梅梅\n\temail = han@example.com\n", to: "home/.gitconfig")
    _ = try publish("text\n新\n", asNobody: true)
    #expect(try inOrigin("log -1 --format=%an main") == "韩梅梅")
  }

  @Test func `a link in the repository leads nowhere`() throws {
    try origin.commit("text\n旧\n", saying: "一")
    try origin.scratch.shell(
      """
      mkdir outside
      cd work
      ln -s ../outside out
      ln -s ../outside/a.csv link.csv
      git add -A
      git commit -q -m links
      git push -q origin HEAD:main
      """)
    #expect(try reason("link.csv") == .notAFile)
    #expect(try reason("kb") == .isFolder)
    #expect(try reason("out/a.csv") != nil)
    #expect(FolderRemoval.entries(origin.scratch.path("outside")).isEmpty)
  }
}

extension Fetched {
  /// SHA-256 of the file that came.
  var hash: String? {
    if case .file(let file) = self { SHA256(of: file.bytes).digits } else { nil }
  }
}

extension Release {
  /// One of a text, as whoever publishes makes it.
  init(of text: String, saying message: String = "", accepted: [String: Int] = [:]) {
    self.init(
      hash: SHA256(of: Array(text.utf8)).digits, by: "ann", at: "2026-11-30T10:00:00Z",
      message: message, counts: [:], accepted: accepted)
  }
}

extension String {
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
