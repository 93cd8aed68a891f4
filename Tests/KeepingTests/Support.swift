import Foundation
import Phrases
import Store

@testable import Keeping

extension Opening {
  /// What a keeper of this opens.
  func phrasesOpened() throws(OpeningError) -> Opened {
    try Keeper(self, remarking: { _ in }).open()
  }
}

/// What keepers told, from whatever thread.
final class Told: Sendable {
  private let news = Locked<[News]>([])

  @Sendable func take(_ news: News) { self.news.withLock { $0.append(news) } }

  var all: [News] { news.withLock { $0 } }

  var remarks: [Remark] {
    all.compactMap { if case .remark(let remark) = $0 { remark } else { nil } }
  }

  var rescues: Int { remarks.count { if case .rescued = $0 { true } else { false } } }

  var outcomes: [OwnOutcome] {
    all.compactMap { if case .ownChange(let outcome) = $0 { outcome } else { nil } }
  }

  /// What was told of what is arranged, the last of it.
  var arrangement: (arrangement: Arrangement, originals: [PhraseKey: Phrase])? {
    for news in all.reversed() {
      if case .arrangement(let arrangement, let originals) = news {
        return (arrangement, originals)
      }
    }
    return nil
  }

  /// What was told of the last days' changes, the last of it.
  var recent: [RecentChange] {
    for news in all.reversed() {
      if case .recentChanges(let changes) = news { return changes }
    }
    return []
  }

  /// Which phrases each prior that was told says something of, by their numbers.
  var priors: [[Int32]] {
    all.compactMap { news in
      if case .prior(let prior, _) = news {
        prior.points.keys.map(\.rawValue).sorted()
      } else {
        nil
      }
    }
  }
}

extension Phrase {
  /// A phrase of the agent's own.
  static func own(_ id: String, _ text: String = "x", department: String = "") -> Phrase {
    Phrase(
      key: PhraseKey(source: Store.ownSource, id: id), level: .personal, department: department,
      title: "t" + id, text: text)
  }
}

extension Send {
  /// A send of a phrase of the agent's own, just now.
  static func own(_ id: String) -> Send {
    Send(
      key: PhraseKey(source: Store.ownSource, id: id), time: SystemClock.unixTime, way: "tmux",
      keystrokes: 4, milliseconds: 900)
  }
}

/// Overwrites a file with what is no store.
func damage(_ path: String) throws {
  try Data(repeating: 7, count: 9_000).write(to: URL(filePath: path))
}
