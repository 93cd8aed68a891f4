import Desk
import Foundation
import Glibc
import Phrases
import Testing

@testable import Session

@Suite struct LoopTests {
  private func isReadable(_ descriptor: Int32, within milliseconds: Int32 = 0) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) == 1
  }

  @Test func `A letter wakes the loop, and taking it lets it sleep again`() throws {
    let mailbox = try Mailbox()
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post(.event(.notice(.unlimited)), .event(.notice(.nothingSelected)))
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().count == 2)
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().isEmpty)
  }

  @Test func `More letters than the pipe holds are all kept`() throws {
    let mailbox = try Mailbox()
    for _ in 0..<100_000 { mailbox.post(.event(.notice(.unlimited))) }
    #expect(mailbox.takeAll().count == 100_000)
    #expect(!isReadable(mailbox.descriptor))
  }

  @Test func `A worker does its jobs one after the other, in order`() {
    let worker = Worker(name: "test")
    let done = Locked<[Int]>([])
    for number in 0..<1_000 {
      worker.run { done.withLock { $0.append(number) } }
    }
    #expect(worker.finish(within: .seconds(20)))
    #expect(done.withLock { $0 } == Array(0..<1_000))
  }

  @Test func `Waiting for a worker that is stuck ends`() {
    let worker = Worker(name: "test")
    let release = DispatchSemaphore(value: 0)
    worker.run { release.wait() }
    #expect(!worker.finish(within: .milliseconds(50)))
    release.signal()
    #expect(worker.finish(within: .seconds(20)))
  }

  @Test func `The wait for midnight is within a day, and ends after it`() {
    #expect((1...90_000_001).contains(SessionClock.untilMidnight))
    #expect(SessionClock.today != nil)
    #expect(SessionClock.now <= SessionClock.now)
  }
}
