import Testing

@testable import Sync

struct PollScheduleTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test func `while all is well it is the interval, a tenth more or less`() {
    var random = Random(state: 1)
    var schedule = PollSchedule(interval: 60)
    let times = (0..<1_000).map { _ in schedule.next(isWell: true, asked: nil, using: &random) }
    #expect(times.allSatisfy { 54_000...66_000 ~= $0 })
    #expect(Set(times).count > 500)
  }

  @Test func `failures are asked after ever more rarely, to a quarter of an hour`() {
    var random = Random(state: 2)
    var longest: [Int] = []
    for failures in 1...12 {
      let times = (0..<200).map { _ in
        var schedule = PollSchedule(interval: 60)
        for _ in 1..<failures { _ = schedule.next(isWell: false, asked: nil, using: &random) }
        return schedule.next(isWell: false, asked: nil, using: &random)
      }
      longest.append(times.max() ?? 0)
      #expect(times.allSatisfy { 1_000...900_000 ~= $0 })
    }
    #expect(longest[0] <= 10_000)
    #expect(longest.last ?? 0 > 600_000)
  }

  @Test func `what the source asks for is obeyed, up to a day`() {
    var random = Random(state: 3)
    var schedule = PollSchedule(interval: 60)
    #expect(schedule.next(isWell: false, asked: 300, using: &random) >= 300_000)
    #expect(schedule.next(isWell: true, asked: 300, using: &random) >= 300_000)
    #expect(schedule.next(isWell: true, asked: 1 << 40, using: &random) <= 24 * 3_600_000)
    #expect(schedule.next(isWell: true, asked: -5, using: &random) >= 54_000)
  }

  /// H4: the load that a thousand desks make in every second, through an outage of five minutes.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `no second has three times the mean after an outage`(seed: UInt64) {
    var random = Random(state: seed)
    let outage = 600_000..<900_000
    let end = 2_400_000
    var requests = [Int](repeating: 0, count: end / 1_000)
    for _ in 0..<1_000 {
      var schedule = PollSchedule(interval: 60)
      var time = schedule.first(using: &random)
      while time < end {
        requests[time / 1_000] += 1
        time += schedule.next(isWell: !outage.contains(time), asked: nil, using: &random)
      }
    }
    // The mean of a calm time; the start and the outage itself are no calm time.
    let calm = requests[120..<600]
    let mean = Double(calm.reduce(0, +)) / Double(calm.count)
    #expect(abs(mean - 1_000.0 / 60) < 1)
    let worstAfter = requests[900...].max() ?? 0
    #expect(Double(worstAfter) <= 3 * mean, "seed \(seed): \(worstAfter), mean \(mean)")
    // Nobody is left behind: within the cap all have come back.
    let last = requests[2_000...].reduce(0, +)
    #expect(last > Int(mean * 400 * 0.8))
  }
}
