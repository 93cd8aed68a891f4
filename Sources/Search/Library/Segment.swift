import Phrases

/// Phrases that never change, packed for searching: what a ``Library`` is made of.
///
/// All strings lie in one array of UTF-8 and all searchable units in another, so that a phrase
/// costs little more than its letters, and a search walks memory in one direction.
public final class Segment: Sendable {
  /// Records, one after the other; see ``PhraseRecord``.
  private let records: [UInt8]
  /// Where each record starts in ``records``; one more than there are phrases.
  private let recordStarts: [UInt32]
  private let sources: [String]
  private let traits: [PhraseTraits]
  private let keys: KeyIndex

  /// What is searched: title, code, keywords, text of each phrase; see ``FieldUnits``.
  let units: [UInt16]
  /// Two for each phrase: where its units start, and where those of its text do; then the end.
  let unitStarts: [UInt32]
  /// Which of ``paths`` each phrase stands in.
  let pathIDs: [UInt32]
  /// The distinct paths, in order of their first phrase.
  let paths: [CategoryPath]
  /// The units of the names in ``paths``, searched like a phrase's fields.
  let pathUnits: [[UInt16]]
  /// How many phrases that are no drafts stand in each of ``paths``.
  let pathCounts: [Int32]

  public var count: Int { traits.count }

  public init(_ phrases: [Phrase]) {
    var packing = Packing(phrases)
    for phrase in phrases { packing.append(phrase) }
    records = packing.records
    recordStarts = packing.recordStarts
    sources = packing.sources
    traits = packing.traits
    // Without the room to grow that filling it took.
    units = packing.units.withUnsafeBufferPointer { Array($0) }
    unitStarts = packing.unitStarts
    pathIDs = packing.pathIDs
    paths = packing.paths
    pathCounts = packing.pathCounts
    pathUnits = packing.paths.map { path in
      var units: [UInt16] = []
      for name in [path.department, path.category, path.subcategory] where !name.isEmpty {
        UnitFolder.shared.append(name, to: &units)
        units.append(Unit.fieldEnd)
      }
      return units
    }
    keys = KeyIndex(count: phrases.count) { phrases[$0].key }
  }

  /// The phrase at a position, 0 to `count` − 1, put together again.
  public func phrase(_ position: Int) -> Phrase {
    let traits = traits[position]
    let path = paths[Int(pathIDs[position])]
    var record = record(position)
    let key = PhraseKey(source: sources[Int(traits.source)], id: record.next())
    return Phrase(
      key: key, level: traits.level, department: path.department, category: path.category,
      subcategory: path.subcategory, title: record.next(), text: record.next(),
      keywords: record.nextList(), code: record.next(), attachments: record.nextList(),
      validFrom: traits.validFrom.day, validUntil: traits.validUntil.day, isDraft: traits.isDraft)
  }

  /// The first position with that key.
  func position(of key: PhraseKey) -> Int? {
    guard let source = sources.firstIndex(of: key.source) else { return nil }
    return keys.position(of: key) { position in
      var record = record(position)
      return Int(traits[position].source) == source && record.next() == key.id
    }
  }

  func key(_ position: Int) -> PhraseKey {
    var record = record(position)
    return PhraseKey(source: sources[Int(traits[position].source)], id: record.next())
  }

  func isDraft(_ position: Int) -> Bool { traits[position].isDraft }

  private func record(_ position: Int) -> PhraseRecord {
    let start = Int(recordStarts[position])
    return PhraseRecord(bytes: records[start..<Int(recordStarts[position + 1])])
  }
}

/// A segment being filled.
private struct Packing {
  var records: [UInt8] = []
  var recordStarts: [UInt32] = [0]
  var sources: [String] = []
  var traits: [PhraseTraits] = []
  var units: [UInt16] = []
  var unitStarts: [UInt32] = []
  var pathIDs: [UInt32] = []
  var paths: [CategoryPath] = []
  var pathCounts: [Int32] = []
  private var idOfPath: [BytewisePath: UInt32] = [:]
  private let folder = UnitFolder.shared

  init(_ phrases: [Phrase]) {
    records.reserveCapacity(phrases.reduce(0) { $0 + PhraseRecord.size(of: $1) })
    traits.reserveCapacity(phrases.count)
    pathIDs.reserveCapacity(phrases.count)
    recordStarts.reserveCapacity(phrases.count + 1)
    unitStarts.reserveCapacity(2 * phrases.count + 1)
    unitStarts.append(0)
  }

  mutating func append(_ phrase: Phrase) {
    PhraseRecord.append(phrase, to: &records)
    recordStarts.append(UInt32(records.count))

    FieldUnits.appendHead(of: phrase, to: &units)
    unitStarts.append(UInt32(units.count))
    folder.append(phrase.text, to: &units)
    units.append(Unit.fieldEnd)
    unitStarts.append(UInt32(units.count))

    let path = pathID(of: phrase)
    pathIDs.append(path)
    if !phrase.isDraft { pathCounts[Int(path)] += 1 }
    traits.append(PhraseTraits(phrase, source: sourceID(of: phrase)))
  }

  private mutating func pathID(of phrase: Phrase) -> UInt32 {
    let path = CategoryPath(phrase)
    // Knowledge bases are mostly sorted by category.
    if let last = pathIDs.last, paths[Int(last)] == path { return last }
    let key = BytewisePath(path: path)
    if let known = idOfPath[key] { return known }
    let id = UInt32(paths.count)
    idOfPath[key] = id
    paths.append(path)
    pathCounts.append(0)
    return id
  }

  private mutating func sourceID(of phrase: Phrase) -> UInt16 {
    if let known = sources.firstIndex(of: phrase.key.source) { return UInt16(known) }
    sources.append(phrase.key.source)
    return UInt16(sources.count - 1)
  }
}

/// A path compared by its bytes: strings of 汉字 are slow to hash, being normalised on the way.
private struct BytewisePath: Hashable {
  let path: CategoryPath

  static func == (left: BytewisePath, right: BytewisePath) -> Bool {
    left.path.department.utf8.elementsEqual(right.path.department.utf8)
      && left.path.category.utf8.elementsEqual(right.path.category.utf8)
      && left.path.subcategory.utf8.elementsEqual(right.path.subcategory.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for name in [path.department, path.category, path.subcategory] {
      name.utf8.span.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(0xFF as UInt8)
    }
  }
}
