/// For up to 8,192 neighbouring phrases: in which blocks of them a feature of messages stands.
///
/// It knows words and numbers by their stems, and pairs of 汉字, as ``TokenReader`` reads them; see
/// ``Message``. A list of every phrase would take as much room as all of the index besides, and one
/// of blocks a fraction: which phrases of a block it is, the neighbours in ``IndexChunk`` tell well
/// enough. Features share buckets, so that a block may be named that holds another one; none that
/// holds the feature is ever left out.
struct FeatureBlocks: Sendable {
  /// Phrases in a block.
  static let length = 16
  /// Blocks in a whole chunk.
  static let capacity = IndexChunk.capacity / length

  /// Where the blocks of each bucket start in ``bytes``; one more than there are buckets.
  private let starts: [UInt32]
  /// Blocks as gaps, a byte each, or a bitmap, where that is as long, the lowest bit first.
  ///
  /// A gap says how many blocks are left out before one; 255 leaves out as many and names none.
  private let bytes: [UInt8]
  private let blockCount: Int

  fileprivate init(starts: [UInt32], bytes: [UInt8], blockCount: Int) {
    self.starts = starts
    self.bytes = bytes
    self.blockCount = blockCount
  }

  /// The bytes that it takes up.
  var byteCount: Int { starts.count * 4 + bytes.count }

  /// Sets all bits of the blocks that may hold a feature, in a bitmap of the chunk's phrases.
  ///
  /// - Returns: whether there are any.
  func unite(_ feature: UInt32, into target: UnsafeMutablePointer<UInt64>) -> Bool {
    let bucket = FeatureFrequencies.slot(of: feature) & (starts.count - 2)
    let range = Int(starts[bucket])..<Int(starts[bucket + 1])
    bytes.withUnsafeBufferPointer { bytes in
      if range.count == (blockCount + 7) / 8 {
        for index in range {
          var rest = bytes[index]
          while rest != 0 {
            FeatureBlocks.set((index &- range.lowerBound) &<< 3 | rest.trailingZeroBitCount, target)
            rest &= rest &- 1
          }
        }
      } else {
        var block = 0
        for index in range {
          block &+= Int(bytes[index])
          if bytes[index] == 0xFF { continue }
          FeatureBlocks.set(block, target)
          block &+= 1
        }
      }
    }
    return !range.isEmpty
  }

  @inline(__always)
  private static func set(_ block: Int, _ target: UnsafeMutablePointer<UInt64>) {
    let first = block &* length
    target[first &>> 6] |= (1 &<< UInt64(length) &- 1) &<< UInt64(first & 63)
  }
}

/// Makes the ``FeatureBlocks`` of one chunk after the other: a bit matrix, buckets by blocks.
final class FeatureBlocksBuilder {
  /// Units for each bucket: most begin a pair, of which about half are new to the chunk.
  private static let unitsABucket = 8
  private static let mostBuckets = 1 << 14
  /// 64-bit words of a row.
  private static let stride = FeatureBlocks.capacity / 64

  private var matrix: [UInt64] = []

  /// - Parameters:
  ///   - units: those of the whole segment.
  ///   - starts: two for each phrase of the segment, and the end; see ``Segment/unitStarts``.
  ///   - positions: the phrases, at most as many as a chunk has.
  /// - Returns: where their features stand.
  func blocks(
    of units: UnsafeBufferPointer<UInt16>, starts: UnsafeBufferPointer<UInt32>,
    positions: Range<Int>
  ) -> FeatureBlocks {
    let unitCount = Int(starts[2 * positions.upperBound]) - Int(starts[2 * positions.lowerBound])
    var buckets = 64
    while buckets < unitCount / FeatureBlocksBuilder.unitsABucket,
      buckets < FeatureBlocksBuilder.mostBuckets
    {
      buckets *= 2
    }
    matrix = [UInt64](repeating: 0, count: buckets * FeatureBlocksBuilder.stride)
    matrix.withUnsafeMutableBufferPointer { matrix in
      for position in positions {
        let block = (position - positions.lowerBound) / FeatureBlocks.length
        let range = Int(starts[2 * position])..<Int(starts[2 * position + 2])
        FeatureBlocksBuilder.add(units, range, block, to: matrix, mask: buckets - 1)
      }
    }
    return packed(buckets, blockCount: (positions.count - 1) / FeatureBlocks.length + 1)
  }

  /// Adds what a message can be found by in some fields.
  @inline(__always)
  private static func add(
    _ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, _ block: Int,
    to matrix: UnsafeMutableBufferPointer<UInt64>, mask: Int
  ) {
    let bit: UInt64 = 1 &<< UInt64(block & 63)
    var last: UInt32 = 0
    // Where a 汉字 ended that another one may touch.
    var lastEnd = -1
    TokenReader.shared.eachToken(of: units, in: range) { token in
      var feature = token.hash
      if token.kind == .han {
        feature = TokenReader.pair(last, token.hash)
        last = token.hash
        let touches = token.start == lastEnd
        lastEnd = token.end
        guard touches else { return }
      }
      let bucket = FeatureFrequencies.slot(of: feature) & mask
      matrix[bucket &* stride &+ block &>> 6] |= bit
    }
  }

  private func packed(_ buckets: Int, blockCount: Int) -> FeatureBlocks {
    let bitmapLength = (blockCount + 7) / 8
    var starts: [UInt32] = [0]
    starts.reserveCapacity(buckets + 1)
    var bytes: [UInt8] = []
    for bucket in 0..<buckets {
      let row = bucket * FeatureBlocksBuilder.stride
      let start = bytes.count
      var next = 0
      for word in 0..<FeatureBlocksBuilder.stride {
        var rest = matrix[row + word]
        while rest != 0 {
          var gap = (word << 6 | rest.trailingZeroBitCount) - next
          next += gap + 1
          rest &= rest - 1
          while gap >= 0xFF {
            bytes.append(0xFF)
            gap -= 0xFF
          }
          bytes.append(UInt8(gap))
        }
      }
      if bytes.count - start >= bitmapLength {
        bytes.removeLast(bytes.count - start)
        for index in 0..<bitmapLength {
          bytes.append(UInt8(truncatingIfNeeded: matrix[row + index / 8] >> UInt64(index % 8 * 8)))
        }
      }
      starts.append(UInt32(bytes.count))
    }
    return FeatureBlocks(
      starts: starts, bytes: bytes.withUnsafeBufferPointer { Array($0) }, blockCount: blockCount)
  }
}
