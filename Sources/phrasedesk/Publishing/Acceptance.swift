import ArgumentParser
import Sync

/// What somebody agrees to before it is asked for: `--accept removed=198,changed=20`.
struct Acceptance {
  /// The most of each that is agreed to.
  private(set) var counts: [String: Int] = [:]

  /// Rows that would be taken back, and cells that others have made otherwise.
  static let undone = "undone"
  static let collisions = "collisions"

  static let keys =
    HoldKey.allCases.map(\.acceptKey).reduce(into: [String]()) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    } + [undone, collisions]

  static func argument(_ text: String) throws -> Acceptance {
    var acceptance = Acceptance()
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, keys.contains(halves[0]), let count = Int(halves[1]), count >= 0
      else {
        throw ValidationError(PublishSentence.badAcceptance(String(part)).sentence(.current))
      }
      acceptance.counts[halves[0]] = count
    }
    return acceptance
  }

  func covers(_ key: String, _ count: Int) -> Bool { count <= counts[key] ?? 0 }
}
