import Foundation
import Phrases
import Store
import Testing

@testable import Sync

@Suite(
  .serialized, .timeLimit(.minutes(2)), .enabled(if: Nginx.program != nil, "there is no nginx here")
)
struct NginxTests {
  private let nginx: Nginx

  init() throws { nginx = try Nginx() }

  private func list(_ count: Int) -> String {
    "title,text\n" + (0..<count).map { "标题\($0),内容\($0)，请稍等。\n" }.joined()
  }

  @Test func `An unchanged file costs one request, a 304 and under 1,500 bytes`() throws {
    try nginx.scratch.write(list(20), to: "kb/phrases.csv")
    let url = nginx.url("phrases.csv")
    let first = fetch(url)
    #expect(first.text == list(20))
    let tag = try #require(first.file?.tag)
    #expect(fetch(url, unless: tag) == .success(.unchanged()))
    #expect(fetch(url, unless: tag) == .success(.unchanged()))
    let answered = try nginx.answered()
    #expect(answered.map(\.status) == [200, 304, 304])
    let wire = try #require(answered.last).onTheWire
    #expect(wire < 1_500)
    // A measured figure of docs/scale.md; it changes with the headers of either side.
    #expect((200..<700).contains(wire), "\(wire) bytes")
  }

  @Test func `A desk takes over a changed file, and writes nothing for an unchanged one`() throws {
    let folder = URL(filePath: nginx.scratch.path("store"))
    let store = try Store.open(at: folder.appending(path: "phrases.sqlite").path)
    _ = try store.connect(Source(name: "kb", address: nginx.url("phrases.csv")))
    let sync = SourceSync(
      store: store, language: .english, now: { 100 },
      transports: { HTTPTransport($0.address, options: options()) })
    func run() throws -> SyncReport { try sync.sync(try #require(try store.sources().first)) }
    func stored() throws -> [Data] {
      try ["phrases.sqlite", "phrases.sqlite-wal"].map {
        try Data(contentsOf: folder.appending(path: $0))
      }
    }

    try nginx.scratch.write(list(20), to: "kb/phrases.csv")
    #expect(try run().isChange)
    let before = try stored()
    for _ in 0..<3 { #expect(try !run().isChange) }
    #expect(try stored() == before)
    try nginx.scratch.write(list(21), to: "kb/phrases.csv", isOld: false)
    guard case .accepted(version: 2, let difference) = try run().outcome else {
      Issue.record("the change was not seen")
      return
    }
    #expect(difference.added.count == 1)
    // With each new list its releases are asked for, of which there are none.
    #expect(try nginx.answered().map(\.status) == [200, 404, 304, 304, 304, 200, 404])
  }

  @Test func `A packed file beside the plain one is fetched, as a state of its own`() throws {
    let text = list(2_000)
    try nginx.scratch.shell("mkdir kb/packed")
    try nginx.scratch.write(text, to: "kb/packed/phrases.csv")
    try nginx.scratch.shell("gzip -9 -n -k kb/packed/phrases.csv")
    // Another size and another time, so that nginx calls it otherwise.
    try nginx.scratch.setTime(of: "kb/packed/phrases.csv.gz", seconds: 1_700_000_100)
    let url = nginx.url("packed/phrases.csv")
    let packed = try #require(fetch(url).file)
    #expect(String(decoding: packed.bytes, as: UTF8.self) == text)
    #expect(fetch(url, unless: packed.tag) == .success(.unchanged()))
    // Without the packed one the plain one comes, under another name.
    try nginx.scratch.shell("rm kb/packed/phrases.csv.gz")
    let plain = try #require(fetch(url, unless: packed.tag).file)
    #expect(plain.bytes == packed.bytes)
    #expect(plain.tag != packed.tag)
    let answered = try nginx.answered()
    #expect(answered.map(\.status) == [200, 304, 200])
    #expect(answered[0].sent < text.utf8.count / 3)
    #expect(answered[2].sent > text.utf8.count)
  }

  @Test func `What is not there and what is forbidden are said in one sentence each`() throws {
    try nginx.scratch.shell("mkdir kb/closed")
    try nginx.scratch.write(list(3), to: "kb/closed/phrases.csv")
    let missing = try #require(fetch(nginx.url("phrases.csv")).failure)
    let closed = try #require(fetch(nginx.url("closed/phrases.csv")).failure)
    #expect(missing.reason == .notFound)
    #expect(closed.reason == .needsCredentials(status: 403))
    #expect(
      missing.sentence(.english, source: "kb")
        == "kb: there is no such file; check the name, or ask who publishes it.")
    #expect(
      closed.sentence(.english, source: "kb")
        == "kb: the server wants other credentials (status 403); check the token, or the name and"
        + " password.")
    #expect(try nginx.answered().map(\.status) == [404, 403])
  }

  @Test func `A page in place of the file is no file`() throws {
    try nginx.scratch.write("<!DOCTYPE html><title>Log in</title>", to: "kb/phrases.html")
    #expect(fetch(nginx.url("phrases.html")).reason == .isPage)
  }

  @Test func `A server that is stopped is said so, and is well again once it is back`() throws {
    try nginx.scratch.write(list(3), to: "kb/phrases.csv")
    let url = nginx.url("phrases.csv")
    let tag = fetch(url).file?.tag
    try nginx.stop()
    #expect(fetch(url, unless: tag).reason == .noConnection("127.0.0.1"))
    try nginx.start()
    // The file is still the one it was.
    #expect(fetch(url, unless: tag) == .success(.unchanged()))
    try nginx.scratch.write(list(4), to: "kb/phrases.csv", isOld: false)
    #expect(fetch(url, unless: tag).text == list(4))
  }
}
