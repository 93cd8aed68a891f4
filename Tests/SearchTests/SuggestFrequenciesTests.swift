import Testing

@testable import Search

@Suite struct SuggestFrequenciesTests {
  private func feature(_ text: String) -> UInt32 {
    let tokens = TokenReader.shared.tokens(of: Array(text.utf16))
    return tokens.count == 1
      ? tokens[0].hash : TokenReader.pair(tokens[0].hash, tokens[1].hash)
  }

  private func library(_ count: Int) -> Library {
    Library(
      (0..<count).map { number in
        Samples.phrase(
          number % 2 == 0 ? "发货时间" : "退款进度",
          text: "第 \(number) 条，\(number % 10 == 0 ? "顺丰顺丰" : "中通")", id: "\(number)")
      })
  }

  @Test func `Frequencies are shares of the phrases, each counted once`() throws {
    let table = try #require(library(1_000).parts.first?.segment.frequencies)
    #expect(table.sampled == 1_000)
    // Slots are shared, so a little more may be counted, never less.
    #expect((500...540).contains(table.frequency(of: feature("发货"))))
    #expect((100...140).contains(table.frequency(of: feature("顺丰"))))
    #expect(table.frequency(of: feature("鲲鹏")) < 40)
  }

  @Test func `Of many phrases an even sample is looked at`() throws {
    let table = try #require(library(20_000).parts.first?.segment.frequencies)
    #expect(table.sampled <= 1 << 11)
    #expect(table.sampled > 1 << 10)
    let share = Double(table.frequency(of: feature("顺丰"))) / Double(table.sampled)
    #expect((0.08...0.13).contains(share))
  }

  @Test func `Rarer features weigh more, and none weighs less than nothing`() {
    let rarity = Rarity(of: library(1_000))
    #expect(rarity.bits(of: feature("顺丰")) > rarity.bits(of: feature("发货")))
    #expect(rarity.bits(of: feature("发货")) > rarity.bits(of: feature("条")))
    #expect(rarity.bits(of: feature("条")) >= 0)
    #expect(Rarity(of: .empty).bits(of: 1) >= 0)
  }
}
