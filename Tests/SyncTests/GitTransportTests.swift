import Glibc
import Testing

@testable import Sync

@Suite(.enabled(if: Origin.hasGit, "there is no git here"))
struct GitTransportTests {
  @Test func `a file is fetched with who made it and why`() throws {
    let origin = try Origin()
    try origin.commit("text\n旧\n", saying: "第一版")
    try origin.commit("text\n新\n", saying: "第二版")
    let file = try #require(try origin.transport().fetch(unless: nil).file)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "text\n新\n")
    #expect(file.author == "王芳")
    #expect(file.message == "第二版")
    #expect(file.tag != nil)
  }

  @Test func `no subject is too long for a desk`() throws {
    let origin = try Origin()
    try origin.scratch.shell("head -c 70000 /dev/zero | tr '\\0' x > long")
    try origin.commit("text\n一\n", saying: "一")
    try origin.scratch.shell(
      "cd work; git commit -q --allow-empty -F ../long; git push -q origin HEAD:main")
    let file = try #require(try origin.transport().fetch(unless: nil).file)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "text\n一\n")
    #expect(file.message.hasPrefix("xxx"))
    #expect(file.message.count <= GitCommitNote.mostColumns)
  }

  @Test func `a commit that leaves the file as it was is no news`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    let transport = try origin.transport()
    let tag = try transport.fetch(unless: nil).file?.tag
    #expect(try transport.fetch(unless: tag) == .unchanged())
    // Nothing was sent that is here already.
    let packs = FolderRemoval.entries(
      origin.scratch.path("cache/\(try origin.cached)/objects/pack"))
    #expect(packs.count { $0.hasSuffix(".pack") } == 1)
    try origin.commit("x", to: "readme.md", saying: "二")
    #expect(try transport.fetch(unless: tag) == .unchanged())
    try origin.commit("text\n三\n", saying: "三")
    #expect(try transport.fetch(unless: tag).text == "text\n三\n")
  }

  @Test func `a history that was pushed by force is followed`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    let transport = try origin.transport(ref: "main")
    let tag = try transport.fetch(unless: nil).file?.tag
    try origin.scratch.shell(
      """
      cd work
      git checkout -q --orphan other
      printf 'text\\n别的\\n' > kb/售后.csv
      git add -A
      git commit -q -m other
      git push -q --force origin HEAD:main
      """)
    #expect(try transport.fetch(unless: tag).text == "text\n别的\n")
  }

  @Test func `branches, tags and refs by their full name are taken`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    try origin.scratch.shell("cd work; git tag -a -m v1 v1; git push -q origin v1")
    try origin.commit("text\n二\n", saying: "二")
    #expect(try origin.transport(ref: "v1").fetch(unless: nil).text == "text\n一\n")
    #expect(try origin.transport(ref: "main").fetch(unless: nil).text == "text\n二\n")
    #expect(try origin.transport(ref: "refs/heads/main").fetch(unless: nil).text == "text\n二\n")
  }

  @Test func `a missing ref, path or repository is called so`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    #expect(
      failure { () throws(FetchFailure) in
        try GitTransport.fetching(origin, "kb/售后.csv", ref: "release")
      }?.reason == .noSuchRef("release"))
    #expect(
      failure { () throws(FetchFailure) in try GitTransport.fetching(origin, "no.csv") }?.reason
        == .noSuchFileInRef(path: "no.csv", ref: "HEAD"))
    #expect(
      failure { () throws(FetchFailure) in try GitTransport.fetching(origin, "kb") }?.reason
        == .isFolder)
    try origin.scratch.shell("rm -rf origin.git")
    #expect(
      failure { () throws(FetchFailure) in try GitTransport.fetching(origin, "no.csv") }?.reason
        == .notFound)
  }

  @Test func `of two hundred commits one is fetched`() throws {
    let origin = try Origin()
    try origin.commit("text\n0\n", saying: "0")
    try origin.scratch.shell(
      """
      cd work
      i=1
      while test $i -le 200; do
        printf 'text\\n%s\\n' $i > kb/售后.csv
        git commit -q -a -m $i
        i=$((i + 1))
      done
      git push -q origin HEAD:main
      """)
    #expect(try origin.transport().fetch(unless: nil).text == "text\n200\n")
    // One commit, the top folder, the folder and the file.
    let count = try origin.scratch.shell(
      "git -C cache/\(origin.cached) --git-dir=. count-objects -v | grep in-pack")
    #expect(count == "in-pack: 4\n")
  }

  @Test func `a file beyond the limit is not read`() throws {
    let origin = try Origin()
    try origin.commit(String(repeating: "x", count: 101), saying: "x")
    #expect(
      failure { () throws(FetchFailure) in
        try GitTransport.fetching(origin, "kb/售后.csv", limit: 100)
      }?.reason == .tooLarge(limit: 100))
    #expect(try origin.transport(limit: 101).fetch(unless: nil).file?.bytes.count == 101)
  }

  @Test func `a repository beyond the limit is not fetched to its end`() throws {
    let origin = try Origin()
    // What cannot be compressed.
    try origin.scratch.shell("mkdir -p work/kb; head -c 400000 /dev/urandom > work/kb/other.bin")
    try origin.commit("text\n一\n", saying: "一")
    let small = try origin.transport(packLimit: 100_000)
    let reason = failure { () throws(FetchFailure) in try small.fetch(unless: nil) }?.reason
    #expect(reason == .repositoryTooLarge(limit: 100_000))
    // Not even what came of it stays.
    #expect(!FolderRemoval.entries(origin.scratch.path("cache")).contains { $0.hasSuffix(".git") })
    #expect(try origin.transport().fetch(unless: nil).text == "text\n一\n")
  }

  @Test func `a damaged cache is made anew`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    let transport = try origin.transport()
    _ = try transport.fetch(unless: nil)
    let cached = try origin.cached
    // As a git leaves them that was killed, or a disk that was full.
    for damage in ["touch shallow.lock", "rm -rf objects", "echo junk > shallow", "rm config"] {
      try origin.scratch.shell("cd cache/\(cached); \(damage)")
      #expect(try transport.fetch(unless: nil).text == "text\n一\n", "\(damage)")
    }
  }

  @Test func `the cache is for this user alone, and does not grow for ever`() throws {
    let origin = try Origin()
    let transport = try origin.transport()
    for number in 0..<40 {
      try origin.commit("text\n\(number)\n", saying: "\(number)")
      #expect(try transport.fetch(unless: nil).text == "text\n\(number)\n")
    }
    let cached = try origin.cached
    #expect(try origin.scratch.mode("cache") == 0o700)
    #expect(try origin.scratch.mode("cache/\(cached)") == 0o700)
    let packs = FolderRemoval.entries(origin.scratch.path("cache/\(cached)/objects/pack"))
    #expect((1...33).contains(packs.filter { $0.hasSuffix(".pack") }.count))
  }
}

extension GitTransport {
  /// A fetch of which every failure is the transport's.
  static func fetching(
    _ origin: Origin, _ path: String, ref: String? = nil, limit: Int = 1 << 20, seconds: Int = 60
  ) throws(FetchFailure) -> Fetched {
    guard let transport = try? origin.transport(path, ref: ref, limit: limit, seconds: seconds)
    else { throw FetchFailure(.git(detail: "bad address in the test")) }
    return try transport.fetch(unless: nil)
  }
}
