/// When a source is asked next: regularly while all is well, ever more rarely while it fails.
///
/// A thousand desks that were started together, or that a server has come back to, must not ask
/// together: every waiting time has chance in it. While all is well it is the interval and up to a tenth
/// more or less; after failures anything up to base · 2ⁿ ("full jitter": Brooker, "Exponential Backoff
/// And Jitter", 2015), and never less than the source itself asked for.
public struct PollSchedule: Sendable {
  /// In seconds.
  let interval: Int
  private var failures = 0

  /// The first waiting time after a failure reaches up to here, in seconds.
  static let base = 5
  /// No waiting time is longer, unless the source asks for it, in seconds.
  static let cap = 15 * 60
  /// What a source may ask for at most, in seconds: a typing error of a server is not for ever.
  static let mostAsked = 24 * 3600

  public init(interval: Int) { self.interval = max(1, interval) }

  /// The time until the first poll, in milliseconds.
  public func first(using random: inout some RandomNumberGenerator) -> Int {
    Int.random(in: 0...min(30, interval) * 1_000, using: &random)
  }

  /// The time until the next poll, in milliseconds.
  ///
  /// `isWell` says whether the last one got an answer that could be used; `asked` is the least time
  /// that the source asked for, in seconds.
  public mutating func next(
    isWell: Bool, asked: Int?, using random: inout some RandomNumberGenerator
  ) -> Int {
    failures = isWell ? 0 : min(failures + 1, 16)
    let least = min(max(asked ?? 0, 0), PollSchedule.mostAsked) * 1_000
    if isWell {
      let spread = interval * 100
      return max(least, interval * 1_000 + Int.random(in: -spread...spread, using: &random))
    }
    let reach = min(PollSchedule.base << failures, PollSchedule.cap) * 1_000
    return max(1_000, least + Int.random(in: 0...reach, using: &random))
  }
}
