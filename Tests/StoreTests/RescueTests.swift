import Phrases
import Testing

@testable import Store

/// Damaged files: found, set aside, and made good from what can be read and from the last copy.
@Suite struct RescueTests {
  private static let today = Day(iso: "2026-11-22")

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
      for number in 0..<40 { try store.record(.made(number)) }
      let day = try #require(RescueTests.today)
      try store.backUp(on: day)
      contents = try Contents(of: store)
      store.close()
      file = try bytes(of: scratch.store)
      backup = try bytes(of: Backups(ofStoreAt: scratch.store).path(of: day))
    }
  }

  /// A closed store with phrases of the agent's own, a source and usage; copied, where wanted.
  private func store(_ scratch: Scratch, isBackedUp: Bool) throws -> Contents {
    let model = try RescueTests.model.get()
    let backups = Backups(ofStoreAt: scratch.store)
    run("/bin/mkdir", "-p", backups.folder)
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

    init(of store: Store) throws {
      let phrases = try store.phrases()
      personal = phrases.filter { $0.level == .personal }
      company = phrases.filter { $0.level == .company }
      addresses = try store.sources().map(\.address)
      sends = try store.sends(since: 0)
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
      #expect(contents.addresses == sound.addresses, "byte \(place)")
      #expect(contents.sends == sound.sends, "byte \(place)")
      if let rescue {
        rescued += 1
        if rescue.backup != nil { restored += 1 }
        #expect(damaged(scratch) == [rescue.damagedPath])
        #expect(try bytes(of: rescue.damagedPath) == file)
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
    #expect(rescue?.personalPhrases == 60)
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
    // The new file was complete, and the log that held everything was moved away already.
    try write(try bytes(of: scratch.store), to: scratch.store + ".rescued")
    try write([1, 2, 3], to: scratch.store)
    let (contents, rescue) = try start(scratch.store)
    #expect(contents == sound)
    #expect(rescue?.personalPhrases == 60)
    #expect(try bytes(of: try #require(rescue?.damagedPath)) == [1, 2, 3])
    #expect(StoreFile(path: scratch.store + ".rescued").kind == .missing)
  }

  @Test func `a desk that has the damaged file open can tell, and harms nothing when it closes`()
    throws
  {
    let scratch = try Scratch()
    let sound = try store(scratch, isBackedUp: true)
    let other = try Store.open(at: scratch.store)
    try other.record(.made(900))
    #expect(!other.isReplaced)
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 3")
    _ = try start(scratch.store)
    #expect(other.isReplaced)

    let store = try Store.open(at: scratch.store)
    try store.record(.made(901))
    other.close()
    #expect(try store.sends(since: 0) == sound.sends + [.made(900), .made(901)])
    #expect(try Store.open(at: scratch.store).sends(since: 0).last == .made(901))
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
    #expect(failure { () throws(StoreError) in try Store.rescue(at: scratch.store) } == nil)
    #expect(damaged(scratch).isEmpty)
  }
}
