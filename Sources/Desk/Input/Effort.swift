import Phrases

/// What it took an agent to send a phrase, from reaching for the search box to the sending key.
public struct Effort: Equatable, Sendable {
  /// The sending key counts, the one that reached for the search box does not; a paste is one.
  public var keystrokes: Int
  public var milliseconds: Milliseconds

  public init(keystrokes: Int = 0, milliseconds: Milliseconds = 0) {
    self.keystrokes = keystrokes
    self.milliseconds = milliseconds
  }

  /// The effort as the shares of so many phrases that it sent together, which sum up to it.
  public func shared(among count: Int) -> [Effort] {
    (0..<count).map { index in
      let isFirst = index == 0
      return Effort(
        keystrokes: keystrokes / count + (isFirst ? keystrokes % count : 0),
        milliseconds: milliseconds / UInt64(count) + (isFirst ? milliseconds % UInt64(count) : 0))
    }
  }
}

/// Measures the ``Effort`` that is being made.
struct EffortMeter: Equatable, Sendable {
  private var keystrokes = 0
  private var start: Milliseconds?
  private var now: Milliseconds = 0

  mutating func press(at time: Milliseconds) {
    now = time
    start = start ?? time
    keystrokes += 1
  }

  mutating func paste() { keystrokes += 1 }

  /// Begins anew with the key that was pressed last, which does not count.
  mutating func restart() {
    keystrokes = 0
    start = now
  }

  /// What was measured; the next key begins anew.
  mutating func stop() -> Effort {
    defer {
      keystrokes = 0
      start = nil
    }
    return Effort(keystrokes: keystrokes, milliseconds: now - min(start ?? now, now))
  }
}
