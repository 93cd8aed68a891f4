import Foundation
import Glibc
import Testing

@testable import Keeping

@Suite struct ThreadsTests {
  private func isReadable(_ descriptor: Int32, within milliseconds: Int32 = 0) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) == 1
  }

  @Test func `A letter wakes the loop, and taking it lets it sleep again`() throws {
    let mailbox = try Mailbox<Int>()
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post(1, 2)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll() == [1, 2])
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().isEmpty)
  }

  @Test func `More letters than the pipe holds are all kept`() throws {
    let mailbox = try Mailbox<Int>()
    for _ in 0..<100_000 { mailbox.post(1) }
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
}
