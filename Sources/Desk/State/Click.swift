import Phrases

/// The last click in the panes, which the next one may make a double click.
struct Click: Equatable, Sendable {
  var time: Milliseconds
  /// The phrase that it hit, and on which line of the list.
  var phrase: PhraseKey?
  var line: Int?

  /// How far apart, in milliseconds, two clicks may be to count as one double click.
  static let pairTime: Milliseconds = 400

  /// Whether a click at that time still belongs to this one.
  func isFollowed(at time: Milliseconds) -> Bool { time - min(self.time, time) <= Click.pairTime }
}
