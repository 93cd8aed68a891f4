import Testing

@testable import lab

struct DiskLogTests {
  private let start: DiskLog.Disk = ["/f/a": [1, 1, 1, 1]]

  /// Every state that many tries make of a power cut after all operations.
  private func states(_ operations: [DiskLog.Operation]) -> Set<[String: [UInt8]]> {
    let log = DiskLog(operations)
    var random = SeededGenerator(seed: 1)
    return Set((0..<400).map { _ in log.disk(from: start, after: operations.count, &random) })
  }

  @Test func `what was synchronised is there, what was not may be`() {
    let write = DiskLog.Operation.write("/f/a", offset: 1, [2, 2])
    #expect(states([write, .synchronise("/f/a")]) == [["/f/a": [1, 2, 2, 1]]])
    #expect(states([write]) == [start, ["/f/a": [1, 2, 2, 1]]])
    #expect(states([.synchronise("/f/a"), write]).count == 2)
  }

  @Test func `writes that nobody synchronised come in any order`() {
    let both: [DiskLog.Operation] = [
      .write("/f/a", offset: 0, [2]), .write("/f/a", offset: 0, [3]),
    ]
    let first = Set(states(both).compactMap { $0["/f/a"]?.first })
    #expect(first == [1, 2, 3])
    let reordered = states(both + [.write("/f/a", offset: 1, [4])])
    #expect(reordered.contains(["/f/a": [2, 4, 1, 1]]))
  }

  @Test func `a file that was made is sure once its folder is synchronised`() {
    let make: [DiskLog.Operation] = [
      .make("/f/b"), .write("/f/b", offset: 0, [7]), .synchronise("/f/b"),
    ]
    #expect(states(make).contains(start))
    #expect(states(make + [.synchronise("/f")]) == [["/f/a": [1, 1, 1, 1], "/f/b": [7]]])
  }

  @Test func `writes tear where sectors begin`() {
    let pieces = DiskLog.sectors(of: .write("/f/a", offset: 500, [UInt8](repeating: 9, count: 600)))
    #expect(
      pieces == [
        .write("/f/a", offset: 500, [UInt8](repeating: 9, count: 12)),
        .write("/f/a", offset: 512, [UInt8](repeating: 9, count: 512)),
        .write("/f/a", offset: 1_024, [UInt8](repeating: 9, count: 76)),
      ])
  }

  @Test func `what was told before the cut counts`() {
    let log = DiskLog([.make("/f/b"), .tell, .remove("/f/b")])
    #expect(!log.isTold(after: 1))
    #expect(log.isTold(after: 2))
  }
}
