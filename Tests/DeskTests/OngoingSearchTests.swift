import Phrases
import Search
import Testing

@testable import Desk

/// A search that goes on while the agent looks at what it found so far.
@Suite struct OngoingSearchTests {
  /// A desk that has drawn the first `count` hits of a query and searches on.
  private func player(
    searching query: String = "发", drawn count: Int, phrases: [Phrase] = .shop
  ) -> Player {
    var player = Player(phrases: phrases)
    player.press(query)
    player.interruptSearch(after: count)
    return player
  }

  @Test func `While a search is not finished every event asks to go on, and then none does`() {
    var player = player(drawn: 1)
    #expect(player.desk.handle(.drawn) == [.continueSearch])
    while player.desk.list.ongoing != nil { player.take(.continueSearch) }
    #expect(player.desk.handle(.drawn) == [])
  }

  @Test func `What is found later stands below, and selection and rows in sight stay`() {
    var player = player(searching: "a", drawn: 2, phrases: .numbered(3) + .shop)
    player.press("<Down>")
    player.interruptSearch(reversing: 2)
    let before = player.desk.list.hits
    let selected = player.selectedTitle
    player.settle()
    #expect(player.desk.list.hits.count > before.count)
    #expect(Array(player.desk.list.hits.prefix(before.count)) == before)
    #expect(player.selectedTitle == selected)
    #expect(Set(player.desk.list.hits).count == player.desk.list.hits.count)
  }

  @Test func `A digit pressed before a new row was drawn does not send that row`() {
    var player = player(drawn: 1)
    while player.desk.list.ongoing != nil { player.take(.continueSearch) }
    #expect(player.desk.list.hits.count > 1)
    player.press("<A-2>")
    #expect(player.delivered.isEmpty && player.desk.dialog == nil)
    #expect(player.screen.contains("has this number"))
    player.take(.drawn)
    player.press("<A-2>")
    #expect(player.delivered.count + (player.desk.dialog == nil ? 0 : 1) == 1)
  }

  @Test func `Enter pressed before the first hit was drawn sends nothing`() {
    var player = player(searching: "fhyc", drawn: 0)
    while player.desk.list.ongoing != nil { player.take(.continueSearch) }
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("nothing was sent"))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test func `A key that changes the query makes the new list the one that is meant`() {
    var player = player(drawn: 1)
    player.take(.continueSearch)
    player.press("<Esc>fhyc<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test func `A key replaces the search`() {
    var player = player(drawn: 1)
    player.press("h")
    guard case .query(let run)? = player.desk.list.ongoing ?? .query(player.newRun) else { return }
    #expect(run.query.text == "发h")
  }

  @Test func `Until the search is finished nothing is said to be missing`() {
    var player = player(drawn: 0)
    #expect(player.screen.contains("Searching.."))
    player.settle()
    #expect(!player.screen.contains("Searching.."))
  }

  @Test(arguments: [
    (35, 120, "about 5,400 of 10"), (24, 80, "about 5,400"), (45, 38, "about 5,400"),
  ])
  func `A count that is an estimate says so`(rows: Int, columns: Int, text: String) {
    var player = Player(rows: rows, columns: columns)
    player.press("发")
    let hits = player.desk.list.hits
    player.desk.list.rows.show(
      SearchResult(hits: hits, total: 5_432, isTotalExact: false), of: player.desk.list.subject,
      selecting: .first)
    #expect(player.screen.contains(text))
    #expect(!player.screen.contains("5,432"))
  }

  @Test func `What an estimate is told with is rounded to two digits`() {
    #expect([7, 99, 104, 987, 5_432, 199_999].map(\.rounded) == [7, 99, 100, 990, 5_400, 200_000])
  }

  @Test(arguments: [(35, 120), (24, 80), (45, 38)])
  func `What was not found as typed is marked, and the first of each kind says why`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns)
    player.press("货")
    player.show(tiers: [.exact, .fuzzySound, .fuzzySound, .typo])
    let list = player.screen.split(separator: "\n").map(String.init)
    func row(_ number: Int) -> String { list.first { $0.contains(" \(number)~") } ?? "" }
    #expect(player.screen.contains(">1 "))
    // In as many words as there is room for beside the title.
    #expect(row(2).contains("sound"))
    #expect(!row(3).contains("sound") && !row(3).isEmpty)
    #expect(row(4).contains("one key off"))
  }

  @Test func `The prior counts from the next search on, and moves nothing before`() throws {
    var player = Player()
    player.press("发")
    let hits = player.desk.list.hits
    let last = try #require(hits.last)
    player.take(.prior(Prior([last.number: Prior.maximum])))
    #expect(player.desk.list.hits == hits)
    #expect(player.desk.listed.prior.points[last.number] == Prior.maximum)
  }

  @Test func `What can be searched already is searched, and the status line says how much it is`() {
    var player = Player(phrases: [])
    player.take(.partialLibrary(Library(.shop), origin: .store, of: 1_000_000))
    player.take(.drawn)
    player.press("<Down><Down>")
    let title = player.selectedTitle
    player.take(.partialLibrary(Library(.shop + .numbered(90)), origin: .store, of: 1_000_000))
    #expect(player.screen.contains("indexing 100 of 1,000,000"))
    #expect(player.selectedTitle == title)
    player.take(.library(Library(.shop + .numbered(200)), origin: .store))
    #expect(!player.screen.contains("indexing"))
    #expect(player.selectedTitle == title)
  }
}

extension Player {
  /// A search for what stands in the box that has not begun.
  var newRun: SearchRun {
    SearchRun(
      query: Query(desk.search.text, options: desk.options), library: desk.library,
      limit: Desk.hitLimit)
  }

  /// Sets the desk back to where its search had found only the first `count` hits, and draws it.
  mutating func interruptSearch(after count: Int) {
    let hits = Array(desk.list.hits.prefix(count))
    show(hits)
  }

  /// The same, where what had been found were the last `count` hits, the worst first.
  mutating func interruptSearch(reversing count: Int) {
    let selected = desk.list.viewport.selected
    show(desk.list.hits.reversed().prefix(count) + [])
    for _ in 0..<selected { desk.list.move(.down, height: desk.layout.listRows) }
  }

  private mutating func show(_ hits: [Hit]) {
    desk.list.rows.show(
      SearchResult(hits: hits, total: hits.count), of: desk.list.subject, selecting: .first)
    desk.list.ongoing = .query(newRun)
    take(.drawn)
  }

  /// Shows phrases as if they had been found by these passes.
  mutating func show(tiers: [Tier]) {
    let hits = zip(desk.library.numbers, tiers).map { Hit(number: $0, score: 1, tier: $1) }
    desk.list.rows.show(
      SearchResult(hits: hits, total: hits.count), of: desk.list.subject, selecting: .first)
  }
}
