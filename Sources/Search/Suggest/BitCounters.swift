/// Counts, for each phrase of an ``IndexChunk`` at once, in how many bitmaps it stands.
///
/// The counters are bit-sliced: one bitmap holds the lowest bit of all counters, another the next
/// one, and so on. Adding a bitmap is then what an adder in hardware does, 64 phrases a word, and
/// comparing all counters with a number takes a few operations a word. After *vertical counters*,
/// see H. S. Warren, *Hacker's Delight*.
struct BitCounters: Sendable {
  /// Words in the bitmap of a whole chunk.
  static let words = IndexChunk.capacity / 64
  /// Counters stop here.
  static let maximum = 1 << planes - 1
  private static let planes = 6

  /// The lowest plane first.
  private var bits = [UInt64](repeating: 0, count: planes * words)
  private var carry = [UInt64](repeating: 0, count: words)
  /// What the largest counter can be by now: planes above it are still empty.
  private var bound = 0

  init() {}

  /// Sets all counters to zero.
  mutating func clear() {
    for index in bits.indices { bits[index] = 0 }
    bound = 0
  }

  /// Adds `weight` to the counter of every phrase in the bitmap, which has ``words`` words.
  mutating func add(_ bitmap: UnsafeBufferPointer<UInt64>, weight: Int = 1) {
    precondition(bitmap.count == BitCounters.words)
    var plane = 0
    var rest = min(max(weight, 0), BitCounters.maximum)
    while rest != 0 {
      if rest & 1 != 0 { add(bitmap, at: plane) }
      plane += 1
      rest >>= 1
    }
  }

  /// Adds 2 to the power of `plane`, carrying as far up as any counter can have come.
  private mutating func add(_ bitmap: UnsafeBufferPointer<UInt64>, at plane: Int) {
    bound = min(bound + 1 << plane, BitCounters.maximum)
    let planes = Int.bitWidth - bound.leadingZeroBitCount
    bits.withUnsafeMutableBufferPointer { bits in
      carry.withUnsafeMutableBufferPointer { carry in
        for word in 0..<BitCounters.words { carry[word] = bitmap[word] }
        for plane in plane..<planes {
          let start = plane * BitCounters.words
          for word in 0..<BitCounters.words {
            let sum = bits[start + word]
            bits[start + word] = sum ^ carry[word]
            carry[word] &= sum
          }
        }
        guard planes == BitCounters.planes else { return }
        // A carry out of the last plane is an overflow: that counter stays at its maximum.
        for plane in 0..<planes {
          let start = plane * BitCounters.words
          for word in 0..<BitCounters.words { bits[start + word] |= carry[word] }
        }
      }
    }
  }

  /// Calls `body` with each word of the bitmap of those phrases that count `least` or more.
  @inline(__always)
  private func eachWord(ofAtLeast least: Int, _ body: (_ word: Int, _ bits: UInt64) -> Void) {
    bits.withUnsafeBufferPointer { bits in
      for word in 0..<BitCounters.words {
        var above: UInt64 = 0
        var equal = UInt64.max
        for plane in stride(from: BitCounters.planes - 1, through: 0, by: -1) {
          let bit = bits[plane * BitCounters.words + word]
          // All ones where `least` has this bit, so that there is nothing to branch on.
          let wanted = UInt64(bitPattern: Int64(-(least >> plane & 1)))
          above |= equal & bit & ~wanted
          equal &= ~(bit ^ wanted)
        }
        body(word, above | equal)
      }
    }
  }

  /// No counter is larger.
  var largest: Int { bound }

  /// How many phrases count `least` or more; `least` is from 1 to ``maximum``.
  func count(atLeast least: Int) -> Int {
    var count = 0
    eachWord(ofAtLeast: least) { count += $1.nonzeroBitCount }
    return count
  }

  /// Calls `body` with the place in the chunk of each phrase that counts `least` or more.
  @inline(__always)
  func eachPosition(atLeast least: Int, _ body: (Int) -> Void) {
    eachWord(ofAtLeast: least) { word, bits in
      var rest = bits
      while rest != 0 {
        body(word << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// The count of one phrase.
  func count(at position: Int) -> Int {
    (0..<BitCounters.planes).reduce(0) { count, plane in
      let word = bits[plane * BitCounters.words + position >> 6]
      return count | Int(word >> UInt64(position & 63) & 1) << plane
    }
  }
}
