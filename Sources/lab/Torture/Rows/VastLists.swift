import Desk
import Phrases
import Search

/// A10: lists that no supervisor writes open in linear time, and keys stay quick.
struct VastLists: TortureTest {
  static let row = "A10"
  static let claim =
    "100,000 categories, 65,536 departments, titles of 40,000 marks: 9 of 10 keys under 16 ms"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let limit = Duration.milliseconds(16)
  /// Opening twice as many may take that much longer: linear, and what a shared machine adds.
  private static let growth = 4.0

  func run() throws -> Report {
    var bounds = Bounds("A10 vast lists")
    try measure("categories", 100_000, &bounds) { number in
      Phrase(
        key: PhraseKey(source: "kb", id: "\(number)"), category: "分类 \(number)",
        title: "refund \(number)", text: "TEXT \(number)")
    }
    try measure("departments", 65_536, &bounds) { number in
      Phrase(
        key: PhraseKey(source: "kb", id: "\(number)"), department: "部门 \(number)",
        category: "售后", title: "refund \(number)", text: "TEXT \(number)")
    }
    let marks = String(String.UnicodeScalarView(repeatElement("\u{301}", count: 40_000)))
    try measure("titles of 40,000 marks", 60, &bounds) { number in
      Phrase(
        key: PhraseKey(source: "kb", id: "\(number)"), category: "售后",
        title: "refund \(number)\(marks)", text: "TEXT \(number)")
    }
    return bounds.report
  }

  private func measure(
    _ name: String, _ count: Int, _ bounds: inout Bounds, _ phrase: (Int) -> Phrase
  ) throws {
    let phrases = (0..<count).map(phrase)
    let half = open(Array(phrases.prefix(count / 2))).time
    var (whole, desk) = open(phrases)
    bounds.add("\(count.grouped) \(name): opened in", whole.text)
    if count > 1_000 {
      bounds.add(
        "and so much longer than half, in percent", Int(whole / half * 100),
        atMost: Int(Self.growth * 100))
    }
    // A key is on the screen before its search goes on, and no step of that keeps the next one waiting.
    var keys = Samples()
    var steps = Samples()
    var time: Milliseconds = 0
    for _ in 0..<3 {
      for key in Key.script("<A-z>refund 7<Down><Esc><Tab><Down><Down><Right><Left><A-z>tuik<Esc>")
        ?? []
      {
        time += 100
        var effects: [Effect] = []
        keys.measure {
          effects = desk.handle(.key(key, at: time))
          _ = desk.draw()
        }
        while effects.contains(.continueSearch) {
          steps.measure { effects = desk.handle(.continueSearch) }
        }
        _ = desk.handle(.drawn)
      }
    }
    bounds.add("\(name): a key, half", keys.median.text)
    bounds.add("\(name): a key, 9 of 10", keys.percentile(90), under: Self.limit)
    bounds.add("\(name): a key, worst", keys.worst.text)
    if steps.count > 0 {
      bounds.add("\(name): a step of the search, worst", steps.worst.text)
    }
  }

  private func open(_ phrases: [Phrase]) -> (time: Duration, desk: Desk) {
    let start = ContinuousClock.now
    var desk = Desk()
    _ = desk.handle(.resize(rows: 35, columns: 120))
    _ = desk.handle(.library(Library(phrases), origin: .store))
    _ = desk.draw()
    return (ContinuousClock.now - start, desk)
  }
}
