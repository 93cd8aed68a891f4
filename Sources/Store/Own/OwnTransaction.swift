import GRDB
import Phrases

/// Does one ``OwnChange``; to be used inside a transaction.
struct OwnTransaction {
  private let database: Database
  /// The row of the source that the agent's own phrases are of.
  private let source: Int64
  /// In seconds since 1970 (UTC).
  private let time: Int64

  static func run(
    _ change: OwnChange, at time: Int64, in database: Database
  ) throws -> OwnOutcome {
    if let flaw = change.flaw { throw StoreError.refused(flaw) }
    let source = try PersonalImport.makeSource(in: database)
    let before = database.totalChangesCount
    let transaction = OwnTransaction(database: database, source: source, time: time)
    let key = try transaction.perform(change)
    return OwnOutcome(change, key: key, hasChanged: database.totalChangesCount != before)
  }

  private func perform(_ change: OwnChange) throws -> PhraseKey? {
    switch change {
    case .add(let phrase, let neighbour, let original):
      return try add(phrase, behind: neighbour, versionOf: original)
    case .edit(let phrase, let over): return try edit(phrase, over: over)
    case .bin(let key): return try bin(key)
    case .restore(let key): return try restore(key)
    case .takeOriginal(let key):
      let arrangement = try arrangement()
      guard let version = isOwn(key) ? key : arrangement.version(of: key),
        arrangement.originals[version] != nil
      else { return nil }
      return try bin(version)
    case .keepVersion(let key, let original):
      guard try arrangement().originals[key] != nil else { return nil }
      try put(.version(key, Arrangement.Original(key: original.key, text: original.text)))
    case .pin(let key, let row): try pin(key, row)
    case .unpin(let key):
      for (row, pinned) in try arrangement().pins where pinned == key { try remove(.pin(row, key)) }
    case .code(let key, let code): try setCode(code, of: key)
    case .hide(let key): try put(.hidden(key))
    case .show(let key): try remove(.hidden(key))
    case .order(let keys, let place): try set(.order(place, keys.uniqued))
    case .orderCategories(let names, let place): try set(.names(place, names.uniqued))
    case .dropOrder:
      try ArrangementRows.removeAll(.order, in: database)
      try ArrangementRows.removeAll(.names, in: database)
    case .value(let value, let name): try set(value, for: name)
    case .dropValue(let name): try set("", for: name)
    }
    return nil
  }

  // MARK: - Her phrases

  private func add(
    _ phrase: Phrase, behind neighbour: PhraseKey?, versionOf original: Phrase?
  ) throws -> PhraseKey {
    let own = try PhraseRows.placed(ofSource: source, named: PersonalImport.source, in: database)
    let original = original.flatMap { isOwn($0.key) ? nil : $0 }
    let version = try original.flatMap { try arrangement().version(of: $0.key) }
    let same = own.first {
      $0.phrase.saysTheSame(as: phrase) && (original == nil || $0.phrase.key == version)
    }
    if let same {
      if let original { try link(same.phrase.key, to: original) }
      return same.phrase.key
    }
    if let version { _ = try bin(version) }
    var phrase = phrase
    phrase.key = try unusedKey()
    let place = own.firstIndex { $0.phrase.key == neighbour }.map { $0 + 1 } ?? own.count
    var before: [Int64?] = own.map(\.position)
    before.insert(nil, at: place)
    var positions = Placing.positions(for: before)
    try write(phrase, at: positions.remove(at: place))
    for (placed, position) in zip(own, positions) where placed.position != position {
      try move(placed.phrase.key, to: position)
    }
    if let original { try link(phrase.key, to: original) }
    if let neighbour { try stand(phrase.key, behind: neighbour) }
    return phrase.key
  }

  /// What stands behind one of her own stands where that does, and a version where its original does.
  private func stand(_ key: PhraseKey, behind neighbour: PhraseKey) throws {
    let arrangement = try arrangement()
    let other =
      isOwn(neighbour)
      ? arrangement.originals[neighbour]?.key ?? arrangement.neighbours[neighbour] : neighbour
    if let other { try put(.neighbour(key, other)) }
  }

  /// One that is in the bin is taken out of it, and one that is nowhere comes last: what was written is
  /// not lost because another desk threw away what stood there before.
  private func edit(_ phrase: Phrase, over text: String?) throws -> PhraseKey? {
    guard isOwn(phrase.key), !phrase.key.id.isEmpty else { return nil }
    if let text, let placed = try own(phrase.key),
      ![text, phrase.text].contains(placed.phrase.text)
    {
      var other = placed.phrase
      other.key = try unusedKey()
      let binned = BinnedPhrase(other, time: time, original: nil)
      try BinRows.put(Binned(binned: binned, position: placed.position), in: database)
    }
    if try own(phrase.key) == nil, try restore(phrase.key) == nil {
      try write(phrase, at: lastPosition + PlacedPhrase.gap)
    } else {
      // It keeps its place.
      try write(phrase, at: 0)
    }
    return phrase.key
  }

  private func bin(_ key: PhraseKey) throws -> PhraseKey? {
    guard let placed = try own(key) else { return nil }
    let original = try arrangement().originals[key]
    let binned = BinnedPhrase(placed.phrase, time: time, original: original)
    try BinRows.put(Binned(binned: binned, position: placed.position), in: database)
    let statement = try database.makeStatement(
      sql: "DELETE FROM phrase WHERE source = ? AND id = ?")
    try statement.bind(source, at: 1)
    try statement.bind(key.id, at: 2)
    _ = try statement.step()
    if let original {
      try remove(.version(key, original))
      try movePin(from: key, to: original.key)
    }
    return key
  }

  private func restore(_ key: PhraseKey) throws -> PhraseKey? {
    guard isOwn(key), let row = try BinRows.binned(id: key.id, in: database) else { return nil }
    var phrase = row.binned.phrase
    // An import may have brought another one of that id meanwhile.
    if try own(key) != nil { phrase.key = try unusedKey() }
    try write(phrase, at: row.position)
    try BinRows.remove(id: key.id, in: database)
    if let original = row.binned.original, try arrangement().version(of: original.key) == nil {
      try put(.version(phrase.key, original))
      try movePin(from: original.key, to: phrase.key)
    }
    return phrase.key
  }

  private func link(_ version: PhraseKey, to original: Phrase) throws {
    try put(.version(version, Arrangement.Original(key: original.key, text: original.text)))
    try movePin(from: original.key, to: version)
  }

  private func isOwn(_ key: PhraseKey) -> Bool { key.source == PersonalImport.source }

  private func own(_ key: PhraseKey) throws -> PlacedPhrase? {
    guard isOwn(key) else { return nil }
    return try PhraseRows.placed(
      ids: [key.id], ofSource: source, named: PersonalImport.source, in: database
    ).first
  }

  private var lastPosition: Int64 {
    get throws {
      try Int64.fetchOne(
        database, sql: "SELECT max(position) FROM phrase WHERE source = ?", arguments: [source])
        ?? 0
    }
  }

  private func write(_ phrase: Phrase, at position: Int64) throws {
    var phrase = phrase
    phrase.level = .personal
    try PhraseUpsert(database, .changedInPlace)
      .put(PlacedPhrase(phrase, position: position), ofSource: source)
  }

  private func move(_ key: PhraseKey, to position: Int64) throws {
    let statement = try database.makeStatement(
      sql: "UPDATE phrase SET position = ? WHERE source = ? AND id = ?")
    try statement.bind(position, at: 1)
    try statement.bind(source, at: 2)
    try statement.bind(key.id, at: 3)
    _ = try statement.step()
  }

  /// One that no phrase has, nor one in the bin.
  private func unusedKey() throws -> PhraseKey {
    while true {
      let digits = (0..<12).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
      let key = PhraseKey(source: PersonalImport.source, id: "own-" + digits)
      if try own(key) == nil, try BinRows.binned(id: key.id, in: database) == nil { return key }
    }
  }

  // MARK: - What she arranges

  private func arrangement() throws -> Arrangement { try ArrangementRows.all(in: database) }

  private func put(_ entry: ArrangementEntry) throws {
    try ArrangementRows.put(entry, in: database)
  }

  private func remove(_ entry: ArrangementEntry) throws {
    try ArrangementRows.remove(entry, in: database)
  }

  /// Without a value it says nothing.
  private func set(_ entry: ArrangementEntry) throws {
    if entry.value.isEmpty { try remove(entry) } else { try put(entry) }
  }

  private func pin(_ key: PhraseKey, _ row: Int) throws {
    guard (1...Arrangement.pinLimit).contains(row) else { return }
    for (other, pinned) in try arrangement().pins where pinned == key && other != row {
      try remove(.pin(other, key))
    }
    try put(.pin(row, key))
  }

  /// What stands in the place of a phrase has its row, too.
  private func movePin(from key: PhraseKey, to other: PhraseKey) throws {
    if let row = try arrangement().pin(of: key) { try pin(other, row) }
  }

  private func setCode(_ code: String, of key: PhraseKey) throws {
    if var phrase = try own(key)?.phrase {
      phrase.code = code
      return try write(phrase, at: 0)
    }
    if code.isEmpty { try remove(.code(key, code)) } else { try put(.code(key, code)) }
  }

  private func set(_ value: String, for name: String) throws {
    if name.isEmpty { return }
    // Swift takes é and e with an accent for one name, the table for two.
    let known = try arrangement().values.keys.first { $0 == name } ?? name
    if value.isEmpty { try remove(.value(known, "")) } else { try put(.value(known, value)) }
  }
}

extension Phrase {
  /// Whether both are one phrase but for what names and owns them.
  fileprivate func saysTheSame(as other: Phrase) -> Bool {
    var other = other
    (other.key, other.level) = (key, level)
    return self == other
  }
}

extension Array where Element: Hashable {
  /// The first of each.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
