import Desk
import Keeping
import Phrases

@testable import Session

/// A view that notes what happens to it, and is left with Ctrl+Q.
struct NotingView: View {
  struct Notes: Sendable {
    var days: [Day] = []
    var keys: [Key] = []
    var steps = 0
    var drawn = 0
  }

  let notes = Locked(Notes())
  /// How many steps of a search are left.
  var steps = 0

  mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .key(Key(.character("q"), .control), _, _): return [.finish(.quit)]
    case .key(let key, _, _): notes.withLock { $0.keys.append(key) }
    case .day(let day): notes.withLock { $0.days.append(day) }
    case .drawn: notes.withLock { $0.drawn += 1 }
    case .continueSearch:
      steps = max(steps - 1, 0)
      notes.withLock { $0.steps += 1 }
    default: break
    }
    return steps > 0 ? [.continueSearch] : []
  }

  func draw() -> Canvas { Canvas(rows: 1, columns: 1) }
}
