import Phrases
import Testing

@testable import Sync

/// Each bound of what a source may send, and what is said beyond it.
struct LimitTests {
  /// Bounds that a test can exceed without much memory.
  private var small: HTTPOptions {
    var options = options()
    options.limits.bytes = 100_000
    options.limits.inflatedBytes = 10_000
    // The bounds are what is tried, not how quick the machine is just now.
    options.limits.totalMilliseconds = 60_000
    options.limits.slowSeconds = 60
    return options
  }

  /// Beyond the bound in every packing, and hardly to be packed.
  private let rows = Array((0..<20_000).map { "\($0 &* 2_654_435_761 % 99_991)\n" }.joined().utf8)

  @Test func `The bounds are those that the guide names`() {
    #expect(KnowledgeBase.mostBytes == 268_435_456)
    let limits = HTTPOptions.Limits()
    #expect(limits.bytes == 268_435_456)
    #expect(limits.inflation == 100)
    #expect([limits.totalMilliseconds, limits.headerBytes] == [120_000, 262_144])
  }

  @Test func `Each bound of the web has a sentence of its own`() throws {
    let packed = try gzip(rows)
    let bomb = try gzip([UInt8](repeating: 0x61, count: 90_000))
    // A member that holds nothing, for ever.
    let nothing = try gzip([])
    let unbounded = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
    let members = Array(repeating: nothing, count: 100).flatMap { $0 }
    let size = String(members.count, radix: 16)
    let cases: [(FaultServer, FetchFailure.Reason)] = [
      (FaultServer(answer(rows)), .tooLarge(limit: 100_000)),
      (
        FaultServer { _, client in
          client.send(unbounded + "\r\n")
          client.sendForever(Array("5\r\ntext\n\r\n".utf8))
        }, .tooLarge(limit: 100_000)
      ),
      (
        FaultServer { _, client in
          client.send(unbounded + "Content-Encoding: gzip\r\n\r\n")
          client.sendForever(Array("\(size)\r\n".utf8) + members + Array("\r\n".utf8))
        }, .tooLarge(limit: 100_000)
      ),
      (
        FaultServer(answer(packed, "Content-Encoding: gzip")), .unpacksTooLarge(limit: 100_000)
      ),
      (
        FaultServer(answer(bomb, "Content-Encoding: gzip")), .broken(.inflates(limit: 100))
      ),
    ]
    for (server, reason) in cases {
      #expect(fetch(server.url, small).reason == reason)
    }
    let sentences = Set(cases.map { FetchFailure($0.1).sentence(.english, source: "kb") })
    #expect(sentences.count == 3)
  }

  @Test func `A file at a path is held to the same bound`() throws {
    let scratch = try Scratch()
    let path = try scratch.write(String(decoding: rows, as: UTF8.self), to: "kb.csv")
    let transport = PathTransport(path: path, limit: 100_000)
    #expect(
      failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason
        == .tooLarge(limit: 100_000))
  }
}
