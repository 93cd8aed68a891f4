import Glibc

/// A clock that only goes forward, for what is measured between two moments of one run.
public enum MonotonicClock {
  /// Milliseconds since some moment before the program began.
  public static var now: Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Milliseconds(time.tv_sec) * 1_000 + Milliseconds(time.tv_nsec) / 1_000_000
  }
}
