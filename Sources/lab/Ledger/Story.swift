import Desk
import Phrases

/// One thing that an agent does every day, by keys, and how it is seen that it was done.
struct Story: Sendable {
  /// What fzf over the same file can do of it.
  enum InFzf: Sendable {
    /// It finds these phrases, one after the other.
    case finds([String])
    case cannot
  }

  let task: String
  let language: Language
  let fzf: InFzf
  /// Plays it, and counts from where it begins; throws where it did not come to what it should.
  let play: @Sendable (StoryDesk) throws -> Void
  /// Phrases of a list beside the starter.
  var list: [Phrase] = []
  var values: [String: String] = [:]

  /// Plays it on a desk of its own.
  ///
  /// - Returns: how many keys it took.
  func keys() throws -> Int {
    let desk = try StoryDesk(language, list: list, values: values)
    defer { desk.close() }
    try play(desk)
    return desk.keyCount
  }
}

extension StoryDesk {
  /// Notes that something is not as it should be.
  func expect(_ isSo: Bool, _ what: String) throws {
    if !isSo { throw LabFailure("\(what); sent: \(sent); on the screen:\n\(screen)") }
  }

  func expectSent(_ parts: String..., count: Int = 1) throws {
    try expect(sent.count == count, "\(sent.count) went out instead of \(count)")
    for part in parts { try expect(sent.last?.contains(part) == true, "\(part) did not go out") }
  }
}
