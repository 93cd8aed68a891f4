import Glibc
import Testing

@testable import Sync

@Suite struct ReleaseListTests {
  private func release(
    _ number: Int, _ hash: String, base: String = "", counts: [String: Int] = [:],
    accepted: [String: Int] = [:]
  ) -> Release {
    Release(
      number: number, hash: hash, base: base, by: "李雷", at: "2026-11-30T10:00:00Z",
      message: "double \"eleven\"\n", counts: counts, accepted: accepted)
  }

  private func list(_ releases: [Release]) throws -> ReleaseList {
    var list = ReleaseList()
    for release in releases { _ = list.add(release, after: list.releases.last?.hash) }
    return try #require(ReleaseList(list.bytes))
  }

  @Test func `it is read as it was written`() throws {
    let written = [
      release(1, "aa", counts: ["added": 3]),
      release(2, "bb", base: "aa", accepted: ["removed": 7]),
    ]
    #expect(try list(written).releases == written)
  }

  @Test func `members of later versions do not matter, what is no list of releases is none`() throws
  {
    let text = """
      {"format": 2, "releases": [{"number": 4, "hash": "aa", "due": {"x": [1]}, "by": 5},
       {"hash": "without a number"}, 7]}
      """
    let list = try #require(ReleaseList(Array(text.utf8)))
    #expect(list.releases.map(\.number) == [4])
    for broken in ["", "[", "[]", "{\"releases\": [", "{\"releases\": 3} x", "<html>"] {
      #expect(ReleaseList(Array(broken.utf8)) == nil, "\(broken)")
    }
    #expect(ReleaseList([0x7B, 0xFF]) == nil)
  }

  @Test func `the last fifty are kept, and numbers go on`() throws {
    let list = try list((1...60).map { release(0, "h\($0)") })
    #expect(list.releases.map(\.number) == Array(11...60))
  }

  @Test func `a release whose list never came is dropped by the next one`() throws {
    var list = ReleaseList()
    _ = list.add(release(0, "one"), after: nil)
    _ = list.add(release(0, "killed"), after: "one")
    #expect(list.add(release(0, "two"), after: "one").number == 2)
    #expect(list.releases.map(\.hash) == ["one", "two"])
  }

  @Test func `what was agreed to and taken back counts for nobody`() throws {
    let reasons = [HoldReason(.removed, count: 11)]
    let agreed = release(1, "b", base: "a", accepted: ["removed": 16])
    #expect(try list([agreed]).covers(reasons, from: "by hand", to: "b"))
    let back = [release(0, "a"), agreed, release(0, "a", base: "b", counts: ["added": 16])]
    #expect(try !list(back).covers(reasons, from: "by hand", to: "a"))
  }

  @Test func `a release is kept whose list somebody wrote over by hand`() throws {
    var list = ReleaseList()
    _ = list.add(release(0, "one"), after: nil)
    _ = list.add(release(0, "two"), after: "by hand")
    #expect(list.releases.map(\.hash) == ["one", "two"])
    #expect(list.releases.map(\.base) == ["", "by hand"])
  }
}

@Suite struct AcceptanceTests {
  private func list(_ steps: [(hash: String, removed: Int, accepted: Int?)]) -> ReleaseList {
    var list = ReleaseList()
    for step in steps {
      _ = list.add(
        Release(
          hash: step.hash, by: "", at: "", message: "", counts: ["removed": step.removed],
          accepted: step.accepted.map { ["removed": $0] } ?? [:]),
        after: list.releases.last?.hash)
    }
    return list
  }

  private func removed(_ count: Int) -> [HoldReason] { [HoldReason(.removed, count: count)] }

  @Test func `what one supervisor agreed to is asked of no desk`() {
    let list = list([("a", 0, nil), ("b", 198, 198)])
    #expect(list.covers(removed(198), from: "a", to: "b"))
    #expect(!list.covers(removed(199), from: "a", to: "b"))
    // What the release did not do, it did not decide.
    #expect(!list.covers([HoldReason(.codes, count: 199)], from: "a", to: "b"))
  }

  @Test func `a desk that is releases behind adds up what was agreed to on the way`() {
    let list = list([("a", 0, nil), ("b", 10, 10), ("c", 3, nil), ("d", 20, 20)])
    #expect(list.covers(removed(33), from: "a", to: "d"))
    #expect(!list.covers(removed(34), from: "a", to: "d"))
    #expect(list.covers(removed(23), from: "b", to: "d"))
    // What was too little to be asked for was decided with its release.
    #expect(list.covers(removed(3), from: "b", to: "c"))
    // What was agreed to before is of no use for what came after it.
    #expect(!list.covers(removed(4), from: "b", to: "c"))
  }

  @Test func `a desk whose list is no release takes the newest yes`() {
    let list = list([("a", 0, 50), ("b", 0, 7), ("c", 1, nil)])
    #expect(list.covers(removed(8), from: "unknown", to: "c"))
    #expect(!list.covers(removed(9), from: "unknown", to: "c"))
    #expect(list.covers(removed(7), from: nil, to: "b"))
  }

  @Test func `a desk at what the first release followed is on the way, too`() throws {
    var list = ReleaseList()
    for (hash, count) in [("b", 15), ("c", 15)] {
      _ = list.add(
        Release(hash: hash, by: "", at: "", message: "", counts: ["removed": count]),
        after: list.releases.last?.hash ?? "by hand")
    }
    #expect(list.covers(removed(30), from: "by hand", to: "c"))
    #expect(!list.covers(removed(31), from: "by hand", to: "c"))
    #expect(!list.covers(removed(1), from: "another", to: "c"))
  }

  @Test func `numbers that no list has are none`() {
    for number in ["9223372036854775807", "-1", "0", "1e3"] {
      let text = "{\"releases\": [{\"number\": \(number), \"hash\": \"aa\"}]}"
      #expect(ReleaseList(Array(text.utf8))?.releases.isEmpty == true, "\(number)")
    }
    let large =
      "{\"releases\": [{\"number\": 1, \"hash\": \"aa\", \"counts\": {\"removed\": 9223372036854775807}}]}"
    #expect(ReleaseList(Array(large.utf8))?.covers(removed(1), from: nil, to: "aa") == false)
  }

  @Test func `a list that is no release is covered by none`() {
    let list = list([("a", 0, nil), ("b", 198, 198)])
    #expect(!list.covers(removed(1), from: "a", to: "by hand"))
    // Neither is one that lies before what the desk has.
    #expect(!list.covers(removed(1), from: "b", to: "a"))
  }

  @Test func `a list that was taken back is its newest release`() {
    let list = list([("a", 0, nil), ("b", 0, nil), ("a", 30, 30)])
    #expect(list.covers(removed(30), from: "b", to: "a"))
    #expect(list.release(ofHash: "a")?.number == 3)
  }
}

@Suite struct ReleasesAtAPathTests {
  private let scratch: Scratch
  private let publishing: Publishing

  init() throws {
    scratch = try Scratch()
    publishing = Publishing(environment: [:], temporaryFolder: scratch.folder)
  }

  private func publish(_ text: String, after: String?) throws(FetchFailure) -> Release? {
    try publishing.publish(
      Array(text.utf8), as: Release(of: text),
      after: after.map { SHA256(of: Array($0.utf8)).digits },
      to: .path(scratch.path("a.csv"))
    ).release
  }

  @Test func `desks find the release beside the list`() throws {
    #expect(try publish("one", after: nil)?.number == 1)
    #expect(try publish("two", after: "one")?.number == 2)
    let releases = try #require(PathTransport(path: scratch.path("a.csv")).releases())
    #expect(releases.releases.map(\.number) == [1, 2])
    #expect(releases.release(ofHash: SHA256(of: Array("two".utf8)).digits)?.number == 2)
    #expect(releases.releases.last?.base == SHA256(of: Array("one".utf8)).digits)
  }

  @Test func `who looked at another list than stands there writes nothing`() throws {
    _ = try publish("one", after: nil)
    _ = try publish("two", after: "one")
    for (text, after) in [("three", "one"), ("three", nil)] {
      #expect(
        failure { () throws(FetchFailure) in try publish(text, after: after) }?.reason
          == .publishedMeanwhile)
    }
    #expect(try scratch.read("a.csv") == "two")
    #expect(PathTransport(path: scratch.path("a.csv")).releases()?.releases.count == 2)
  }

  @Test func `every list of the last fifty releases is had again, byte for byte`() throws {
    var before: String?
    for number in 1...55 {
      _ = try publish("text\nnumber \(number)\r\n", after: before)
      before = "text\nnumber \(number)\r\n"
    }
    let history = try publishing.history(of: .path(scratch.path("a.csv")), atMost: 51)
    // The fiftieth release back is number 6, and what it followed is kept as well.
    #expect(
      history.map(\.bytes)
        == (5...55).reversed().map { Array("text\nnumber \($0)\r\n".utf8) })
    #expect(history.map(\.release) == (6...55).reversed().map(Optional.some) + [nil])
    let copies = FolderRemoval.entries(scratch.path("a.csv.releases")).filter { $0 != "lock" }
    #expect(copies.count == 51)
  }

  @Test func `the list before the first release can be had again`() throws {
    try scratch.write("by hand", to: "a.csv")
    _ = try publish("one", after: "by hand")
    let history = try publishing.history(of: .path(scratch.path("a.csv")), atMost: 51)
    #expect(history.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "by hand"])
  }

  @Test func `desks may read the release where they may read the list`() throws {
    try scratch.write("by hand", to: "a.csv")
    chmod(scratch.path("a.csv"), 0o664)
    _ = try publish("one", after: "by hand")
    #expect(try scratch.mode("a.csv.release.json") == 0o664)
  }

  @Test func `what was put there by hand between two releases can be had again`() throws {
    _ = try publish("one", after: nil)
    try scratch.write("by hand", to: "a.csv")
    _ = try publish("two", after: "by hand")
    let history = try publishing.history(of: .path(scratch.path("a.csv")), atMost: 51)
    #expect(history.map { String(decoding: $0.bytes, as: UTF8.self) } == ["two", "by hand", "one"])
  }

  @Test func `releases that cannot be read are not begun anew in silence`() throws {
    _ = try publish("one", after: nil)
    for broken in ["", "{\"releases\": [", "<<<<<<< ours\n"] {
      try scratch.write(broken, to: "a.csv.release.json")
      #expect(
        failure { () throws(FetchFailure) in try publish("two", after: "one") }?.reason
          == .brokenReleases(file: scratch.path("a.csv.release.json")))
      #expect(try scratch.read("a.csv") == "one")
    }
  }

  @Test func `a number is given once, also where somebody put the former list back by hand`() throws
  {
    _ = try publish("one", after: nil)
    _ = try publish("two", after: "one")
    try scratch.write("one", to: "a.csv")
    #expect(try publish("three", after: "one")?.number == 3)
    let releases = PathTransport(path: scratch.path("a.csv")).releases()
    #expect(releases?.releases.map(\.number) == [1, 2, 3])
    let history = try publishing.history(of: .path(scratch.path("a.csv")), atMost: 51)
    #expect(history.map(\.release) == [3, 2, 1])
  }

  @Test func `a desk that follows a link finds the releases of what it leads to`() throws {
    try #require(symlink("a.csv", scratch.path("link.csv")) == 0)
    _ = try publish("one", after: nil)
    #expect(PathTransport(path: scratch.path("link.csv")).releases()?.releases.count == 1)
  }

  @Test func `where a group may write, all of it may publish`() throws {
    chmod(scratch.folder, 0o2775)
    _ = try publish("one", after: nil)
    #expect(try scratch.mode("a.csv.releases") == 0o2775)
    // The mode that whoever owns the list gives it later is that of its releases from the next one on.
    chmod(scratch.path("a.csv"), 0o664)
    _ = try publish("two", after: "one")
    #expect(try scratch.mode("a.csv.release.json") == 0o664)
  }

  @Test func `a release whose list was never written is passed over and then removed`() throws {
    _ = try publish("one", after: nil)
    var list = try #require(PathTransport(path: scratch.path("a.csv")).releases())
    _ = list.add(Release(of: "killed"), after: SHA256(of: Array("one".utf8)).digits)
    try scratch.write(String(decoding: list.bytes, as: UTF8.self), to: "a.csv.release.json")
    #expect(try publish("two", after: "one")?.number == 2)
    let releases = PathTransport(path: scratch.path("a.csv")).releases()
    #expect(releases?.releases.map(\.number) == [1, 2])
  }
}
