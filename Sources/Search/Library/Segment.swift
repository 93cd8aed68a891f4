import Phrases
import Synchronization

/// Phrases that never change, packed for searching: what a ``Library`` is made of.
///
/// All strings lie in one array of UTF-8 and all searchable units in another, so that a phrase
/// costs little more than its letters, and a search walks memory in one direction.
public final class Segment: Sendable {
  /// Records, one after the other; see ``PhraseRecord``.
  private let records: [UInt8]
  /// Where each record starts in ``records``; one more than there are phrases.
  private let recordStarts: [UInt32]
  let sources: [String]
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
  /// The units of the names in ``paths``, searched like a phrase's fields, and where those of each
  /// start; one more than there are paths.
  let pathUnits: [UInt16]
  let pathStarts: [UInt32]
  /// For each of ``paths`` whether its names are plain; see ``UnitFolder/append(_:to:)``.
  private let plainPaths: [Bool]
  /// The positions of all phrases, path by path, and where those of each path start; one more than
  /// there are paths.
  private let membersOfPaths: [UInt32]
  private let memberStarts: [UInt32]
  /// How many phrases that are no drafts stand in each of ``paths``.
  let pathCounts: [Int32]
  /// A bit for each phrase that is a draft; empty when none is.
  let drafts: [UInt64]
  /// The index, in order; none when there are too few phrases for one to be worth its room.
  let chunks: [IndexChunk]

  /// From how many phrases on a segment has an index.
  static let worthIndexing = 128
  /// How common words and pairs of 汉字 are.
  let frequencies: FeatureFrequencies

  /// Which paths are in the scope that was asked for last: key after key it is the same.
  private let lastScope = Mutex<(scope: Scope, contains: [Bool])?>(nil)

  public var count: Int { traits.count }

  public convenience init(_ phrases: [Phrase]) {
    self.init(phrases, indexedFrom: Segment.worthIndexing)
  }

  /// Packs phrases, with an index if there are so many.
  init(_ phrases: [Phrase], indexedFrom least: Int) {
    var packing = Packing(phrases)
    for phrase in phrases { packing.append(phrase) }
    records = packing.records
    recordStarts = packing.recordStarts
    sources = packing.sources
    traits = packing.traits
    // Without the room to grow that filling it took.
    units = packing.units.withUnsafeBufferPointer { Array($0) }
    unitStarts = packing.unitStarts
    frequencies = FeatureFrequencies(of: units, starts: unitStarts)
    pathIDs = packing.pathIDs
    paths = packing.paths
    pathCounts = packing.pathCounts
    (pathUnits, pathStarts, plainPaths) = Segment.units(of: packing.paths)
    (membersOfPaths, memberStarts) = Segment.members(of: packing.paths.count, packing.pathIDs)
    drafts = Segment.drafts(among: packing.traits)
    keys = KeyIndex(count: phrases.count) { phrases[$0].key }
    chunks = phrases.count < least ? [] : Segment.chunks(of: units, starts: unitStarts)
  }

  private static func units(
    of paths: [CategoryPath]
  ) -> (units: [UInt16], starts: [UInt32], arePlain: [Bool]) {
    var units: [UInt16] = []
    var starts: [UInt32] = [0]
    var arePlain: [Bool] = []
    for path in paths {
      var isPlain = true
      for name in [path.department, path.category, path.subcategory] where !name.isEmpty {
        isPlain = UnitFolder.shared.append(name, to: &units) && isPlain
        units.append(Unit.fieldEnd)
      }
      starts.append(UInt32(units.count))
      arePlain.append(isPlain)
    }
    // One more that may be read after the last of a range.
    units.append(Unit.fieldEnd)
    return (units, starts, arePlain)
  }

  private static func members(
    of pathCount: Int, _ pathIDs: [UInt32]
  ) -> (members: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: pathCount + 1)
    for path in pathIDs { starts[Int(path) + 1] += 1 }
    for path in 0..<pathCount { starts[path + 1] += starts[path] }
    var next = starts
    var members = [UInt32](repeating: 0, count: pathIDs.count)
    for (position, path) in pathIDs.enumerated() {
      members[Int(next[Int(path)])] = UInt32(position)
      next[Int(path)] += 1
    }
    return (members, starts)
  }

  private static func drafts(among traits: [PhraseTraits]) -> [UInt64] {
    guard traits.contains(where: \.isDraft) else { return [] }
    var drafts = [UInt64](repeating: 0, count: (traits.count + 63) / 64)
    for (position, traits) in traits.enumerated() where traits.isDraft {
      drafts[position >> 6] |= 1 << UInt64(position & 63)
    }
    return drafts
  }

  private static func chunks(of units: [UInt16], starts: [UInt32]) -> [IndexChunk] {
    let count = starts.count / 2
    let builder = ChunkBuilder(capacity: count)
    return units.withUnsafeBufferPointer { units in
      starts.withUnsafeBufferPointer { starts in
        stride(from: 0, to: count, by: IndexChunk.capacity).map { first in
          builder.chunk(
            of: units, starts: starts,
            positions: first..<min(first + IndexChunk.capacity, count))
        }
      }
    }
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

  /// Whether a field is plain, as far as is known; see ``UnitFolder/append(_:to:)``.
  func isPlain(_ field: Field, at position: Int) -> Bool {
    switch field {
    case .title, .code, .keyword: traits[position].isHeadPlain
    case .text: traits[position].isTextPlain
    case .department, .category, .subcategory: plainPaths[Int(pathIDs[position])]
    }
  }

  /// Calls `body` with the UTF-8 of a field of the phrase at a position, put into no string; with
  /// none for a keyword that it does not have.
  func withUTF8<Result>(
    of field: Field, at position: Int, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let path = paths[Int(pathIDs[position])]
    switch field {
    case .department: return body(path.department.utf8.span)
    case .category: return body(path.category.utf8.span)
    case .subcategory: return body(path.subcategory.utf8.span)
    case .title, .text, .keyword, .code:
      let range = Int(recordStarts[position])..<Int(recordStarts[position + 1])
      let record = records[range]
      let bytes = PhraseRecord.range(of: field, in: record.span) ?? 0..<0
      return body(record.span.extracting(bytes))
    }
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

  /// The phrases that stand in one of some paths, a bit each.
  func bitmap(ofPaths isWanted: (_ path: Int) -> Bool) -> [UInt64] {
    var bitmap = [UInt64](repeating: 0, count: (count + 63) / 64)
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      membersOfPaths.withUnsafeBufferPointer { members in
        for path in paths.indices where isWanted(path) {
          for index in Int(memberStarts[path])..<Int(memberStarts[path + 1]) {
            let position = Int(members[index])
            bitmap[position &>> 6] |= 1 &<< UInt64(position & 63)
          }
        }
      }
    }
    return bitmap
  }

  /// For each of ``paths`` whether it is in a scope.
  func paths(in scope: Scope) -> [Bool] {
    guard scope != .all else { return Array(repeating: true, count: paths.count) }
    return lastScope.withLock { last in
      if let last, last.scope == scope { return last.contains }
      let contains = paths.map(scope.contains)
      last = (scope, contains)
      return contains
    }
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

    let isHeadPlain = FieldUnits.appendHead(of: phrase, to: &units)
    unitStarts.append(UInt32(units.count))
    let isTextPlain = folder.append(phrase.text, to: &units)
    units.append(Unit.fieldEnd)
    unitStarts.append(UInt32(units.count))

    let path = pathID(of: phrase)
    pathIDs.append(path)
    if !phrase.isDraft { pathCounts[Int(path)] += 1 }
    traits.append(
      PhraseTraits(
        phrase, source: sourceID(of: phrase), isHeadPlain: isHeadPlain, isTextPlain: isTextPlain))
  }

  private mutating func pathID(of phrase: Phrase) -> UInt32 {
    let path = CategoryPath(phrase)
    let key = BytewisePath(path: path)
    // Knowledge bases are mostly sorted by category.
    if let last = pathIDs.last, BytewisePath(path: paths[Int(last)]) == key { return last }
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
    hasSameBytes(left.path.subcategory, right.path.subcategory)
      && hasSameBytes(left.path.category, right.path.category)
      && hasSameBytes(left.path.department, right.path.department)
  }

  private static func hasSameBytes(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.utf8.span, right.utf8.span)
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    for name in [path.department, path.category, path.subcategory] {
      name.utf8.span.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(0xFF as UInt8)
    }
  }
}

extension Segment {
  /// The bytes that the index takes up.
  var indexByteCount: Int { chunks.reduce(0) { $0 + $1.byteCount } }
}
