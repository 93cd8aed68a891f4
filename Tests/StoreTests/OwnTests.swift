import Phrases
import Testing

@testable import Store

/// What an agent owns, kept.
@Suite struct OwnTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store.open(at: scratch.store)
  }

  private func draft(_ title: String, text: String = "您好。", _ category: String = "") -> Phrase {
    Phrase(
      key: PhraseKey(source: "", id: ""), category: category, title: title, text: text)
  }

  private var company: Phrase {
    Phrase(key: PhraseKey(source: "kb", id: "k1"), category: "物流", title: "查件", text: "请稍等。")
  }

  @discardableResult
  private func change(_ change: OwnChange, at time: Int64 = 100) throws -> OwnOutcome {
    let before = try store.standing()
    let outcome = try store.change(change, at: time)
    #expect(try (store.standing() != before) == outcome.hasChanged, "\(change)")
    #expect(outcome.change == change)
    try store.check()
    return outcome
  }

  /// Does it twice: the second time nothing changes.
  @discardableResult
  private func changeTwice(_ wanted: OwnChange) throws -> OwnOutcome {
    let outcome = try change(wanted)
    let again = try change(wanted)
    #expect(outcome.hasChanged && !again.hasChanged, "\(wanted)")
    return outcome
  }

  private func add(_ phrase: Phrase, behind: PhraseKey? = nil, of original: Phrase? = nil) throws
    -> PhraseKey
  {
    try #require(try change(.add(phrase, behind: behind, versionOf: original)).key)
  }

  @Test func `a new phrase has an id of the store's and stands behind its neighbour`() throws {
    _ = try store.importPersonal(made(0..<3))
    let key = try #require(
      try changeTwice(
        .add(draft("新"), behind: PhraseKey(source: "personal", id: "id-0"), versionOf: nil)
      ).key)
    #expect(key.source == "personal" && key.id.hasPrefix("own-") && key.id.utf8.count == 16)
    let last = try add(draft("末"), behind: company.key)
    let own = try store.ownPhrases()
    #expect(own.map(\.key.id) == ["id-0", key.id, "id-1", "id-2", last.id])
    #expect(own.allSatisfy { $0.level == .personal })
    for number in 0..<60 { _ = try add(draft("又 \(number)"), behind: key) }
    #expect(try store.ownPhrases().prefix(3).map(\.title) == ["退款进度 0", "新", "又 59"])
  }

  @Test func `what a phrase stands behind is kept as a phrase of a list`() throws {
    let first = try add(draft("一", "物流"), behind: company.key)
    let second = try add(draft("二", "物流"), behind: first)
    let version = try add(draft("我的"), of: company)
    let third = try add(draft("三", "物流"), behind: version)
    _ = try add(draft("四"))
    let expected = [first: company.key, second: company.key, third: company.key]
    #expect(try store.arrangement().neighbours == expected)
    // It is had back where it was, and forgotten for good with it.
    try change(.bin(second))
    try change(.restore(second))
    #expect(try store.arrangement().neighbours == expected)
    try change(.bin(third), at: 100)
    try store.emptyBin(at: 101 + 30 * 86_400)
    #expect(try store.arrangement().neighbours == [first: company.key, second: company.key])
  }

  @Test func `an edited title makes no second phrase`() throws {
    let key = try add(draft("旧"))
    var phrase = draft("新", text: "{{称呼}}，您好。")
    phrase.key = key
    try changeTwice(.edit(phrase))
    phrase.level = .personal
    #expect(try store.ownPhrases() == [phrase])
  }

  @Test func `what is thrown away can be had back where it was, for thirty days`() throws {
    _ = try store.importPersonal(made(0..<3))
    let key = PhraseKey(source: "personal", id: "id-1")
    #expect(try change(.bin(key), at: 1_000).key == key)
    #expect(try change(.bin(key), at: 2_000).key == nil)
    #expect(try store.ownPhrases().map(\.key.id) == ["id-0", "id-2"])
    #expect(try store.binned() == [BinnedPhrase(Phrase.made(1).asPersonal, time: 1_000)])
    #expect(try change(.restore(key)).key == key)
    #expect(try store.ownPhrases() == made(0..<3).map(\.asPersonal))
    #expect(try store.binned().isEmpty)

    try change(.bin(key), at: 1_000)
    try store.emptyBin(at: 1_000 + 30 * 86_400)
    #expect(try store.binned().count == 1)
    try store.emptyBin(at: 1_001 + 30 * 86_400)
    #expect(try store.binned().isEmpty)
    #expect(try change(.restore(key)).key == nil)
  }

  @Test func `an edit of what another desk has thrown away is not lost`() throws {
    let key = try add(draft("甲"))
    _ = try add(draft("乙"))
    let other = try Store.open(at: scratch.store)
    _ = try other.change(.bin(key), at: 5)
    var phrase = draft("甲二")
    phrase.key = key
    try change(.edit(phrase))
    #expect(try store.ownPhrases().map(\.title) == ["甲二", "乙"])
    #expect(try store.binned().isEmpty)
  }

  @Test func `one had back beside an imported one of its id has another`() throws {
    _ = try store.importPersonal(made(0..<1))
    let key = PhraseKey(source: "personal", id: "id-0")
    try change(.bin(key))
    _ = try store.importPersonal([Phrase.made(0, text: "别的")])
    let restored = try #require(try change(.restore(key)).key)
    #expect(restored != key)
    #expect(try store.ownPhrases().map(\.text).sorted() == ["别的", Phrase.made(0).text].sorted())
  }

  @Test func `a version keeps what it was made of, and takes its row`() throws {
    try change(.pin(company.key, row: 4))
    let key = try #require(
      try changeTwice(.add(draft("我的查件"), behind: nil, versionOf: company)).key)
    let original = Arrangement.Original(key: company.key, text: "请稍等。")
    #expect(try store.arrangement().originals == [key: original])
    #expect(try store.arrangement().pins == [4: key])

    var newer = company
    newer.text = "请等一下。"
    try changeTwice(.keepVersion(key, over: newer))
    #expect(try store.arrangement().originals[key]?.text == "请等一下。")

    try change(.takeOriginal(key))
    #expect(try store.arrangement().originals.isEmpty)
    #expect(try store.arrangement().pins == [4: company.key])
    #expect(try store.ownPhrases().isEmpty)
    #expect(try store.binned().map(\.original?.key) == [company.key])

    try change(.restore(key))
    #expect(try store.arrangement().originals[key]?.key == company.key)
    #expect(try store.arrangement().pins == [4: key])
  }

  @Test func `of two versions of one phrase the last stands, the first is in the bin`() throws {
    let first = try add(draft("一"), of: company)
    let second = try add(draft("二"), of: company)
    #expect(try store.arrangement().originals.keys.map { $0 } == [second])
    #expect(try store.binned().map(\.phrase.key) == [first])
    // Had back, it is one of her own as any.
    try change(.restore(first))
    #expect(try store.arrangement().originals.keys.map { $0 } == [second])
    #expect(try store.ownPhrases().count == 2)
  }

  @Test func `a pin is one row for one phrase`() throws {
    let (a, b) = (PhraseKey(source: "kb", id: "a"), PhraseKey(source: "starter", id: "b"))
    try changeTwice(.pin(a, row: 3))
    try changeTwice(.pin(b, row: 5))
    try change(.pin(a, row: 5))
    #expect(try store.arrangement().pins == [5: a])
    try changeTwice(.unpin(a))
    #expect(try store.arrangement().pins.isEmpty)
    for row in [0, 10, -1] { #expect(try !change(.pin(a, row: row)).hasChanged) }
  }

  @Test func `everything else that is arranged is kept, and can be given up`() throws {
    let place = ["", "物流", ""]
    try changeTwice(.code(company.key, "ck"))
    try changeTwice(.hide(company.key))
    try changeTwice(.order([company.key, PhraseKey(source: "a", id: "b"), company.key], in: place))
    try changeTwice(.orderCategories(["物流", "退款"], below: [""]))
    try changeTwice(.value("小王", name: "客服"))
    var wanted = Arrangement()
    wanted.codes = [company.key: "ck"]
    wanted.hidden = [company.key]
    wanted.order = [place: [company.key, PhraseKey(source: "a", id: "b")]]
    wanted.categoryOrder = [[""]: ["物流", "退款"]]
    wanted.values = ["客服": "小王"]
    #expect(try store.arrangement() == wanted)
    store.close()
    let again = try Store.open(at: scratch.store)
    #expect(try again.arrangement() == wanted)
    for change: OwnChange in [
      .code(company.key, ""), .show(company.key), .order([], in: place),
      .orderCategories([], below: [""]), .dropValue(name: "客服"),
    ] {
      #expect(try again.change(change, at: 0).hasChanged)
      #expect(try !again.change(change, at: 0).hasChanged)
    }
    #expect(try again.arrangement() == Arrangement())
    _ = try again.change(.order([company.key], in: place), at: 0)
    _ = try again.change(.orderCategories(["a"], below: []), at: 0)
    _ = try again.change(.dropOrder, at: 0)
    #expect(try again.arrangement() == Arrangement())
  }

  @Test func `a code for one of her own is that phrase's`() throws {
    let key = try add(draft("甲"))
    try changeTwice(.code(key, "jia"))
    #expect(try store.ownPhrases().map(\.code) == ["jia"])
    #expect(try store.arrangement() == Arrangement())
  }

  @Test func `names that are equal to the eye are one value`() throws {
    try change(.value("1", name: "caf\u{e9}"))
    try change(.value("2", name: "cafe\u{301}"))
    #expect(try store.arrangement().values == ["caf\u{e9}": "2"])
    try change(.dropValue(name: "cafe\u{301}"))
    #expect(try store.arrangement().values.isEmpty)
  }

  @Test func `what is too long or empty is refused, and nothing changed`() throws {
    let long = String(repeating: "长", count: 501)
    let refused: [(OwnChange, OwnFlaw)] = [
      (.add(draft(""), behind: nil, versionOf: nil), .noTitle),
      (.add(draft("甲", text: ""), behind: nil, versionOf: nil), .noText),
      (
        .add(draft("甲", text: String(repeating: "a", count: 1 << 20)), behind: nil, versionOf: nil),
        .phraseTooLong
      ),
      (.code(company.key, String(repeating: "a", count: 65)), .codeTooLong),
      (.value("1", name: String(repeating: "名", count: 65)), .nameTooLong),
      (.value(long, name: "名"), .valueTooLong),
    ]
    let edition = try store.edition()
    for (change, flaw) in refused {
      #expect(
        failure { () throws(StoreError) in try store.change(change, at: 0) } == .refused(flaw))
    }
    #expect(try store.edition() == edition)
    let report = PhraseReport(kind: .typo, key: nil, title: "", remark: long)
    #expect(
      failure { () throws(StoreError) in try store.report(report, at: 0) }
        == .refused(.remarkTooLong))
    try change(.value(String(long.dropLast()), name: "名"))
    for flaw in OwnFlaw.allCases {
      #expect(StoreError.refused(flaw).sentence(.english).hasSuffix("."))
      #expect(StoreError.refused(flaw).sentence(.chinese).hasSuffix("。"))
    }
  }

  @Test func `reports are kept in their order`() throws {
    let reports = [
      PhraseReport(kind: .outdated, key: company.key, title: "查件", remark: "价格变了"),
      PhraseReport(kind: .missing, key: nil, title: "yunfei\u{0}", remark: ""),
    ]
    for (number, report) in reports.enumerated() { try store.report(report, at: Int64(number)) }
    #expect(try store.reports().map(\.report) == reports)
    #expect(try store.reports(since: 1).map(\.report) == [reports[1]])
  }

  @Test func `a copy has all of it, and what is erased is in neither`() throws {
    let day = try #require(Day(iso: "2026-11-22"))
    let key = try add(draft("甲"), of: company)
    try change(.bin(try add(draft("乙"))))
    try change(.hide(company.key))
    try change(.value("xiao-wang", name: "客服"))
    try store.report(PhraseReport(kind: .wrong, key: key, title: "t", remark: "xiao-wang"), at: 1)
    try store.backUp(on: day)
    let path = store.backups.path(of: day)
    let copy = try Store.open(at: path, mode: .readOnly)
    #expect(try copy.arrangement() == store.arrangement())
    #expect(try copy.binned() == store.binned())
    #expect(try copy.reports() == store.reports())
    copy.close()

    #expect(try store.eraseUsage(keepingValues: true).values == 0)
    #expect(try store.arrangement().values == ["客服": "xiao-wang"])
    try store.report(PhraseReport(kind: .wrong, key: key, title: "t", remark: "xiao-wang"), at: 1)
    let erased = try store.eraseUsage()
    #expect(erased.reports == 1 && erased.values == 1 && erased.leftover == nil)
    #expect(try store.reports().isEmpty && store.arrangement().values.isEmpty)
    #expect(try store.arrangement().hidden == [company.key])
    #expect(try store.binned().count == 1)
    for path in [store.path, path] {
      #expect(try !bytes(of: path).contains(Array("xiao-wang".utf8)))
    }
  }

  @Test func `a value with a changed letter is never filled in`() throws {
    try change(.value("62220001", name: "账号"))
    try sql(scratch.store, "UPDATE arrangement SET value = replace(value, '62220001', '62220007')")
    #expect(
      failure { () throws(StoreError) in try store.arrangement() }
        == .damaged(path: scratch.store, row: StoreRow(table: "arrangement", number: 0)))
    store.close()
    let rescue = try Store.rescue(at: scratch.store)
    #expect(rescue?.isWhole == false)
    #expect(try Store.open(at: scratch.store).arrangement() == Arrangement())
  }

  @Test func `two desks change at once, and each thing is as the last left it`() async throws {
    let path = scratch.store
    _ = try store.importPersonal(made(0..<8))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for desk in 0..<4 {
        group.addTask {
          let store = try Store.open(at: path)
          defer { store.close() }
          for round in 0..<25 {
            let shared = PhraseKey(source: "kb", id: "k\(round % 5)")
            _ = try store.change(.pin(shared, row: round % 9 + 1), at: 0)
            _ = try store.change(.code(shared, "d\(desk)"), at: 0)
            _ = try store.change(.value("d\(desk)", name: "v\(round % 3)"), at: 0)
            let key = try store.change(
              .add(
                Phrase(
                  key: PhraseKey(source: "", id: ""), title: "desk \(desk) \(round)", text: "t"),
                behind: PhraseKey(source: "personal", id: "id-\(round % 8)"), versionOf: nil),
              at: 0
            ).key
            if round % 5 == 0, let key { _ = try store.change(.bin(key), at: 0) }
            if round % 10 == 0, let key { _ = try store.change(.restore(key), at: 0) }
          }
        }
      }
      try await group.waitForAll()
    }
    let own = try store.ownPhrases()
    let binned = try store.binned()
    // 25 rounds: five were thrown away, three of them had back.
    #expect(own.count == 8 + 4 * 23)
    #expect(binned.count == 4 * 2)
    let titles = Set((own + binned.map(\.phrase)).map(\.title))
    #expect(titles.count == 8 + 4 * 25)
    let arrangement = try store.arrangement()
    #expect(Set(arrangement.pins.values).count == arrangement.pins.count)
    #expect(arrangement.codes.count == 5 && arrangement.values.count == 3)
    try store.check()
  }
}

extension [UInt8] {
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    guard let first = other.first else { return true }
    return indices.contains { index in
      self[index] == first && self[index...].starts(with: other)
    }
  }
}
