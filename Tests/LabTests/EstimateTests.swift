import Testing

@testable import lab

@Suite struct EstimateTests {
  @Test func `The interval holds the mean and narrows with the sample`() throws {
    let few = try #require(Estimate(meanOf: [0, 1, 0, 1, 1, 0, 1, 0]))
    let many = try #require(
      Estimate(meanOf: (0..<800).map { $0.isMultiple(of: 2) ? 0 : 1 }))
    #expect(few.value == 0.5 && many.value == 0.5)
    #expect(few.low < 0.5 && few.high > 0.5)
    #expect(many.high - many.low < (few.high - few.low) / 4)
  }

  @Test func `A mean of nothing is none`() {
    #expect(Estimate(meanOf: []) == nil)
    #expect(Estimate(shareOf: [(0, 0)]) == nil)
  }

  @Test func `A share is of all keys, not of queries`() throws {
    let share = try #require(Estimate(shareOf: [(1, 1), (0, 9)]))
    #expect(share.value == 0.1)
  }

  @Test func `Ranks below ten count nothing`() throws {
    var judgements = [Judgement(), Judgement(), Judgement()]
    judgements[0].rank = 2
    judgements[1].rank = 11
    let figures = StratumFigures(stratum: .hanzi, judgements: judgements)
    #expect(figures.reciprocalRank(\.rank)?.value == 0.5 / 3)
    #expect(figures.success(at: 9, \.rank)?.value == 1.0 / 3)
  }
}
