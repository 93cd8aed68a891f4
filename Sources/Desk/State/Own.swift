import Phrases

/// What is the agent's own, as far as the desk was told, and what she has done since.
struct Own: Equatable, Sendable {
  /// As she sees it: what was told, with what is on its way to be kept.
  private(set) var arrangement = Arrangement()
  /// As it was told last, with what was kept since.
  private var told = Arrangement()
  /// What she did and nobody has answered yet, in order.
  private var pending: [OwnChange] = []
  /// What her versions were made of, as that reads now, by her versions' keys.
  var originals: [PhraseKey: Phrase] = [:]
  /// What was sent, the last one first, at most ``sendLimit``.
  private(set) var sends: [EarlierSend] = []
  /// Phrases that were looked at and not sent, the last one first.
  private(set) var lookedAt: [PhraseKey] = []
  /// Files of hers that were handed over, the last one first.
  private(set) var files: [Attachment] = []
  /// What was searched for, the last one first.
  private(set) var queries: [String] = []
  /// Phrases that were being written when the agent left them, or that could not be kept, the last one last.
  var drafts: [PhraseDialog] = []
  /// A report whose line was being written when the agent left it.
  var report: PhraseReport?
  /// Phrases that are on their way to be kept, and what they were written in.
  private var written: [Written] = []
  /// How her phrases read that were kept since the desk was opened, by their keys: that is no news to her.
  private(set) var kept: [PhraseKey: String] = [:]
  /// Orders of hers that the phrases do not show yet.
  private var orders: [Arrangement.Place: [PhraseKey]] = [:]
  /// Those of them that the next phrases show.
  private var arranged: Set<Arrangement.Place> = []
  /// Whether something she did is about to change the list: that is shown when it comes.
  var isChanging = false
  /// What fields of these names are filled with where she has said nothing else, by the settings.
  let defaults: [String: String]

  struct Written: Equatable, Sendable {
    let change: OwnChange
    let dialog: PhraseDialog
    /// The conversation that it was written in.
    let conversation: Int
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

  /// Remembers a file that was handed over, the last one first, in memory alone.
  mutating func note(file: Attachment) {
    files.removeAll { $0 == file }
    files.insert(file, at: 0)
    files = Array(files.prefix(Own.lookedAtLimit))
  }

  mutating func note(query: String) {
    queries.removeAll { $0 == query }
    queries.insert(query, at: 0)
    queries = Array(queries.prefix(Own.queryLimit))
  }

  // MARK: - What she does

  /// Takes how everything is arranged, with what is still on its way.
  mutating func take(_ arrangement: Arrangement, originals: [PhraseKey: Phrase]) {
    told = arrangement
    self.originals = originals
    arranged = Set(orders.filter { arrangement.order[$0.key] == $0.value }.keys)
    show()
  }

  /// Phrases have come, which stand as it was told before.
  mutating func notePhrases() {
    orders = orders.filter { !arranged.contains($0.key) }
    arranged = []
  }

  /// Shows a change at once that needs no other phrases: pins and values.
  mutating func apply(_ change: OwnChange) {
    pending.append(change)
    if case .order(let keys, let place) = change { orders[place] = keys }
    if !change.showsAtOnce { isChanging = true }
    show()
  }

  private mutating func show() {
    arrangement = pending.reduce(into: told) { $1.show(in: &$0) }
  }

  /// The phrases of a place as she has put them, also where they do not show it yet: the next move goes on from
  /// there, however fast it comes.
  func ordered(_ keys: [PhraseKey], in place: Arrangement.Place) -> [PhraseKey] {
    guard let named = orders[place] else { return keys }
    // What it does not name follows, as it stands.
    let rest = Set(keys).subtracting(named)
    return named.filter(Set(keys).contains) + keys.filter(rest.contains)
  }

  /// The order of a place once one of its phrases, which stand there as given, stands elsewhere.
  ///
  /// What was ever put in order stays named, since what is not stands as the file has it.
  func order(
    moving key: PhraseKey, to index: Int, among keys: [PhraseKey], in place: Arrangement.Place
  ) -> OwnChange {
    var moved = keys.filter { $0 != key }
    moved.insert(key, at: min(max(index, 0), moved.count))
    let named = Set(orders[place] ?? arrangement.order[place] ?? [])
    let last = moved.lastIndex { named.contains($0) } ?? 0
    let old = keys.firstIndex(of: key) ?? index
    return .order(Array(moved.prefix(max(index, old, last) + 1)), in: place)
  }

  /// The order of names below a place once those that are shown stand as given: the others keep their places.
  func order(ofNames shown: [String], below place: Arrangement.Place) -> OwnChange {
    let old = arrangement.categoryOrder[place] ?? []
    var rest = shown[...]
    let all = (old + shown.filter { !old.contains($0) }).map { name in
      shown.contains(name) ? rest.popFirst() ?? name : name
    }
    return .orderCategories(all, below: place)
  }

  /// Notes a phrase that is on its way to be kept.
  mutating func note(written: Written) { self.written.append(written) }

  /// Notes that a change was kept.
  mutating func noteKept(_ change: OwnChange) {
    remove(change)
    change.show(in: &told)
    show()
    switch change {
    case .edit(let phrase, _), .add(let phrase, _, _): kept[phrase.key] = phrase.text
    case _: break
    }
  }

  /// Takes back what was shown of a change that could not be kept.
  mutating func takeBack(_ change: OwnChange) {
    isChanging = false
    remove(change)
    if case .order(_, let place) = change { orders[place] = nil }
    show()
  }

  /// What a change was written in, once it is answered; nil for any other.
  mutating func takeWritten(_ change: OwnChange) -> Written? {
    written.firstIndex { $0.change == change }.map { written.remove(at: $0) }
  }

  private mutating func remove(_ change: OwnChange) {
    if let index = pending.firstIndex(of: change) { pending.remove(at: index) }
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

extension OwnChange {
  /// Whether it needs no other phrases to be seen.
  fileprivate var showsAtOnce: Bool {
    switch self {
    case .pin, .unpin, .value, .dropValue, .keepVersion: true
    case _: false
    }
  }

  /// Does to an arrangement what shows at once.
  fileprivate func show(in arrangement: inout Arrangement) {
    switch self {
    case .pin(let key, let row):
      // A version and what it was made of are one.
      let same = [key, arrangement.originals[key]?.key]
      arrangement.pins = arrangement.pins.filter { !same.contains($0.value) }
      arrangement.pins[row] = key
    case .unpin(let key): arrangement.pins = arrangement.pins.filter { $0.value != key }
    case .value(let text, let name): arrangement.values[name] = text
    case .dropValue(let name): arrangement.values[name] = nil
    case .keepVersion(let key, let phrase): arrangement.originals[key]?.text = phrase.text
    // Seen with the phrases, and gone on from before.
    case .orderCategories(let names, let place): arrangement.categoryOrder[place] = names
    case _: break
    }
  }
}
