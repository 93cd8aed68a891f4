import Glibc
import Phrases
import Synchronization
import Testing

@testable import Sync

@Suite struct PathTransportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func reason(_ path: String, limit: Int = 100) -> FetchFailure.Reason? {
    failure { () throws(FetchFailure) in
      try PathTransport(path: path, limit: limit).fetch(unless: nil)
    }?.reason
  }

  @Test func `a file is fetched, and not read again while it is the same`() throws {
    let path = try scratch.write("text\n一\n", to: "a.csv")
    let count = Counter()
    let transport = PathTransport(path: path, limit: 100) { count.add() }
    let file = try #require(try transport.fetch(unless: nil).file)
    #expect(file.bytes == Array("text\n一\n".utf8))
    #expect(file.tag != nil)
    #expect(try transport.fetch(unless: file.tag) == .unchanged())
    #expect(count.value == 1)
  }

  @Test func `another size, time or file is news`() throws {
    let path = try scratch.write("text\n一\n", to: "a.csv")
    let transport = PathTransport(path: path)
    var tag = try transport.fetch(unless: nil).file?.tag
    try scratch.write("text\n二二\n", to: "a.csv")
    #expect(try transport.fetch(unless: tag).text == "text\n二二\n")
    tag = try transport.fetch(unless: nil).file?.tag
    try scratch.setTime(of: "a.csv", seconds: 1_700_000_000, nanoseconds: 1)
    tag = try #require(try transport.fetch(unless: tag).file?.tag)
    try scratch.write("text\n三三\n", to: "b.csv")
    try scratch.setTime(of: "b.csv", seconds: 1_700_000_000, nanoseconds: 1)
    try #require(rename(scratch.path("b.csv"), path) == 0)
    #expect(try transport.fetch(unless: tag).text == "text\n三三\n")
  }

  @Test func `a file that was changed just now has no name yet`() throws {
    let path = try scratch.write("text\n一\n", to: "a.csv", isOld: false)
    let file = try PathTransport(path: path).fetch(unless: nil).file
    #expect(file != nil)
    #expect(file?.tag == nil)
  }

  @Test func `a file replaced while it is read is read again`() throws {
    let path = try scratch.write("text\n旧\n", to: "a.csv")
    let count = Counter()
    let transport = PathTransport(path: path, limit: 100) { [scratch] in
      guard count.add() == 1 else { return }
      _ = try? scratch.write("text\n新\n", to: "b.csv")
      rename(scratch.path("b.csv"), path)
    }
    #expect(try transport.fetch(unless: nil).text == "text\n新\n")
    #expect(count.value == 2)
  }

  @Test func `a file that keeps growing is given up after three times`() throws {
    let path = try scratch.write("x", to: "a.csv")
    let count = Counter()
    let transport = PathTransport(path: path, limit: 100) { [scratch] in
      _ = try? scratch.write(String(repeating: "x", count: count.add() + 1), to: "a.csv")
    }
    #expect(
      failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason
        == .keepsChanging)
    #expect(count.value == 3)
  }

  @Test func `a file that goes away while it is read is missing`() throws {
    let path = try scratch.write("x", to: "a.csv")
    let transport = PathTransport(path: path, limit: 100) { unlink(path) }
    #expect(
      failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason == .notFound)
  }

  @Test func `what is no file, too long or out of reach is called so`() throws {
    #expect(reason(scratch.path("no.csv")) == .notFound)
    #expect(reason(scratch.folder) == .isFolder)
    #expect(reason("/dev/null") == .notAFile)
    try #require(mkfifo(scratch.path("pipe"), 0o600) == 0)
    #expect(reason(scratch.path("pipe")) == .notAFile)
    try scratch.write(String(repeating: "x", count: 101), to: "long.csv")
    #expect(reason(scratch.path("long.csv")) == .tooLarge(limit: 100))
    #expect(reason(try scratch.write("x", to: "a.csv") + "/b.csv") == .notFound)
    try #require(symlink("loop", scratch.path("loop")) == 0)
    #expect(reason(scratch.path("loop")) == .notReadable(errno: ELOOP))
    #expect(FetchFailure(errno: EACCES).reason == .noRights)
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may read everything"))
  func `a file of others is not ours to read`() throws {
    let path = try scratch.write("x", to: "a.csv")
    chmod(path, 0)
    #expect(reason(path) == .noRights)
  }

  @Test func `a link is followed`() throws {
    try scratch.write("text\n一\n", to: "a.csv")
    try #require(symlink("a.csv", scratch.path("link.csv")) == 0)
    #expect(
      try PathTransport(path: scratch.path("link.csv")).fetch(unless: nil).text == "text\n一\n")
  }
}

/// A count that closures of tests share.
final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  /// Counts one more, and gives the new count.
  @discardableResult
  func add() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
