import Glibc
import Phrases
import Testing

@testable import Sync

/// Attachments beside lists of every kind, and the cache.
@Suite struct AttachmentTests {
  private let scratch: Scratch
  private static let png: [UInt8] =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 2, 88, 0, 0, 3, 32, 8, 6, 0, 0, 0]

  init() throws { scratch = try Scratch() }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let file = try #require(fopen(scratch.path(name), "we"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  private func failure(_ name: String, by transport: any Transport) -> AttachmentFailure? {
    do throws(AttachmentFailure) {
      _ = try AttachmentFile(named: name, by: transport)
      return nil
    } catch {
      return error
    }
  }

  // MARK: - Beside a file

  @Test func `A picture beside a list is found, and told by its bytes`() throws {
    try scratch.shell("mkdir -p kb/图片")
    try scratch.write("text\n一\n", to: "kb/list.csv")
    try write(Self.png, to: "kb/图片/尺码表.jpg")
    try scratch.shell("ln -s kb/list.csv link.csv")
    for list in ["kb/list.csv", "link.csv"] {
      let file = try AttachmentFile(
        named: "图片\\尺码表.jpg", by: PathTransport(path: scratch.path(list)))
      #expect(file.kind == .png && file.bytes == Self.png)
      #expect(file.pixels == PictureSize(columns: 600, rows: 800))
      #expect(file.path?.hasSuffix("/kb/图片/尺码表.jpg") == true)
    }
  }

  @Test func `What is no file beside it, or leads away, is refused and nothing is opened`() throws {
    try scratch.shell(
      """
      mkdir -p kb/folder; echo secret > outside; mkfifo kb/pipe; : > kb/empty
      ln -s ../outside kb/out; ln -s /etc kb/etc; ln -s pipe kb/topipe; printf '#!/bin/sh\\n' > kb/run.png
      printf x > kb/small; ln -s small kb/inside; head -c 21000000 /dev/zero > kb/big
      """)
    try scratch.write("text\n一\n", to: "kb/list.csv")
    let transport = PathTransport(path: scratch.path("kb/list.csv"))
    let expected: [(String, AttachmentFlaw?)] = [
      ("none.png", .missing), ("folder", .notAFile), ("pipe", .notAFile), ("topipe", .notAFile),
      ("empty", .empty), ("out", .linkLeadsOut), ("etc/passwd", .linkLeadsOut),
      ("../outside", .leavesFolder), ("run.png", .program), ("small/x", .missing),
      ("big", .tooLarge(limit: 20 << 20)), ("inside", nil), ("https://h.example/a.png", .elsewhere),
      ("folder/../../outside", .leavesFolder), (scratch.path("outside"), .notBesideList),
    ]
    for (name, flaw) in expected {
      #expect(failure(name, by: transport) == flaw.map { .flaw($0) }, "\(name)")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func `What may not be read is said`() throws {
    try scratch.write("text\n一\n", to: "list.csv")
    try scratch.write("x", to: "a.png")
    try scratch.shell("chmod 000 a.png")
    let said = failure("a.png", by: PathTransport(path: scratch.path("list.csv")))
    #expect(said == .fetch(FetchFailure(.noRights)))
  }

  // MARK: - Git

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `A picture of a list in git is that of its commit`() throws {
    let origin = try Origin()
    try origin.commit("text\n旧\n", saying: "一")
    try origin.commit("GIF89a first", to: "kb/图片/a.gif", saying: "二")
    let transport = try origin.transport()
    _ = try transport.fetch(unless: nil)
    let file = try AttachmentFile(named: "图片/a.gif", by: transport)
    #expect(file.kind == .gif && file.bytes == Array("GIF89a first".utf8))
    #expect(failure("a.gif", by: transport) == .flaw(.missing))
    #expect(failure("图片", by: transport) == .flaw(.notAFile))
    #expect(failure("../readme.md", by: transport) == .flaw(.leavesFolder))
    // What is pushed since belongs to a commit that nobody has taken yet.
    try origin.commit("GIF89a second", to: "kb/图片/a.gif", saying: "三")
    #expect(try AttachmentFile(named: "图片/a.gif", by: transport).bytes == file.bytes)
  }

  // MARK: - The web

  @Test
  func `A picture of a list of the web comes from its server with its credentials, from no other`()
    throws
  {
    let other = FaultServer(answer(Self.png))
    let server = FaultServer { request, client in
      client.send(
        request.hasPrefix("GET /%E5%9B%BE/a%20b.png ")
          ? answer(Self.png) : answer("", status: "404 Not Found"))
    }
    let transport = HTTPTransport(
      server.url, options: options(credentials: Secret("t0ken").map { .bearer($0) }))
    let file = try AttachmentFile(named: "图/a b.png", by: transport)
    #expect(file.bytes == Self.png && file.path == nil)
    #expect(server.requests.allSatisfy { $0.contains("Authorization: Bearer t0ken") })
    let absolute = server.url.replacing("kb.csv", with: "图/a b.png")
    #expect(try AttachmentFile(named: absolute, by: transport).bytes == Self.png)
    #expect(failure("none.png", by: transport) == .flaw(.missing))
    #expect(failure(other.url, by: transport) == .flaw(.elsewhere))
    #expect(other.requests.isEmpty)
    #expect(
      transport.address(of: .beside(["图", "a b.png"]))?.hasSuffix("/%E5%9B%BE/a%20b.png") == true)
    // Beside an address with a query there is nothing.
    let signed = HTTPTransport(server.url + "?signature=1", options: options())
    #expect(failure("a.png", by: signed) == .flaw(.elsewhere))
  }

  @Test func `A redirect takes the credentials nowhere else, and a large answer ends early`() throws
  {
    let other = FaultServer(answer(Self.png))
    let target = other.url
    let server = FaultServer { _, client in client.send(redirect(302, to: target)) }
    let transport = HTTPTransport(
      server.url, options: options(credentials: Secret("t0ken").map { .bearer($0) }))
    #expect(try AttachmentFile(named: "a.png", by: transport).bytes == Self.png)
    #expect(other.requests.allSatisfy { !$0.lowercased().contains("authorization") })
    let large = FaultServer("HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\nx")
    #expect(
      failure("a.png", by: HTTPTransport(large.url, options: options()))
        == .flaw(.tooLarge(limit: 20 << 20)))
  }

  @Test(arguments: Fault.broken)
  func `Every fault of a server is a sentence, and the kept picture stays in use`(_ fault: Fault)
    throws
  {
    guard !Fault.slow.contains(where: { $0.testDescription == fault.testDescription }) else {
      return
    }
    let good = FaultServer(answer(Self.png, "ETag: \"1\""))
    let cache = AttachmentCache(folder: scratch.path("cache"))
    let name = AttachmentName.beside(["a.png"])
    let kept = try cache.file(name, of: "list", by: HTTPTransport(good.url, options: options()))
    #expect(kept.path != nil)
    try age(of: "cache")
    let server = FaultServer(fault.script)
    let transport = HTTPTransport(server.url, options: options())
    #expect(try cache.file(name, of: "list", by: transport) == kept)
    let said = try #require(failure("a.png", by: transport))
    for language in Language.allCases {
      #expect(said.sentence(language, name: "a.png").contains("a.png"))
    }
  }

  // MARK: - The cache

  /// Makes all tags old enough to be asked for again.
  private func age(of folder: String) throws {
    try scratch.shell("touch -d '1 hour ago' \(folder)/*.tag")
  }

  @Test
  func `A fetched picture is used without asking, then asked for, and one that is new replaces it`()
    throws
  {
    let count = Counter()
    let server = FaultServer { request, client in
      count.add()
      if request.contains("If-None-Match: \"1\""), count.value < 3 {
        client.send("HTTP/1.1 304 Not Modified\r\n\r\n")
      } else {
        client.send(answer(count.value < 3 ? Self.png : Array("GIF89a".utf8), "ETag: \"1\""))
      }
    }
    let cache = AttachmentCache(folder: scratch.path("cache"))
    let transport = HTTPTransport(server.url, options: options())
    func file() throws -> AttachmentFile {
      try cache.file(.beside(["图片", "a.png"]), of: "list", by: transport)
    }
    #expect(try file().kind == .png && file().kind == .png)
    #expect(count.value == 1)
    #expect(try file().path?.hasSuffix("/a.png") == true)
    try age(of: "cache")
    #expect(try file().kind == .png)
    #expect(count.value == 2)
    try age(of: "cache")
    #expect(try file().kind == .gif)
    // The same name of another list is another picture.
    _ = try cache.file(.beside(["图片", "a.png"]), of: "other", by: transport)
    #expect(count.value == 4)
  }

  @Test func `The ones that were not used for longest go, and never the one that is wanted`() throws
  {
    let server = FaultServer(answer(Self.png + [UInt8](repeating: 7, count: 1_000)))
    let transport = HTTPTransport(server.url, options: options())
    let cache = AttachmentCache(folder: scratch.path("cache"), mostBytes: 2_500)
    var paths: [String] = []
    for number in 0..<4 {
      let file = try cache.file(.beside(["\(number).png"]), of: "list", by: transport)
      let path = try #require(file.path)
      paths.append(path)
      let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
      try scratch.shell("touch -d '\(10 - number) hours ago' \(folder)")
    }
    #expect(paths.map { access($0, F_OK) == 0 } == [false, false, true, true])
  }

  @Test func `Where nothing can be kept the picture is there all the same`() throws {
    let server = FaultServer(answer(Self.png))
    try scratch.write("no folder", to: "cache")
    let cache = AttachmentCache(folder: scratch.path("cache"))
    let file = try cache.file(
      .beside(["a.png"]), of: "list", by: HTTPTransport(server.url, options: options()))
    #expect(file.bytes == Self.png && file.path == nil)
  }

  @Test func `Nothing of fifty names is made outside of the cache`() throws {
    try scratch.shell("mkdir in")
    let server = FaultServer(answer(Self.png))
    let transport = HTTPTransport(server.url, options: options())
    let cache = AttachmentCache(folder: scratch.path("in/cache"))
    let names = (0..<50).map { number in
      [
        "../../x\(number)", "..\\..\\x\(number)", "/tmp/x\(number)", "a/../../x\(number)",
        "C:\\x\(number)",
      ][number % 5]
    }
    for name in names {
      #expect(throws: AttachmentFlaw.self) {
        _ = try cache.file(try AttachmentName(name), of: "list", by: transport)
      }
    }
    #expect(server.requests.isEmpty && scratch.names == ["in"])
  }

  @Test func `What a place says of an attachment is a flaw of it, or a failure on the way`() {
    #expect(AttachmentFailure(FetchFailure(.isFolder)) == .flaw(.notAFile))
    #expect(AttachmentFailure(FetchFailure(.noGit)) == .fetch(FetchFailure(.noGit)))
  }

  // MARK: - Publishing

  private func release(_ text: String) -> Release {
    Release(
      hash: SHA256(of: Array(text.utf8)).digits, by: "王芳", at: "2026-12-01T09:00:00+08:00",
      message: "图", counts: [:], accepted: [:])
  }

  @Test func `Pictures go out beside the list, before it, and through no link`() throws {
    try scratch.shell("mkdir -p mine/图片 place elsewhere")
    try write(Self.png, to: "mine/图片/a.png")
    let text = "text,attachments\n一,图片/a.png;none.png;../x\n二,图片/a.png\n"
    try scratch.write(text, to: "mine/list.csv")
    let phrases = [
      Phrase(
        key: PhraseKey(source: "f", id: "1"), title: "一", text: "一",
        attachments: ["图片/a.png", "none.png", "../x", "图片/a.png"])
    ]
    let attachments = PublishedAttachment.all(of: phrases, beside: scratch.path("mine/list.csv"))
    #expect(attachments.map(\.parts) == [["图片", "a.png"]])
    let publishing = Publishing(
      environment: ["PATH": "/usr/bin:/bin"], temporaryFolder: scratch.path("tmp"))
    let place = scratch.path("place/list.csv")
    _ = try publishing.publish(
      Array(text.utf8), as: release(text), after: nil, to: .path(place), with: attachments)
    #expect(try AttachmentFile(named: "图片/a.png", by: PathTransport(path: place)).bytes == Self.png)
    // Where a link stands in place of the folder nothing is written behind it.
    try scratch.shell("rm -r place; mkdir place; ln -s ../elsewhere place/图片")
    #expect(throws: FetchFailure.self) {
      try publishing.publish(
        Array(text.utf8), as: release(text), after: nil, to: .path(place), with: attachments)
    }
    #expect(access(scratch.path("elsewhere/a.png"), F_OK) != 0 && access(place, F_OK) != 0)
  }

  @Test(.enabled(if: Origin.hasGit, "there is no git here"))
  func `In git they are one commit with the list, and an exchanged one is a commit of its own`()
    throws
  {
    let origin = try Origin()
    try origin.commit("text\n旧\n", saying: "一")
    let scratch = origin.scratch
    let publishing = Publishing(
      environment: origin.environment.merging([
        "GIT_AUTHOR_NAME": "王芳", "GIT_AUTHOR_EMAIL": "w@example.com", "GIT_COMMITTER_NAME": "王芳",
        "GIT_COMMITTER_EMAIL": "w@example.com",
      ]) { one, _ in one }, temporaryFolder: scratch.path("tmp"))
    let text = "text,attachments\n一,图片/a.gif\n"
    func publish(_ picture: String, after: String?) throws -> Publishing.Outcome {
      try publishing.publish(
        Array(text.utf8), as: release(text), after: after, to: .git(try origin.address()),
        with: [PublishedAttachment(parts: ["图片", "a.gif"], bytes: Array(picture.utf8))])
    }
    let first = try publish("GIF89a 1", after: SHA256(of: Array("text\n旧\n".utf8)).digits)
    #expect(first.release != nil)
    let transport = try origin.transport()
    _ = try transport.fetch(unless: nil)
    #expect(try AttachmentFile(named: "图片/a.gif", by: transport).bytes == Array("GIF89a 1".utf8))
    let hash = SHA256(of: Array(text.utf8)).digits
    if case .same = try publish("GIF89a 1", after: hash).published {
    } else {
      Issue.record("published twice")
    }
    let second = try publish("GIF89a 2", after: hash)
    #expect(second.release == nil)
    _ = try transport.fetch(unless: nil)
    #expect(try AttachmentFile(named: "图片/a.gif", by: transport).bytes == Array("GIF89a 2".utf8))
  }
}
