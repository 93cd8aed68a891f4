import Phrases
import Search
import Store
import Testing

@testable import Keeping

@Suite struct PriorTests {
  private static let now: Int64 = 1_763_800_000
  private static let week: Int64 = 7 * 24 * 3600
  private static let library = Library(
    (0..<10).map { Phrase(key: key($0), title: "t\($0)", text: "x") })

  private static func key(_ number: Int) -> PhraseKey {
    PhraseKey(source: "personal", id: "\(number)")
  }

  private func sends(_ number: Int, times: Int, ago: Int64 = 0) -> [Send] {
    Array(
      repeating: Send(
        key: Self.key(number), time: Self.now - ago, way: "tmux", keystrokes: 1, milliseconds: 1),
      count: times)
  }

  private func points(_ sends: [Send], of number: Int) -> Int? {
    Prior(sends, at: Self.now, in: Self.library).points[PhraseNumber(rawValue: Int32(number))]
  }

  @Test func `Each doubling of the use is worth an eighth of all`() {
    #expect(points(sends(3, times: 1), of: 3) == 125)
    #expect(points(sends(3, times: 3), of: 3) == 250)
    #expect(points(sends(3, times: 255), of: 3) == Prior.maximum)
    #expect(points(sends(3, times: 9_999), of: 3) == Prior.maximum)
    #expect(points(sends(3, times: 1), of: 4) == nil)
  }

  @Test func `A send of a week ago weighs half, and of longer ago than is remembered nothing`() {
    #expect(points(sends(1, times: 6, ago: Self.week), of: 1) == 250)
    #expect(points(sends(1, times: 1, ago: 60 * Self.week), of: 1) == nil)
    let lately = points(sends(1, times: 4), of: 1) ?? 0
    let before = points(sends(1, times: 4, ago: 3 * Self.week), of: 1) ?? 0
    #expect(lately > before && before > 0)
  }

  @Test func `Sends of a phrase count for her own version of it`() {
    var arrangement = Arrangement()
    arrangement.originals = [
      Self.key(4): Arrangement.Original(key: PhraseKey(source: "kb", id: "k"), text: "")
    ]
    let sent = Send(
      key: PhraseKey(source: "kb", id: "k"), time: Self.now, way: "tmux", keystrokes: 1,
      milliseconds: 1)
    let prior = Prior(
      [sent, sent] + sends(4, times: 1), at: Self.now, in: Self.library, as: arrangement)
    #expect(prior.points == [PhraseNumber(rawValue: 4): 250])
  }

  @Test func `A clock that was put back does no harm, nor does a phrase that is gone`() {
    #expect(points(sends(1, times: 1, ago: -100 * Self.week), of: 1) == 125)
    #expect(points(sends(77, times: 5) + sends(1, times: 1), of: 1) == 125)
  }
}
