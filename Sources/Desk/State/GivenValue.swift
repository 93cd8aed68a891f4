import Phrases

/// What a placeholder was filled with: never written anywhere.
struct GivenValue: Equatable, Sendable {
  var text: String
  var given: Milliseconds
  var timeOfDay: TimeOfDay?
  /// Whether something was sent since that it was no part of.
  var isPassedOver = false

  /// How long a value goes without saying where nothing tells one customer from the next.
  static let lifetime: Milliseconds = 600_000
}

/// A value as a form offers it.
struct OfferedValue: Equatable, Sendable {
  var text: String
  /// Whether it may be another customer's: it stands there dimmed then, with when it was given, and
  /// a key of its own takes it.
  var isDoubtful = false
  var timeOfDay: TimeOfDay?
}
