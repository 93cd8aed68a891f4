import Glibc
import Testing

@testable import Sync

@Suite struct FileWatchTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Whether the descriptor is readable now: inotify tells before the system call returns.
  private func isReadable(_ watch: FileWatch) -> Bool {
    var descriptor = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1
  }

  @Test func `a file that is written, replaced or made again is told`() throws {
    let path = try scratch.write("x", to: "a.csv")
    let watch = try #require(FileWatch(path: path))
    #expect(!isReadable(watch))
    #expect(watch.read() == .none)

    try scratch.write("y", to: "a.csv")
    #expect(isReadable(watch))
    #expect(watch.read() == .changed)
    #expect(!isReadable(watch))

    try scratch.write("z", to: "draft")
    #expect(watch.read() == .none)
    try #require(rename(scratch.path("draft"), path) == 0)
    #expect(watch.read() == .changed)

    unlink(path)
    #expect(watch.read() == .none)
    try scratch.write("w", to: "a.csv")
    #expect(watch.read() == .changed)
  }

  @Test func `a file that is not there yet is told when it appears`() throws {
    let watch = try #require(FileWatch(path: scratch.path("later.csv")))
    try scratch.write("x", to: "other.csv")
    #expect(watch.read() == .none)
    let file = try #require(fopen(scratch.path("later.csv"), "we"))
    // Made, and empty still.
    #expect(watch.read() == .none)
    fputs("x", file)
    fclose(file)
    #expect(watch.read() == .changed)
  }

  @Test func `a link that is put in its place is told at once`() throws {
    try scratch.write("x", to: "a.csv")
    let watch = try #require(FileWatch(path: scratch.path("kb.csv")))
    try #require(symlink("a.csv", scratch.path("kb.csv")) == 0)
    #expect(watch.read() == .changed)
    unlink(scratch.path("kb.csv"))
    _ = watch.read()
    try #require(link(scratch.path("a.csv"), scratch.path("kb.csv")) == 0)
    #expect(watch.read() == .changed)
  }

  @Test func `what a link points to is watched, also after the link was changed`() throws {
    for folder in ["one", "two"] {
      try #require(mkdir(scratch.path(folder), 0o700) == 0)
      try scratch.write("x", to: "\(folder)/real.csv")
    }
    try #require(symlink("one/real.csv", scratch.path("kb.csv")) == 0)
    let watch = try #require(FileWatch(path: scratch.path("kb.csv")))
    try scratch.write("y", to: "one/real.csv")
    #expect(watch.read() == .changed)
    try #require(symlink("two/real.csv", scratch.path("next")) == 0)
    try #require(rename(scratch.path("next"), scratch.path("kb.csv")) == 0)
    #expect(watch.read() == .changed)
    try scratch.write("z", to: "one/real.csv")
    #expect(watch.read() == .none)
    try scratch.write("z", to: "two/real.csv")
    #expect(watch.read() == .changed)
  }

  @Test func `a folder that is missing, or goes, is said so`() throws {
    #expect(FileWatch(path: scratch.path("no/a.csv")) == nil)
    try #require(mkdir(scratch.path("folder"), 0o700) == 0)
    let watch = try #require(FileWatch(path: scratch.path("folder/a.csv")))
    try #require(rmdir(scratch.path("folder")) == 0)
    #expect(watch.read() == .ended)
  }

  @Test func `a folder that is moved away ends the watch`() throws {
    try #require(mkdir(scratch.path("folder"), 0o700) == 0)
    let watch = try #require(FileWatch(path: scratch.path("folder/a.csv")))
    try #require(rename(scratch.path("folder"), scratch.path("old")) == 0)
    #expect(watch.read() == .ended)
  }

  @Test func `more events than fit in one reading are all read`() throws {
    let path = scratch.path("a.csv")
    let watch = try #require(FileWatch(path: path))
    for number in 0..<500 { try scratch.write("x", to: "a file with a long name \(number)") }
    try scratch.write("x", to: "a.csv")
    #expect(watch.read() == .changed)
    #expect(!isReadable(watch))
    watch.close()
    #expect(watch.descriptor == -1)
    #expect(watch.read() == .none)
  }
}
