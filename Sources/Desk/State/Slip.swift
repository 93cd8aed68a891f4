import Phrases

/// The values that were given once in a conversation, and fill the fields of every further form.
///
/// Never written anywhere: they are a customer's.
struct Slip: Equatable, Sendable {
  /// A value by the name of the field that it was given in, the one that was given last behind all others.
  private(set) var values: [(name: String, value: GivenValue)] = []
  /// What the last pasted message holds, until it is taken or another is pasted.
  private(set) var offers: [FoundValue] = []
  /// How many messages were pasted: a value from before the last may be another customer's.
  private var messageCount = 0
  /// When something was sent last.
  private var lastSend: Milliseconds?

  /// How long values go without saying after the last send where nothing tells one customer from the
  /// next.
  static let lifetime: Milliseconds = 600_000

  var isEmpty: Bool { values.isEmpty && offers.isEmpty }

  /// Keeps a value, in place of the one that was given for the same name.
  mutating func keep(_ text: String, for name: String, _ clock: DeskClock) {
    values.removeAll { $0.name == name }
    values.append((name, stamp(text, clock)))
  }

  /// Forgets the value that was given for a name.
  ///
  /// - Returns: whether there was one.
  mutating func forget(_ name: String) -> Bool {
    let count = values.count
    values.removeAll { $0.name == name }
    return values.count < count
  }

  /// A value as it is given now.
  func stamp(_ text: String, _ clock: DeskClock) -> GivenValue {
    GivenValue(text: text, given: clock.now, timeOfDay: clock.timeOfDay, message: messageCount)
  }

  /// Offers what a pasted text holds, in place of what the one before held.
  mutating func offer(_ found: [FoundValue], isMessage: Bool) {
    if isMessage { messageCount += 1 }
    if isMessage || !found.isEmpty { offers = found }
  }

  /// Takes the offered values, each also in place of the one that another name for the same has, where there is
  /// but one such name: of two nobody knows which is meant.
  mutating func takeOffers(_ patterns: [ValuePattern], _ clock: DeskClock) {
    for found in offers {
      let pattern = patterns.first { $0.isFor(found.name) }
      let others = values.map(\.name).filter { pattern?.isFor($0) == true && $0 != found.name }
      if others.count == 1 { keep(found.text, for: others[0], clock) }
      keep(found.text, for: found.name, clock)
    }
    offers = []
  }

  mutating func noteSend(_ clock: DeskClock) { lastSend = clock.now }

  /// Whether a value may be another customer's, in a conversation that nothing names.
  func isDoubtful(_ value: GivenValue, _ clock: DeskClock) -> Bool {
    value.message < messageCount
      || clock.now > max(lastSend ?? value.given, value.given) + Slip.lifetime
  }

  static func == (left: Slip, right: Slip) -> Bool {
    left.offers == right.offers && left.messageCount == right.messageCount
      && left.lastSend == right.lastSend
      && left.values.elementsEqual(right.values) { $0.name == $1.name && $0.value == $1.value }
  }
}
