import Phrases
import Testing

@testable import Search

struct ForgivingWorkTests {
  private func work(_ query: String, _ phrases: [Phrase], _ tier: Tier) -> (units: Int, work: Int) {
    guard let matcher = ForgivingMatcher(Query(query), tier: tier) else { return (0, 0) }
    let segment = Segment(phrases)
    var units = 0
    let work = segment.units.withUnsafeBufferPointer { buffer in
      matcher.withScanner(of: buffer) { scanner in
        for position in 0..<segment.count {
          let head =
            Int(segment.unitStarts[2 * position])..<Int(segment.unitStarts[2 * position + 1])
          units += head.count
          _ = scanner.grade(head: head)
        }
        return scanner.work
      }
    }
    return (units, work ?? 0)
  }

  @Test(arguments: [Tier.typo, .gapped])
  func `a unit that nothing begins with is looked at once`(tier: Tier) {
    let phrases = (0..<50).map { Samples.phrase("你好，请问", id: "\($0)") }
    let (units, work) = work("fahuo", phrases, tier)
    #expect(work == units)
  }

  @Test(
    arguments: [
      String(repeating: "shi", count: 7), String(repeating: "a", count: 20), "xianxianxianxian",
      "shsh", String(repeating: "是", count: 60), "a-------",
    ], [Tier.typo, .gapped])
  func `the worst texts cost what the word is long`(query: String, tier: Tier) {
    let titles = [
      String(repeating: "是", count: 300), String(repeating: "a", count: 300),
      String(repeating: "先西安", count: 100), "a" + String(repeating: "-", count: 300),
      String(repeating: "😊", count: 200) + "是" + String(repeating: "😊", count: 200),
    ]
    for title in titles {
      let (units, work) = work(query, [Samples.phrase(title)], tier)
      // From every unit the word is followed once for finding it, and in each of two tables; as
      // far as it is long, or the gap in it may be.
      let reach = tier == .gapped ? GapState.longestReach : 0
      #expect(work <= 4 * (query.unicodeScalars.count + 4 + reach) * units)
    }
  }
}
