import Phrases

/// What is the agent's own, as far as the desk was told, and what she has done since.
struct Own: Equatable, Sendable {
  var arrangement = Arrangement()
  /// What her versions were made of, as that reads now, by her versions' keys.
  var originals: [PhraseKey: Phrase] = [:]
  /// What was sent, the last one first, at most ``sendLimit``.
  private(set) var sends: [EarlierSend] = []
  /// Phrases that were looked at and not sent, the last one first.
  private(set) var lookedAt: [PhraseKey] = []
  /// What was searched for, the last one first.
  private(set) var queries: [String] = []
  /// A phrase that was being written when the agent left it.
  var draft: PhraseDialog?
  /// A report whose line was being written when the agent left it.
  var report: PhraseReport?
  /// A phrase that is on its way to be kept, and what it was written in.
  var written: Written?
  /// What was arranged before the last change, for one that cannot be kept.
  private var before: Before?
  /// Whether something she did is about to change the list: that is shown when it comes.
  var isChanging = false
  /// What fields of these names are filled with where she has said nothing else, by the settings.
  let defaults: [String: String]

  struct Written: Equatable, Sendable {
    let change: OwnChange
    let dialog: PhraseDialog
  }

  private struct Before: Equatable, Sendable {
    let change: OwnChange
    let arrangement: Arrangement
  }

  static let sendLimit = 200
  static let lookedAtLimit = 10
  static let queryLimit = 20

  init(defaults: [String: String] = [:]) { self.defaults = defaults }

  /// What fields are filled with for months: hers, and else the settings'.
  var values: [String: String] { defaults.merging(arrangement.values) { $1 } }

  // MARK: - History

  /// Takes what was sent before; what was sent meanwhile stands above.
  mutating func take(_ sends: [EarlierSend]) {
    let known = Set(sends.map { "\($0.day) \($0.timeOfDay) \($0.key)" })
    self.sends =
      self.sends.filter { !known.contains("\($0.day) \($0.timeOfDay) \($0.key)") } + sends
    self.sends = Array(self.sends.prefix(Own.sendLimit))
  }

  mutating func note(sent keys: [PhraseKey], on day: Day?, _ clock: DeskClock, way: String) {
    lookedAt.removeAll { keys.contains($0) }
    guard let day, let time = clock.timeOfDay else { return }
    sends.insert(
      contentsOf: keys.map { EarlierSend(key: $0, day: day, timeOfDay: time, way: way) }, at: 0)
    sends = Array(sends.prefix(Own.sendLimit))
  }

  mutating func note(lookedAt key: PhraseKey) {
    lookedAt.removeAll { $0 == key }
    lookedAt.insert(key, at: 0)
    lookedAt = Array(lookedAt.prefix(Own.lookedAtLimit))
  }

  mutating func note(query: String) {
    queries.removeAll { $0 == query }
    queries.insert(query, at: 0)
    queries = Array(queries.prefix(Own.queryLimit))
  }

  // MARK: - What she does

  /// Shows a change at once that needs no other phrases: pins and values.
  mutating func apply(_ change: OwnChange) {
    before = Before(change: change, arrangement: arrangement)
    switch change {
    case .pin(let key, let row):
      // A version and what it was made of are one.
      let same = [key, arrangement.originals[key]?.key]
      arrangement.pins = arrangement.pins.filter { !same.contains($0.value) }
      arrangement.pins[row] = key
    case .unpin(let key): arrangement.pins = arrangement.pins.filter { $0.value != key }
    case .value(let text, let name): arrangement.values[name] = text
    case .dropValue(let name): arrangement.values[name] = nil
    case .keepVersion(let key, let phrase): arrangement.originals[key]?.text = phrase.text
    case _: isChanging = true
    }
  }

  /// An order of a place that is on its way to be kept: the next move goes on from there, however fast it comes.
  func orderOnItsWay(in place: Arrangement.Place) -> [PhraseKey]? {
    guard case .order(let keys, place)? = before?.change else { return nil }
    return keys
  }

  /// Notes that a change was kept.
  mutating func noteKept(_ change: OwnChange) {
    if before?.change == change { before = nil }
  }

  /// Takes back what was shown of a change that could not be kept.
  mutating func takeBack(_ change: OwnChange) {
    isChanging = false
    if let before, before.change == change {
      arrangement = before.arrangement
      self.before = nil
    }
  }

  /// Whether the phrase that one of hers was made of is not among the phrases any more.
  func hasLostOriginal(_ key: PhraseKey) -> Bool {
    arrangement.originals[key] != nil && originals[key] == nil
  }

  /// The phrase that one of her own stands in the place of, where that reads otherwise than when she
  /// made hers.
  func rewordedOriginal(of key: PhraseKey) -> Phrase? {
    guard let original = originals[key], original.text != arrangement.originals[key]?.text else {
      return nil
    }
    return original
  }
}
