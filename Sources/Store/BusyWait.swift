import Glibc
import Synchronization

/// How a connection waits while another one writes: in short naps, for so long and no longer.
///
/// SQLite's own time-out naps longer and longer, up to a tenth of a second, and then knocks so
/// seldom that it finds the door shut each time: of eight processes that wrote without a pause, some
/// waited over five seconds and gave up. Naps of random length that do not grow give each the same
/// chance, and cost a lock that is asked for and refused.
final class BusyWait: Sendable {
  private let limit: Duration
  private let start = Mutex(ContinuousClock.now)

  /// In microseconds; a commit takes about as long.
  private static let nap: ClosedRange<UInt32> = 500...3_500

  init(limit: Duration) { self.limit = limit }

  /// Naps, and says whether to try again; `tries` counts from 0 for each lock that is waited for.
  func waits(afterTries tries: Int) -> Bool {
    let now = ContinuousClock.now
    let isOver = start.withLock { start in
      if tries == 0 { start = now }
      return now - start >= limit
    }
    if isOver { return false }
    usleep(.random(in: BusyWait.nap))
    return true
  }
}
