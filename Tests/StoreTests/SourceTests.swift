import Glibc
import Phrases
import Testing

@testable import Store

struct SourceTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store.open(at: scratch.store)
  }

  private func company(_ numbers: some Sequence<Int>, text: String? = nil) -> [Phrase] {
    numbers.map { number in
      var phrase = Phrase.made(number, text: text)
      phrase.key.source = "kb"
      return phrase
    }
  }

  private func state(_ phrases: [Phrase], _ hash: String = "h", time: Int64 = 1) -> SourceState {
    SourceState(phrases: phrases, hash: hash, tag: "t-\(hash)", time: time)
  }

  private func source() throws -> Source {
    try #require(try store.sources().first { $0.name == "kb" })
  }

  @discardableResult
  private func connected(with phrases: [Phrase]) throws -> Source {
    #expect(try store.connect(Source(name: "kb", address: "/kb.csv")))
    _ = try store.update(source: "kb", from: 0, to: state(phrases))
    return try source()
  }

  @Test func `a source is connected once, and gone with its phrases`() throws {
    try connected(with: company(0..<3))
    #expect(try !store.connect(Source(name: "kb", address: "/other.csv")))
    #expect(try !store.connect(Source(name: "personal", address: "/other.csv")))
    _ = try store.importPersonal(made(0..<2))
    #expect(try store.phrases().map(\.key.source) == ["personal", "personal", "kb", "kb", "kb"])
    #expect(try store.disconnect("kb"))
    #expect(try !store.disconnect("kb"))
    #expect(try !store.disconnect("personal"))
    #expect(try store.phrases().map(\.key.source) == ["personal", "personal"])
    #expect(try store.sources().isEmpty)
    #expect(try store.report().faults == 0)
  }

  @Test func `what a source calls columns and placeholders is kept`() throws {
    let source = Source(
      name: "kb", address: "/kb.csv", columns: "text=answer", placeholders: "square,percent")
    #expect(try store.connect(source))
    #expect(try store.sources() == [source])
  }

  @Test func `what a source's file is in is kept, and with each version how it was read`() throws {
    let source = Source(name: "kb", address: "/kb.csv", encoding: "big5")
    #expect(try store.connect(source))
    let read = SourceState(
      phrases: company(0..<2), hash: "h1", time: 5, reader: 2, readAs: "big5", release: 7)
    _ = try store.update(source: "kb", from: 0, to: read)
    let first = try #require(try store.sources().first)
    #expect(first.encoding == "big5")
    #expect(first.reader == 2)
    #expect(first.readAs == "big5")
    #expect(first.release == 7)

    _ = try store.update(
      source: "kb", from: 1, to: SourceState(phrases: company(0..<3), hash: "h2", time: 6))
    #expect(try store.sources().first?.reader == 0)
    #expect(try store.sources().first?.readAs.isEmpty == true)
    #expect(try store.versions(ofSource: "kb").map(\.release) == [nil, 7])
  }

  @Test func `how often what waits was asked for is counted`() throws {
    _ = try connected(with: company(0..<3))
    try store.noteHeldPoll(source: "kb")
    #expect(try store.sources().first?.held == nil)
    func hold(_ hash: String) throws {
      try store.hold(
        Source.Held(time: 1, hash: hash, author: "", message: "", reason: "", byteCount: 1),
        tag: nil, [1], ofSource: "kb")
    }
    try hold("a")
    #expect(try store.sources().first?.held?.polls == 0)
    try store.noteHeldPoll(source: "kb")
    try store.noteHeldPoll(source: "kb")
    #expect(try store.sources().first?.held?.polls == 2)
    try hold("b")
    #expect(try store.sources().first?.held?.polls == 0)
  }

  @Test func `a source can be put before the others, behind the agent's own`() throws {
    _ = try store.importPersonal(made(0..<1))
    for name in ["a", "b", "c"] {
      _ = try store.connect(Source(name: name, address: "/\(name).csv"))
      _ = try store.update(source: name, from: 0, to: state(company(5..<6)))
    }
    try store.putFirst(source: "c")
    #expect(try store.sources().map(\.name) == ["c", "a", "b"])
    #expect(try store.phrases().map(\.key.source) == ["personal", "c", "a", "b"])
    try store.putFirst(source: "nobody")
    try store.putFirst(source: "b")
    #expect(try store.sources().map(\.name) == ["b", "c", "a"])
  }

  @Test func `an update changes what differs, in order, and says what`() throws {
    let source = try connected(with: company(0..<6))
    #expect(source.version == 1)
    #expect(source.hash == "h")
    #expect(source.tag == "t-h")
    #expect(source.checked == 1)
    var next = company([0, 9, 2, 5, 3, 4])
    next[2].text = "新的内容"
    let difference = try #require(
      try store.update(source: "kb", from: 1, to: state(next, "h2", time: 5)))
    #expect(difference.added.map(\.key.id) == ["id-9"])
    #expect(difference.removed.map(\.key.id) == ["id-1"])
    #expect(difference.changed.map(\.new.key.id) == ["id-2"])
    #expect(try store.phrases(ofSource: "kb") == next)
    let versions = try store.versions(ofSource: "kb")
    #expect(versions.map(\.number) == [2, 1])
    #expect(versions[0].time == 5)
    #expect([versions[0].added, versions[0].removed, versions[0].changed] == [1, 1, 1])
    #expect(versions[0].phraseCount == 6)
  }

  @Test func `an update that was compared with another version changes nothing`() throws {
    try connected(with: company(0..<3))
    #expect(try store.update(source: "kb", from: 0, to: state([])) == nil)
    #expect(try store.update(source: "nobody", from: 0, to: state([])) == nil)
    #expect(try store.phrases(ofSource: "kb").count == 3)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `every version can be had again`(seed: UInt64) throws {
    try connected(with: company(0..<12))
    var states = [try store.phrases(ofSource: "kb")]
    var random = SeededGenerator(seed: seed)
    for version in 1...8 {
      var phrases = states[version - 1].filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let number = Int.random(in: 0..<40, using: &random)
        guard !phrases.contains(where: { $0.key.id == "id-\(number)" }) else { continue }
        phrases.insert(company([number])[0], at: Int.random(in: 0...phrases.count, using: &random))
      }
      if let index = phrases.indices.randomElement(using: &random) {
        phrases[index].text = "第 \(version) 版"
      }
      if version % 3 == 0 { phrases.shuffle(using: &random) }
      let made = try store.update(
        source: "kb", from: version, to: state(phrases, "h\(version)", time: Int64(version)))
      #expect(made != nil)
      states.append(phrases)
    }
    for (index, phrases) in states.enumerated() {
      #expect(try store.phrases(ofSource: "kb", version: index + 1) == phrases, "seed \(seed)")
      try expectChanges(since: index + 1, from: phrases, to: states[8], "seed \(seed)")
    }
    #expect(try store.phrases(ofSource: "kb", version: 10) == nil)
    #expect(try store.report().faults == 0)
  }

  /// What became of the phrases since a version leads from it to what they are now.
  private func expectChanges(
    since version: Int, from old: [Phrase], to new: [Phrase], _ comment: Comment
  ) throws {
    let later = try #require(try store.changes(ofSource: "kb", since: version))
    let difference = Difference(from: old, to: new)
    #expect(later.removed == Set(difference.removed.map(\.key)), comment)
    #expect(later.added == difference.added, comment)
    let changed = Set(later.changed.map(\.key))
    #expect(changed.isSuperset(of: difference.changed.map(\.new.key)), comment)
    #expect(later.changed == new.filter { changed.contains($0.key) }, comment)
    if !later.isReordered { #expect(difference.reorderedCount == 0, comment) }
  }

  @Test func `what became of the phrases is not told of a version that is not known`() throws {
    try connected(with: company(0..<3))
    #expect(try store.changes(ofSource: "kb", since: 1)?.changed.isEmpty == true)
    #expect(try store.changes(ofSource: "kb", since: 0) == nil)
    #expect(try store.changes(ofSource: "nobody", since: 1) == nil)
    try sql(store.path, "UPDATE connection SET version = 5")
    #expect(try store.changes(ofSource: "kb", since: 1) == nil)
  }

  @Test func `what versions did to phrases is told with the time of each, the newest first`() throws
  {
    try connected(with: company(0..<4))
    var second = company(0..<3)
    second[1].text = "昨天的。"
    _ = try store.update(source: "kb", from: 1, to: state(second, "h2", time: 100))
    var third = company(0..<3) + company([9])
    third[1].text = "今天的。"
    // Moved, which changes no word.
    third.swapAt(0, 2)
    _ = try store.update(source: "kb", from: 2, to: state(third, "h3", time: 200))

    func told(since time: Int64, limit: Int = 100) throws -> [String] {
      try store.datedChanges(ofSource: "kb", since: time, limit: limit).map { change in
        let texts = [change.before, change.after].map { $0?.text ?? "-" }
        return "\(change.time) \(texts[0]) > \(texts[1])"
      }
    }
    let (made, gone, new) = (company([1])[0], company([3])[0], company([9])[0])
    let expected: Set = [
      "200 昨天的。 > 今天的。", "200 - > \(new.text)", "100 \(made.text) > 昨天的。",
      "100 \(gone.text) > -",
    ]
    let all = try told(since: 2)
    #expect(Set(all) == expected && all.count == 4)
    #expect(all.prefix(2).allSatisfy { $0.hasPrefix("200") })
    #expect(Set(try told(since: 101)) == expected.filter { $0.hasPrefix("200") })
    // Connecting is no change.
    #expect(try told(since: 0).count == 4)
    #expect(try told(since: 201).isEmpty)
    #expect(try store.datedChanges(ofSource: "other", since: 0, limit: 9).isEmpty)
    #expect(try told(since: 0, limit: 1).count <= 1)
  }

  @Test func `a source that a person took back is not changed by a file`() throws {
    try connected(with: company(0..<3))
    _ = try store.update(source: "kb", from: 1, to: state(company(0..<4), "h2"))
    var back = state(company(0..<3))
    back.rolledBackTo = 1
    #expect(try store.update(source: "kb", from: 2, to: back) != nil)
    #expect(try store.update(source: "kb", from: 3, to: state(company(0..<4), "h2")) == nil)
    try store.resume(source: "kb")
    #expect(try store.update(source: "kb", from: 3, to: state(company(0..<4), "h2")) != nil)
  }

  @Test func `a sync that changes ten of twenty thousand phrases writes little`() throws {
    var phrases = company(0..<20_000)
    try connected(with: phrases)
    for index in stride(from: 1_000, to: 11_000, by: 1_000) { phrases[index].text = "改了" }
    phrases.insert(company([30_000])[0], at: 0)
    phrases.remove(at: 500)
    // The log is cut after each update; what it grew to is what it took on disk at the most.
    let before = store.queue.inDatabase { $0.totalChangesCount }
    _ = try store.update(source: "kb", from: 1, to: state(phrases, "h2"))
    let rows = store.queue.inDatabase { $0.totalChangesCount } - before
    #expect(rows < 40)
    #expect(try store.phrases(ofSource: "kb") == phrases)
  }

  @Test func `what fails is noted once, with when it began`() throws {
    try connected(with: company(0..<2))
    try store.note(Source.Failure(since: 10, sentence: "no network"), ofSource: "kb")
    try store.note(Source.Failure(since: 20, sentence: "no server"), ofSource: "kb")
    #expect(try source().failure == Source.Failure(since: 10, sentence: "no server"))
    let changes = store.queue.inDatabase { $0.totalChangesCount }
    try store.note(Source.Failure(since: 30, sentence: "no server"), ofSource: "kb")
    #expect(store.queue.inDatabase { $0.totalChangesCount } == changes)
    try store.noteUnchanged(source: "kb", tag: "t-h", at: 40)
    #expect(try source().failure == nil)
    #expect(try source().checked == 40)
  }

  @Test func `what waits is kept whole until it is let in`() throws {
    try connected(with: company(0..<2))
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let held = Source.Held(
      time: 7, hash: "h2", author: "a", message: "m", reason: "r", byteCount: bytes.count)
    try store.hold(held, tag: "t2", bytes, ofSource: "kb")
    #expect(try source().held == held)
    #expect(try source().tag == "t2")
    #expect(try store.heldFile(ofSource: "kb") == bytes)
    _ = try store.update(source: "kb", from: 1, to: state(company(0..<1), "h2"))
    #expect(try source().held == nil)
    #expect(try store.heldFile(ofSource: "kb") == nil)
  }

  @Test func `going back pins the source until it is resumed`() throws {
    try connected(with: company(0..<2))
    var back = state(company(0..<1), "h0")
    back.rolledBackTo = 1
    _ = try store.update(source: "kb", from: 1, to: back)
    #expect(try source().isPinned)
    #expect(try store.versions(ofSource: "kb").first?.rolledBackTo == 1)
    try store.resume(source: "kb")
    #expect(try !source().isPinned)
    #expect(try source().tag == nil)
  }

  @Test func `another process's change shows in the data version`() throws {
    try connected(with: company(0..<2))
    let before = try store.dataVersion()
    #expect(try store.dataVersion() == before)
    let other = try Store.open(at: scratch.store)
    defer { other.close() }
    _ = try other.update(source: "kb", from: 1, to: state(company(0..<3), "h2"))
    #expect(try store.dataVersion() != before)
  }

  @Test(arguments: 0..<50)
  func `placing keeps the order and moves as few as can be`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var old: [Int64] = (1...20).map { Int64($0) * PlacedPhrase.gap }
    old.shuffle(using: &random)
    let before = old.map { Int.random(in: 0..<3, using: &random) == 0 ? nil : Optional($0) }
    let after = Placing.positions(for: before)
    #expect(after == after.sorted())
    #expect(Set(after).count == after.count)
    let kept = zip(before, after).count { $0 == $1 }
    let known = before.compactMap { $0.map(Int.init) }
    #expect(kept == Difference.risingPlaces(in: known).count)
  }

  @Test func `where there is no room left all are placed anew`() {
    let after = Placing.positions(for: [1, nil, 2, nil, nil])
    #expect(after == (1...5).map { $0 * PlacedPhrase.gap })
  }
}
