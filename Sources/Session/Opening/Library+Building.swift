import Dispatch
import Phrases
import Search

extension Library {
  /// Fewer phrases than this are built on one thread: starting another costs as much.
  private static let worthTwoThreads = 2_000

  /// Builds the library of many phrases on two threads, a half each.
  static func built(of phrases: [Phrase]) -> Library {
    guard phrases.count >= worthTwoThreads else { return Library(phrases) }
    let middle = phrases.count / 2
    let second = Locked<Segment?>(nil)
    let done = DispatchSemaphore(value: 0)
    let worker = Worker(name: "library")
    worker.run {
      let segment = Segment(Array(phrases[middle...]))
      second.withLock { $0 = segment }
      done.signal()
    }
    let first = Segment(Array(phrases[..<middle]))
    done.wait()
    return Library(segments: [first, second.withLock { $0 }].compactMap { $0 })
  }
}
