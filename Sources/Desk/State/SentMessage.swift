import Phrases

/// A message as it went out, to be sent again to the same customer.
struct SentMessage: Equatable, Sendable {
  let outgoing: Outgoing
  /// What it was made of, as that read then.
  let phrases: [Phrase]
  /// When it went out, as a value that was given then.
  let stamp: GivenValue

  init(_ outgoing: Outgoing, of phrases: [Phrase], _ stamp: GivenValue) {
    self.outgoing = outgoing
    self.phrases = phrases
    self.stamp = stamp
  }

  var timeOfDay: TimeOfDay? { stamp.timeOfDay }
}
