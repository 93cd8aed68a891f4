import Dispatch
import Phrases
import Search

extension Library {
  /// Fewer phrases than this are built on one thread: starting another costs as much.
  private static let worthTwoThreads = 2_000
  /// How many phrases can be searched first where there are many more; about 20 ms of building.
  private static let firstStage = 20_000

  /// Builds the library of many phrases on two threads, in stages that each double it.
  ///
  /// So much of it as can be searched is told after every stage but the last: half of all the time
  /// there is half of the phrases at least, and no more parts are searched in the end than the
  /// number of phrases has doublings.
  public static func built(
    of phrases: [Phrase], telling tell: (_ partial: Library) -> Void = { _ in }
  ) -> Library {
    var segments: [Segment] = []
    var start = 0
    while true {
      let end = stageEnd(after: start, of: phrases.count)
      segments += Library.segments(of: phrases[start..<end])
      let library = Library(segments: segments)
      if end == phrases.count { return library }
      tell(library)
      start = end
    }
  }

  /// The end of the stage that begins at `start`: a rest of less than half as much goes with it.
  private static func stageEnd(after start: Int, of count: Int) -> Int {
    let end = max(2 * start, firstStage)
    return end + end / 2 >= count ? count : end
  }

  /// Two segments, each built on a thread of its own; one where that is not worth it.
  private static func segments(of phrases: ArraySlice<Phrase>) -> [Segment] {
    guard phrases.count >= worthTwoThreads else { return [Segment(Array(phrases))] }
    let middle = phrases.startIndex + phrases.count / 2
    let second = Locked<Segment?>(nil)
    let done = DispatchSemaphore(value: 0)
    Worker(name: "library").run {
      let segment = Segment(Array(phrases[middle...]))
      second.withLock { $0 = segment }
      done.signal()
    }
    let first = Segment(Array(phrases[..<middle]))
    done.wait()
    return [first, second.withLock { $0 }].compactMap { $0 }
  }
}
