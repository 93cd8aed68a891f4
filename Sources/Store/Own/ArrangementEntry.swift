import Phrases

/// One thing that an agent has arranged: what it is said of, and what is said.
struct ArrangementEntry: Hashable {
  enum Kind: String, CaseIterable {
    /// A row's number; source and id.
    case pin
    /// Source and id; the code.
    case code
    /// Source and id; nothing.
    case hidden
    /// The id of her version; source, id and text of what it was made of.
    case version
    /// The id of one of her own; source and id of what it stands behind.
    case neighbour
    /// A place; source and id of each phrase in turn.
    case order
    /// A place; the names below it.
    case names
    /// A placeholder's name; what it is filled with.
    case value

    /// Whether it shows in the list of phrases.
    var showsInList: Bool { self != .pin && self != .value }
  }

  var kind: Kind
  var key: [String]
  var value: [String] = []

  static func pin(_ row: Int, _ key: PhraseKey) -> ArrangementEntry {
    ArrangementEntry(kind: .pin, key: [String(row)], value: key.pair)
  }

  static func code(_ key: PhraseKey, _ code: String) -> ArrangementEntry {
    ArrangementEntry(kind: .code, key: key.pair, value: [code])
  }

  static func hidden(_ key: PhraseKey) -> ArrangementEntry {
    ArrangementEntry(kind: .hidden, key: key.pair)
  }

  static func version(_ key: PhraseKey, _ original: Arrangement.Original) -> ArrangementEntry {
    ArrangementEntry(kind: .version, key: [key.id], value: original.texts)
  }

  static func neighbour(_ key: PhraseKey, _ other: PhraseKey) -> ArrangementEntry {
    ArrangementEntry(kind: .neighbour, key: [key.id], value: other.pair)
  }

  static func order(_ place: Arrangement.Place, _ keys: [PhraseKey]) -> ArrangementEntry {
    ArrangementEntry(kind: .order, key: place, value: keys.flatMap(\.pair))
  }

  static func names(_ place: Arrangement.Place, _ names: [String]) -> ArrangementEntry {
    ArrangementEntry(kind: .names, key: place, value: names)
  }

  static func value(_ name: String, _ value: String) -> ArrangementEntry {
    ArrangementEntry(kind: .value, key: [name], value: [value])
  }
}

extension Arrangement {
  /// All of it, one by one, in no order.
  var entries: [ArrangementEntry] {
    var entries = pins.map { ArrangementEntry.pin($0, $1) }
    entries += codes.map { .code($0, $1) }
    entries += hidden.map { .hidden($0) }
    entries += originals.map { .version($0, $1) }
    entries += neighbours.map { .neighbour($0, $1) }
    entries += order.map { .order($0, $1) }
    entries += categoryOrder.map { .names($0, $1) }
    entries += values.map { .value($0, $1) }
    return entries
  }

  /// Takes over what a row says; false where it says no such thing.
  mutating func take(_ entry: ArrangementEntry) -> Bool {
    switch entry.kind {
    case .pin:
      guard let row = entry.key.first.flatMap({ Int($0) }), entry.key.count == 1,
        (1...Arrangement.pinLimit).contains(row), let key = PhraseKey(pair: entry.value)
      else { return false }
      pins[row] = key
    case .code:
      guard let key = PhraseKey(pair: entry.key), entry.value.count == 1 else { return false }
      codes[key] = entry.value[0]
    case .hidden:
      guard let key = PhraseKey(pair: entry.key) else { return false }
      hidden.insert(key)
    case .version:
      guard entry.key.count == 1, let original = Original(texts: entry.value) else { return false }
      originals[PhraseKey(source: PersonalImport.source, id: entry.key[0])] = original
    case .neighbour:
      guard entry.key.count == 1, let other = PhraseKey(pair: entry.value) else { return false }
      neighbours[PhraseKey(source: PersonalImport.source, id: entry.key[0])] = other
    case .order:
      guard entry.value.count.isMultiple(of: 2) else { return false }
      order[entry.key] = stride(from: 0, to: entry.value.count, by: 2).map {
        PhraseKey(source: entry.value[$0], id: entry.value[$0 + 1])
      }
    case .names: categoryOrder[entry.key] = entry.value
    case .value:
      guard entry.key.count == 1, entry.value.count == 1 else { return false }
      values[entry.key[0]] = entry.value[0]
    }
    return true
  }

  /// Takes from an older copy what is not said here.
  mutating func fill(from older: Arrangement) {
    for (row, key) in older.pins where pins[row] == nil && pin(of: key) == nil { pins[row] = key }
    codes.merge(older.codes) { mine, _ in mine }
    hidden.formUnion(older.hidden)
    for (key, original) in older.originals
    where originals[key] == nil && version(of: original.key) == nil { originals[key] = original }
    neighbours.merge(older.neighbours) { mine, _ in mine }
    order.merge(older.order) { mine, _ in mine }
    categoryOrder.merge(older.categoryOrder) { mine, _ in mine }
    values.merge(older.values) { mine, _ in mine }
  }
}

extension Arrangement.Original {
  /// As one cell holds it.
  var texts: [String] { key.pair + [text] }

  init?(texts: [String]) {
    guard texts.count == 3 else { return nil }
    self.init(key: PhraseKey(source: texts[0], id: texts[1]), text: texts[2])
  }
}

extension PhraseKey {
  fileprivate var pair: [String] { [source, id] }

  fileprivate init?(pair: [String]) {
    guard pair.count == 2 else { return nil }
    self.init(source: pair[0], id: pair[1])
  }
}
