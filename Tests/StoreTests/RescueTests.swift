import Glibc
import Phrases
import Testing

@testable import Store

/// Damaged files: found, set aside, and made good from what can be read and from the last copy.
@Suite struct RescueTests {
  private static let today = Day(iso: "2026-11-22")

  /// A send of lately: sums stand for those of long ago.
  private static func send(_ number: Int) -> Send {
    var send = Send.made(number)
    send.time = now + Int64(number)
    return send
  }

  private static let now = Int64(time(nil)) - 3_600

  /// Made once, since each of many rounds damages a copy.
  private static let model = Result { try Model() }

  private struct Model {
    let contents: Contents
    let file: [UInt8]
    let backup: [UInt8]

    init() throws {
      let scratch = try Scratch()
      let store = try Store.open(at: scratch.store)
      _ = try store.importPersonal(made(0..<60))
      _ = try store.connect(Source(name: "kb", address: "/srv/kb.csv"))
      let phrases = made(100..<160).map { phrase in
        var phrase = phrase
        phrase.key.source = "kb"
        return phrase
      }
      let state = SourceState(phrases: phrases, hash: "h", tag: "t", time: 1_763_800_000)
      _ = try store.update(source: "kb", from: 0, to: state)
      for number in 0..<40 { try store.record(RescueTests.send(number)) }
      try RescueTests.arrange(store, phrases)
      let day = try #require(RescueTests.today)
      try store.backUp(on: day)
      contents = try Contents(of: store)
      #expect(contents.arrangement.entries.count == 77)
      store.close()
      file = try bytes(of: scratch.store)
      backup = try bytes(of: Backups(ofStoreAt: scratch.store).path(of: day))
    }
  }

  /// Makes every kind of thing that an agent owns.
  private static func arrange(_ store: Store, _ phrases: [Phrase]) throws {
    for (number, phrase) in phrases.enumerated() {
      let key = phrase.key
      _ = try store.change(.code(key, "c\(number)"), at: now)
      if number < 9 { _ = try store.change(.pin(key, row: number + 1), at: now) }
      if number < 3 { _ = try store.change(.hide(key), at: now) }
    }
    _ = try store.change(.order(phrases.map(\.key), in: ["a", "b", ""]), at: now)
    _ = try store.change(.orderCategories(["b", "c"], below: ["a"]), at: now)
    for name in ["客服", "店铺"] { _ = try store.change(.value("小\(name)", name: name), at: now) }
    let version = Phrase(
      key: PhraseKey(source: "", id: ""), title: "我的", text: String(repeating: "好", count: 3_000))
    _ = try store.change(.add(version, behind: nil, versionOf: phrases[20]), at: now)
    for number in 50..<60 {
      _ = try store.change(.bin(PhraseKey(source: "personal", id: "id-\(number)")), at: now)
    }
    for number in 0..<20 {
      try store.report(
        PhraseReport(kind: .wrong, key: phrases[number].key, title: "t", remark: "\(number)"),
        at: now)
    }
  }

  /// A closed store with phrases of the agent's own, a source and usage; copied, where wanted.
  private func store(_ scratch: Scratch, isBackedUp: Bool) throws -> Contents {
    let model = try RescueTests.model.get()
    let backups = Backups(ofStoreAt: scratch.store)
    try StoreFile.makeFolder(backups.folder)
    try write(model.file, to: scratch.store)
    if isBackedUp {
      try write(model.backup, to: backups.path(of: try #require(RescueTests.today)))
    }
    return model.contents
  }

  /// Everything that must not be lost.
  private struct Contents: Equatable {
    var personal: [Phrase]
    var company: [Phrase]
    var addresses: [String]
    var sends: [Send]
    var arrangement: Arrangement
    var bin: [BinnedPhrase]
    var reports: [KeptReport]

    init(of store: Store) throws {
      let phrases = try store.phrases()
      personal = phrases.filter { $0.level == .personal }
      company = phrases.filter { $0.level == .company }
      addresses = try store.sources().map(\.address)
      sends = try store.sends(since: 0)
      arrangement = try store.arrangement()
      bin = try store.binned()
      reports = try store.reports()
    }
  }

  /// What a desk's start does: opens, looks everything over, and rescues what turns out damaged.
  private func start(_ path: String) throws -> (contents: Contents, rescue: Rescue?) {
    let opened = try Store.openRescuing(at: path)
    var (store, rescue) = opened
    do throws(StoreError) {
      try store.check()
    } catch .damaged {
      store.close()
      rescue = try Store.rescue(at: path)
      store = try Store.open(at: path)
    }
    defer { store.close() }
    #expect(try store.report().faults == 0)
    return (try Contents(of: store), rescue)
  }

  private func damaged(_ scratch: Scratch) -> [String] {
    let folder = StoreFile(path: scratch.store).folder
    return names(in: folder).filter { $0.contains(".damaged-") }.map { "\(folder)/\($0)" }
  }

  @Test func `of a hundred stores with one changed byte each nothing of the agent's is lost`()
    throws
  {
    var random = SeededGenerator(seed: 7)
    var rescued = 0
    var restored = 0
    for round in 0..<100 {
      let scratch = try Scratch()
      let sound = try store(scratch, isBackedUp: true)
      var file = try bytes(of: scratch.store)
      // Half of them where the structure is: the header, the schema, the heads of the pages.
      let page = Int.random(in: 0..<(file.count / 4096), using: &random) * 4096
      let place =
        round % 2 == 0
        ? Int.random(in: 0..<file.count, using: &random)
        : page + Int.random(in: 0..<120, using: &random)
      file[place] ^= UInt8.random(in: 1...255, using: &random)
      try write(file, to: scratch.store)

      let (contents, rescue) = try start(scratch.store)
      #expect(contents.personal == sound.personal, "byte \(place)")
      #expect(contents.arrangement == sound.arrangement, "byte \(place)")
      #expect(contents.bin == sound.bin, "byte \(place)")
      #expect(Set(contents.reports) == Set(sound.reports), "byte \(place)")
      #expect(contents.addresses == sound.addresses, "byte \(place)")
      #expect(contents.sends == sound.sends, "byte \(place)")
      if let rescue {
        rescued += 1
        if rescue.backup != nil { restored += 1 }
        #expect(damaged(scratch) == [rescue.damagedPath])
        #expect(try bytes(of: #require(rescue.damagedPath)) == file)
      } else {
        // The byte was one that says nothing.
        #expect(contents.company == sound.company, "byte \(place)")
        #expect(damaged(scratch).isEmpty)
      }
    }
    #expect(rescued > 25)
    #expect(restored > 5)
  }

  @Test func `of fifty stores cut short nothing of the agent's is lost`() throws {
    for round in 1...50 {
      let scratch = try Scratch()
      let sound = try store(scratch, isBackedUp: true)
      let file = try bytes(of: scratch.store)
      try write(Array(file[..<(file.count * round / 51)]), to: scratch.store)
      let (contents, rescue) = try start(scratch.store)
      #expect(contents.personal == sound.personal, "cut at \(round)/51")
      #expect(contents.sends == sound.sends)
      #expect(rescue?.isWhole == false)
    }
  }

  @Test(arguments: ["", "x", "title,text\nHello,Hello\n"])
  func `a store that something else was written over comes back from the last copy`(
    _ text: String
  ) throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: true)
    try write(Array(text.utf8), to: scratch.store)
    let (contents, rescue) = try start(scratch.store)
    #expect(contents.personal == sound.personal)
    #expect(contents.addresses == sound.addresses)
    #expect(rescue?.backup == RescueTests.today)
    #expect(rescue?.personalPhrases == 51)
  }

  @Test func `without a copy what can be read is kept`() throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: false)
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row IN (7, 90)")
    let (contents, rescue) = try start(scratch.store)
    #expect(rescue?.isWhole == false && rescue?.backup == nil)
    #expect(contents.personal == sound.personal.filter { $0.key.id != "id-6" })
    #expect(contents.company.count == 59)
    #expect(contents.sends == sound.sends)
  }

  @Test func `a letter that changed behind the program's back is found when it is read`() throws {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: false)
    try sql(scratch.store, "UPDATE phrase SET title = replace(title, '退', '追') WHERE row = 12")
    let store = try Store.open(at: scratch.store)
    #expect(
      failure { () throws(StoreError) in try store.phrases() }
        == .damaged(path: scratch.store, row: StoreRow(table: "phrase", number: 12)))
  }

  @Test func `a source keeps its phrases and its version, and is fetched anew`() throws {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: true)
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    _ = try start(scratch.store)
    let store = try Store.open(at: scratch.store)
    let source = try #require(try store.sources().first)
    #expect(source.version == 1 && source.tag == nil && source.hash == nil)
    #expect(try store.phrases(ofSource: "kb").count == 60)
    let state = SourceState(phrases: [], hash: "i", time: 0)
    #expect(try store.update(source: "kb", from: 1, to: state)?.removed.count == 60)
  }

  @Test func `a sound store is not touched by a rescue`() throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: true)
    #expect(try Store.rescue(at: scratch.store) == nil)
    #expect(try Contents(of: Store.open(at: scratch.store)) == sound)
    #expect(damaged(scratch).isEmpty)
  }

  @Test func `a rescue that was cut short is finished by the next`() throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: false)
    // The new file was complete, and the damaged one had its second name.
    try write(try bytes(of: scratch.store), to: scratch.store + ".rescued")
    try write([1, 2, 3], to: scratch.store)
    link(scratch.store, scratch.store + ".damaged-before")
    let (contents, rescue) = try start(scratch.store)
    #expect(contents == sound)
    #expect(rescue?.personalPhrases == 51)
    #expect(try bytes(of: try #require(rescue?.damagedPath)) == [1, 2, 3])
    #expect(names(in: StoreFile(path: scratch.store).folder).allSatisfy { !$0.contains("rescued") })
  }

  @Test func `a new file that never came into its place is not taken for the store later`() throws {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: false)
    try write(try bytes(of: scratch.store), to: scratch.store + ".rescued")
    let later = try Store.open(at: scratch.store)
    _ = try later.importPersonal(made(60..<62))
    later.close()
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    let (contents, _) = try start(scratch.store)
    #expect(contents.personal.map(\.key.id).suffix(2) == ["id-60", "id-61"])
  }

  @Test func `where the file cannot have two names the store comes back all the same`() throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: false)
    // What is left when such a rescue is cut short between its two renamings.
    try write(try bytes(of: scratch.store), to: scratch.store + ".rescued")
    unlink(scratch.store)
    let (contents, rescue) = try start(scratch.store)
    #expect(contents == sound)
    #expect(rescue?.sources == 1)
  }

  @Test func `a page that says it has fewer rows than it has does not lose them`() throws {
    let sound = try RescueTests.model.get().contents
    var rescued = 0
    for page in 1..<(try RescueTests.model.get().file.count / 4_096) {
      let scratch = try Scratch()
      _ = try store(scratch, isBackedUp: true)
      var file = try bytes(of: scratch.store)
      let start = page * 4_096
      // A leaf of a table: its kind, and the number of its cells in the fourth and fifth byte
      // (https://www.sqlite.org/fileformat.html, 1.6).
      guard file[start] == 13, file[start + 4] > 2 else { continue }
      file[start + 4] -= 2
      try write(file, to: scratch.store)
      let (contents, rescue) = try self.start(scratch.store)
      rescued += rescue == nil ? 0 : 1
      #expect(rescue?.isWhole == false, "page \(page)")
      #expect(contents.personal == sound.personal, "page \(page)")
      #expect(contents.sends == sound.sends, "page \(page)")
    }
    #expect(rescued > 5)
  }

  @Test func `a damaged store is not copied over a good copy`() throws {
    let scratch = try Scratch()
    let model = try RescueTests.model.get()
    _ = try store(scratch, isBackedUp: true)
    let today = try #require(RescueTests.today)
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    let store = try Store.open(at: scratch.store)
    #expect(
      failure { () throws(StoreError) in try store.backUp(on: today) }
        == .damaged(path: scratch.store, row: StoreRow(table: "phrase", number: 3)))
    #expect(try bytes(of: store.backups.path(of: today)) == model.backup)
  }

  @Test func `what is written while a store is rescued goes into the new one or is refused`()
    async throws
  {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: true)
    let path = scratch.store
    try sql(path, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    let writer = Task.detached {
      var acknowledged: [Send] = []
      var store = try Store.open(at: path)
      for number in 1_000..<1_400 {
        let send = Self.send(number)
        do throws(StoreError) {
          try store.record(send)
        } catch .replaced {
          store.close()
          store = try Store.open(at: path)
          try store.record(send)
        }
        acknowledged.append(send)
      }
      return acknowledged
    }
    let rescue = try Store.rescue(at: path)
    let acknowledged = try await writer.value
    #expect(rescue != nil)
    let kept = try Set(Store.open(at: path).sends(since: 0))
    #expect(acknowledged.filter { !kept.contains($0) }.isEmpty)
  }

  @Test func `the log beside an emptied store is set aside, not thrown away`() throws {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: true)
    try write([], to: scratch.store)
    try write([1, 2, 3], to: scratch.store + "-wal")
    let (_, rescue) = try start(scratch.store)
    #expect(try bytes(of: try #require(rescue?.damagedPath) + "-wal") == [1, 2, 3])
  }

  @Test func `a desk that has the damaged file open can tell, and harms nothing when it closes`()
    throws
  {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: true)
    let other = try Store.open(at: scratch.store)
    try other.record(Self.send(900))
    #expect(!other.isReplaced)
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    _ = try start(scratch.store)
    #expect(other.isReplaced)

    let store = try Store.open(at: scratch.store)
    try store.record(Self.send(901))
    other.close()
    #expect(try store.sends(since: 0) == sound.sends + [Self.send(900), Self.send(901)])
    #expect(try Store.open(at: scratch.store).sends(since: 0).last == Self.send(901))
  }

  @Test func `two processes' rescues leave one damaged file and one store`() async throws {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: true)
    try write([1, 2, 3], to: scratch.store)
    let path = scratch.store
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { _ = try? Store.openRescuing(at: path).store.close() }
      }
    }
    #expect(damaged(scratch).count == 1)
    #expect(try Contents(of: Store.open(at: path)).personal == sound.personal)
  }

  @Test func `a store of a newer phrasedesk is not damaged`() throws {
    let scratch = try Scratch()
    _ = try store(scratch, isBackedUp: true)
    try sql(
      scratch.store,
      "INSERT INTO grdb_migrations VALUES ('v99'); PRAGMA user_version = 99")
    let newer = StoreError.newerSchema(path: scratch.store, found: 99, known: Schema.known)
    #expect(failure { () throws(StoreError) in try Store.openRescuing(at: scratch.store) } == newer)
    #expect(failure { () throws(StoreError) in try Store.rescue(at: scratch.store) } == newer)
    #expect(damaged(scratch).isEmpty)
  }
}
