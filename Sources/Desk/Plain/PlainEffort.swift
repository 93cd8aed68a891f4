import Phrases

/// Measures what it takes to send a phrase where only whole lines are seen.
///
/// A line counts its characters and the Enter behind it; the time begins when the query is sent off,
/// because nobody tells when its first letter was typed.
struct PlainEffort: Sendable {
  private var keystrokes = 0
  private var start: Milliseconds = 0
  private var lastLine = 0
  private var now: Milliseconds = 0

  mutating func take(_ line: String, at time: Milliseconds) {
    lastLine = line.count + 1
    keystrokes += lastLine
    now = time
  }

  /// Begins anew with the line that was taken last.
  mutating func begin() {
    keystrokes = lastLine
    start = now
  }

  /// What was measured; another number from the same list counts from here.
  mutating func stop() -> Effort {
    defer {
      keystrokes = 0
      start = now
    }
    return Effort(keystrokes: keystrokes, milliseconds: now - start)
  }
}
