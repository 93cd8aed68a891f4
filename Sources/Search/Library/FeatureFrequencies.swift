/// About how many phrases of a segment hold a feature of messages, for telling rare from common.
///
/// Exact document frequencies would need a list of every pair of 汉字 there is. This is one hashed
/// table of counters instead, filled from an even sample of the phrases while they are packed:
/// features that share a slot look more common than they are, which matters only to the rare ones,
/// and those are all about equally telling. A segment of any size takes at most 128 KB.
struct FeatureFrequencies: Sendable {
  /// Units for each slot: nearly every unit begins a pair, but few pairs are new.
  private static let unitsASlot = 4
  private static let mostSlots = 1 << 16
  /// How many phrases are looked at, at most; what stands in fewer than 1 in 2,000 is rare enough.
  private static let mostSampled = 1 << 11

  private var counts: [UInt16]
  private let mask: Int
  /// One of so many phrases is looked at.
  private let stride: Int
  /// The features seen last, mixed with the phrase, so that a phrase counts once in most cases.
  private var recent: [UInt32]

  /// Phrases that were looked at, and in all.
  private(set) var sampled = 0
  /// Tokens of the titles and of the texts that were looked at.
  private(set) var titleTokens = 0
  private(set) var textTokens = 0

  /// An empty table for a segment of `count` phrases with so many `units` in all.
  init(count: Int, units: Int) {
    var slots = 64
    while slots < units / FeatureFrequencies.unitsASlot, slots < FeatureFrequencies.mostSlots {
      slots *= 2
    }
    counts = Array(repeating: 0, count: slots)
    mask = slots - 1
    stride = max(1, (count + FeatureFrequencies.mostSampled - 1) / FeatureFrequencies.mostSampled)
    recent = Array(repeating: 0, count: 256)
  }

  /// The table of a segment with these units; see ``Segment/unitStarts``.
  init(of units: [UInt16], starts: [UInt32]) {
    let phrases = starts.count / 2
    self.init(count: phrases, units: units.count)
    units.withUnsafeBufferPointer { units in
      // One of every so many, but not always the same one: lists are made in rhythms too.
      for first in Swift.stride(from: 0, to: phrases, by: stride) {
        let jump = Int((UInt32(truncatingIfNeeded: first) &* 0x9E37_79B1) >> 16) % stride
        let position = min(first + jump, phrases - 1)
        add(units, Segment.fieldRanges(at: position, in: units, starts: starts))
      }
    }
  }

  /// Counts the features of a phrase whose fields lie in these ranges.
  mutating func add(_ units: UnsafeBufferPointer<UInt16>, _ fields: Segment.FieldRanges) {
    sampled += 1
    titleTokens += add(units, fields.title)
    _ = add(units, fields.rest)
    textTokens += add(units, fields.text)
  }

  /// Counts the features of one field; returns how many tokens it has.
  private mutating func add(_ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> Int {
    let salt = UInt32(truncatingIfNeeded: sampled) &* 0x9E37_79B9
    let mask = mask
    var tokens = 0
    counts.withUnsafeMutableBufferPointer { counts in
      recent.withUnsafeMutableBufferPointer { recent in
        var last: UInt32 = 0
        var lastEnd = -1
        func count(_ feature: UInt32) {
          let slot = FeatureFrequencies.slot(of: feature)
          let seen = feature ^ salt
          // No branch: whether a feature was there before is anybody's guess. A counter cannot
          // overflow, for fewer phrases are looked at than it counts.
          let isNew: UInt16 = recent[slot & 255] == seen ? 0 : 1
          recent[slot & 255] = seen
          counts[slot & mask] &+= isNew
        }
        TokenReader.shared.eachToken(of: units, in: range) { token in
          tokens += 1
          count(token.hash)
          if token.start == lastEnd { count(TokenReader.pair(last, token.hash)) }
          last = token.hash
          lastEnd = token.end
        }
      }
    }
    return tokens
  }

  /// How many of the sampled phrases hold a feature, at most; a little more where slots are shared.
  func frequency(of feature: UInt32) -> Int {
    Int(counts[FeatureFrequencies.slot(of: feature) & mask])
  }

  /// Which slot a feature has, in a table of a power of two of them: the lowest bits of this.
  @inline(__always)
  static func slot(of feature: UInt32) -> Int {
    let mixed = (feature ^ feature >> 15) &* 0x2C1B_3C6D
    return Int(mixed ^ mixed >> 13)
  }
}
