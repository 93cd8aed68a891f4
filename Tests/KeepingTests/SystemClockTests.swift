import Testing

@testable import Keeping

@Suite struct SystemClockTests {
  @Test func `The wait for midnight is within a day, and ends after it`() {
    #expect((1...90_000_001).contains(SystemClock.untilMidnight))
    #expect(SystemClock.today != nil)
    #expect(SystemClock.now <= SystemClock.now)
  }
}
