import Testing

@testable import Search

@Suite struct SuggestBitCountersTests {
  private typealias Bitmap = [UInt64]

  private func bitmap(_ random: inout SeededGenerator, oneIn rarity: Int) -> Bitmap {
    var words = Bitmap(repeating: 0, count: BitCounters.words)
    for position in 0..<IndexChunk.capacity where random.next() % UInt64(rarity) == 0 {
      words[position >> 6] |= 1 << UInt64(position & 63)
    }
    return words
  }

  /// Adds bitmaps with weights to counters, and to plain numbers.
  private func counted(
    seed: UInt64, _ weights: [Int], oneIn rarity: Int
  ) -> (BitCounters, [Int]) {
    var random = SeededGenerator(seed: seed)
    var counters = BitCounters()
    var plain = [Int](repeating: 0, count: IndexChunk.capacity)
    for weight in weights {
      let words = bitmap(&random, oneIn: rarity)
      words.withUnsafeBufferPointer { counters.add($0, weight: weight) }
      for position in plain.indices where words[position >> 6] >> UInt64(position & 63) & 1 != 0 {
        plain[position] = min(plain[position] + weight, BitCounters.maximum)
      }
    }
    return (counters, plain)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `Counts are those of counting one by one`(seed: UInt64) {
    let (counters, plain) = counted(seed: seed, [1, 1, 2, 3, 1, 5, 1, 7, 1, 1], oneIn: 3)
    #expect((0..<IndexChunk.capacity).allSatisfy { counters.count(at: $0) == plain[$0] })
    for least in 1...BitCounters.maximum {
      var positions: [Int] = []
      counters.eachPosition(atLeast: least) { positions.append($0) }
      #expect(positions == plain.indices.filter { plain[$0] >= least })
      #expect(counters.count(atLeast: least) == positions.count)
    }
  }

  @Test func `A counter that is full stays full`() {
    let (counters, plain) = counted(
      seed: 9, Array(repeating: 1, count: 90) + [40, 63, 100], oneIn: 2)
    #expect((0..<IndexChunk.capacity).allSatisfy { counters.count(at: $0) == plain[$0] })
    #expect(counters.count(atLeast: BitCounters.maximum) > 0)
  }

  @Test func `Cleared counters count anew`() {
    var (counters, _) = counted(seed: 3, [5, 9, 33], oneIn: 2)
    counters.clear()
    #expect(counters.count(atLeast: 1) == 0)
    var words = Bitmap(repeating: 0, count: BitCounters.words)
    words[127] = 1 << 63
    words.withUnsafeBufferPointer { counters.add($0) }
    #expect(counters.count(atLeast: 1) == 1)
    #expect(counters.count(at: IndexChunk.capacity - 1) == 1)
  }

  @Test func `The threshold leaves about as many as are wanted`() {
    var threshold = CandidateThreshold(limit: 500)
    var last = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let (counters, _) = counted(seed: seed, Array(repeating: 1, count: 20), oneIn: 4)
      let least = threshold.admit(counters)
      #expect(least >= last)
      #expect(counters.count(atLeast: least) <= 500)
      last = least
    }
    #expect(last > 5)
  }

  @Test func `Phrases that are all alike are not lost to the threshold`() {
    var threshold = CandidateThreshold(limit: 10)
    var counters = BitCounters()
    let all = Bitmap(repeating: .max, count: BitCounters.words)
    all.withUnsafeBufferPointer { counters.add($0, weight: 7) }
    #expect(threshold.admit(counters) == 7)
    #expect(threshold.admit(counters) == 7)
  }
}
