import Testing

@testable import Store

struct BusyWaitTests {
  @Test func `a wait goes on until its time is over`() {
    let long = BusyWait(limit: .seconds(3_600))
    #expect(long.waits(afterTries: 0))
    #expect(long.waits(afterTries: 10_000))
    let over = BusyWait(limit: .zero)
    #expect(!over.waits(afterTries: 0))
  }

  @Test func `each lock has its own time`() {
    let wait = BusyWait(limit: .milliseconds(1))
    while wait.waits(afterTries: 1) {}
    #expect(wait.waits(afterTries: 0))
  }
}
