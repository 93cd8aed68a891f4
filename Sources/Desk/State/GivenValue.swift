import Phrases

/// What a placeholder was filled with: never written anywhere.
struct GivenValue: Equatable, Sendable {
  var text: String
  var given: Milliseconds
  var timeOfDay: TimeOfDay?
  /// How many messages had been pasted by then.
  var message = 0
}

/// A value as a form offers it.
struct OfferedValue: Equatable, Sendable {
  var text: String
  /// Whether it may be another customer's: it stands there dimmed then, with when it was given, and
  /// a key of its own takes it.
  var isDoubtful = false
  var timeOfDay: TimeOfDay?
}
