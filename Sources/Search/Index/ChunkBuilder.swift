/// Fills chunks: one bit matrix, terms by phrases, that is used for one chunk after the other.
///
/// Setting a bit twice does no harm, so nothing has to be sorted or counted; the rows are packed
/// when all phrases of the chunk are in. Costs about a fifth of a microsecond a phrase.
final class ChunkBuilder {
  private let capacity: Int
  private let stride: Int
  private let matrix: UnsafeMutablePointer<UInt64>
  /// Whether any bit of a row is set.
  private let isUsed: UnsafeMutablePointer<Bool>
  private let features = FeatureBlocksBuilder()
  private let table = UnitClassTable.shared
  private let readings = ReadingTable.shared

  /// - Parameter capacity: phrases in the largest chunk to come, at most ``IndexChunk/capacity``.
  init(capacity: Int) {
    self.capacity = min(capacity, IndexChunk.capacity)
    stride = (self.capacity + 63) / 64
    matrix = .allocate(capacity: ChunkBuilder.rows * stride)
    matrix.initialize(repeating: 0, count: ChunkBuilder.rows * stride)
    isUsed = .allocate(capacity: ChunkBuilder.rows)
    isUsed.initialize(repeating: false, count: ChunkBuilder.rows)
  }

  deinit {
    matrix.deallocate()
    isUsed.deallocate()
  }

  /// The rows of a run of pairs and units, which are packed twice, and those of all other terms.
  private static let rows = Term.runLength + Term.count - Term.places

  /// The row of a term that is of no pair or unit.
  @inline(__always)
  private static func row(_ term: Int) -> Int { term &- Term.places &+ Term.runLength }

  /// Makes the chunk of some phrases of a segment.
  ///
  /// - Parameters:
  ///   - units: those of the whole segment.
  ///   - starts: two for each phrase of the segment, and the end; see ``Segment/unitStarts``.
  ///   - positions: the phrases, at most as many as the builder has room for.
  /// - Returns: what the index knows of them.
  func chunk(
    of units: UnsafeBufferPointer<UInt16>, starts: UnsafeBufferPointer<UInt32>,
    positions: Range<Int>
  ) -> IndexChunk {
    var packing = ChunkPacking(count: positions.count, stride: stride)
    table.codes.withUnsafeBufferPointer { codes in
      for position in positions {
        let head = Int(starts[2 * position])..<Int(starts[2 * position + 1])
        let index = position - positions.lowerBound
        addPairs(units, head, codes, index)
        addPlaces(units, head, codes, index)
        addSyllables(units, head, index)
      }
      pack(Term.headPair(0, 0), from: 0, Term.runLength, into: &packing)
      for position in positions {
        let text = Int(starts[2 * position + 1])..<Int(starts[2 * position + 2])
        addPairs(units, text, codes, position - positions.lowerBound)
      }
      pack(Term.pair(0, 0), from: 0, Term.runLength, into: &packing)
      pack(Term.places, from: Term.runLength, Term.count - Term.places, into: &packing)
    }
    clear()
    return packing.chunk(with: features.blocks(of: units, starts: starts, positions: positions))
  }

  @inline(__always)
  private func set(_ row: Int, _ index: Int) {
    matrix[row &* stride &+ index &>> 6] |= 1 &<< UInt64(index & 63)
    isUsed[row] = true
  }

  /// Adds the pairs of neighbours, and the units, of some fields.
  @inline(__always)
  private func addPairs(
    _ units: UnsafeBufferPointer<UInt16>, _ range: Range<Int>,
    _ codes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) {
    let matrix = matrix + index &>> 6
    let stride = stride
    let isUsed = isUsed
    let bit: UInt64 = 1 &<< UInt64(index & 63)
    let none: UInt8 = 0xFF
    var previous = none
    // The last unit before a run of what words pass over.
    var beyond = none
    var seen: UInt64 = 0
    for place in range {
      let unit = units[place]
      if unit <= Unit.keywordEnd {
        previous = none
        beyond = none
        continue
      }
      let code = codes[Int(unit)]
      if code | previous < UnitClassTable.several {
        seen |= 1 &<< UInt64(code)
        let row = Int(previous) &<< 6 | Int(code)
        matrix[row &* stride] |= bit
        isUsed[row] = true
      } else {
        addSeveral(previous, code, index)
        seen |= mask(of: code)
      }
      if beyond != none { addSeveral(beyond, code, index) }
      if !Unit.isPassed(unit) {
        beyond = none
      } else if beyond == none {
        beyond = previous
      }
      previous = code
    }
    while seen != 0 {
      set(Term.headUnit(seen.trailingZeroBitCount), index)
      seen &= seen &- 1
    }
  }

  /// Adds the pairs of units of which one is in several classes, or the first is none.
  private func addSeveral(_ first: UInt8, _ second: UInt8, _ index: Int) {
    guard first != 0xFF else { return }
    var firsts = mask(of: first)
    while firsts != 0 {
      var seconds = mask(of: second)
      while seconds != 0 {
        set(firsts.trailingZeroBitCount << 6 | seconds.trailingZeroBitCount, index)
        seconds &= seconds - 1
      }
      firsts &= firsts - 1
    }
  }

  private func mask(of code: UInt8) -> UInt64 {
    if code < UnitClassTable.several { return 1 << UInt64(code) }
    return table.combinations[Int(code & ~UnitClassTable.several)]
      .reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Adds what title, code and keywords may begin with, and how long the first two are.
  private func addPlaces(
    _ units: UnsafeBufferPointer<UInt16>, _ head: Range<Int>,
    _ codes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) {
    let title = addStart(units, head.lowerBound, codes, Term.titleStart(0), index)
    addWords(units, head.lowerBound..<title.end, codes, index)
    set(ChunkBuilder.row(Term.titleLength(LengthClass.of(title.length))), index)
    let code = addStart(units, title.end + 1, codes, Term.codeStart(0), index)
    if code.end > title.end + 1 {
      let length = min(max(code.length, 1), Term.longestCode)
      set(ChunkBuilder.row(Term.codeLength(length)), index)
    }
    var start = code.end + 1
    while start < head.upperBound {
      start = addStart(units, start, codes, Term.keywordStart(0), index).end + 1
    }
  }

  /// Adds what a field may begin with; where it ends, and how many units a query that is the whole
  /// of it consumes at least.
  private func addStart(
    _ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ codes: UnsafeBufferPointer<UInt8>,
    _ term: Int, _ index: Int
  ) -> (end: Int, length: Int) {
    var place = start
    var length = 0
    var isAtStart = true
    while units[place] > Unit.keywordEnd {
      let unit = units[place]
      if isAtStart {
        addClasses(codes[Int(unit)], term, index)
        if term == Term.titleStart(0) { addReadings(of: unit, Term.titleSyllable(0), index) }
        isAtStart = Unit.kind(of: unit) == .other
      }
      if !isAtStart && !Unit.isPassed(unit) { length += 1 }
      place += 1
    }
    return (place, length)
  }

  /// Adds what the words of a title begin with: where the kind of unit changes.
  private func addWords(
    _ units: UnsafeBufferPointer<UInt16>, _ title: Range<Int>,
    _ codes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) {
    var previous = Unit.Kind.other
    for place in title {
      let kind = Unit.kind(of: units[place])
      if kind != previous || kind == .other {
        addClasses(codes[Int(units[place])], Term.wordStart(0), index)
      }
      previous = kind
    }
  }

  @inline(__always)
  private func addClasses(_ code: UInt8, _ term: Int, _ index: Int) {
    let row = ChunkBuilder.row(term)
    if code < UnitClassTable.several {
      set(row &+ Int(code), index)
    } else {
      for unitClass in table.combinations[Int(code & ~UnitClassTable.several)] {
        set(row + Int(unitClass), index)
      }
    }
  }

  /// Adds how the 汉字 of a head are read.
  @inline(__always)
  private func addSyllables(
    _ units: UnsafeBufferPointer<UInt16>, _ head: Range<Int>, _ index: Int
  ) {
    for place in head { addReadings(of: units[place], Term.headSyllable(0), index) }
  }

  @inline(__always)
  private func addReadings(of unit: UInt16, _ term: Int, _ index: Int) {
    let set = readings.sets[Int(unit)]
    guard readings.isHan(set: set) else { return }
    for syllable in readings.readings(ofSet: Int(set)) {
      self.set(ChunkBuilder.row(term) &+ Int(syllable), index)
    }
  }

  private func pack(_ term: Int, from row: Int, _ count: Int, into packing: inout ChunkPacking) {
    for index in 0..<count where isUsed[row + index] {
      packing.add(matrix + (row + index) * stride, as: term + index)
    }
  }

  private func clear() {
    for row in 0..<ChunkBuilder.rows where isUsed[row] {
      (matrix + row * stride).update(repeating: 0, count: stride)
      isUsed[row] = false
    }
  }
}

/// A chunk being packed.
private struct ChunkPacking {
  /// A list of more bytes than that for each word of a bitmap is kept as a bitmap: it takes a
  /// byte a phrase to read a list, and a bitmap is read 16 bytes at a time.
  private static let longestList = 3

  private let count: Int
  private var places = [UInt32](repeating: IndexChunk.none, count: Term.count)
  private var words: [UInt64] = []
  private var gaps: [UInt8] = []

  init(count: Int, stride: Int) {
    self.count = count
  }

  func chunk(with features: FeatureBlocks) -> IndexChunk {
    // Without the room to grow that filling them took.
    IndexChunk(
      count: count, places: places, words: words.withUnsafeBufferPointer { Array($0) },
      gaps: gaps.withUnsafeBufferPointer { Array($0) }, features: features)
  }

  /// Adds a row in whichever form is smaller.
  mutating func add(_ row: UnsafePointer<UInt64>, as term: Int) {
    let wordCount = (count + 63) / 64
    let start = gaps.count
    gaps.append(0)
    gaps.append(0)
    var next = 0
    for index in 0..<wordCount {
      var bits = row[index]
      while bits != 0 {
        let position = index &<< 6 | bits.trailingZeroBitCount
        bits &= bits &- 1
        let gap = position &- next
        if gap < 0xFF {
          gaps.append(UInt8(truncatingIfNeeded: gap))
        } else {
          gaps.append(0xFF)
          gaps.append(UInt8(truncatingIfNeeded: position))
          gaps.append(UInt8(truncatingIfNeeded: position &>> 8))
        }
        next = position &+ 1
      }
      guard gaps.count &- start <= wordCount &* ChunkPacking.longestList else {
        gaps.removeLast(gaps.count - start)
        places[term] = UInt32(words.count) | IndexChunk.isBitmap
        words.append(contentsOf: UnsafeBufferPointer(start: row, count: wordCount))
        return
      }
    }
    let size = gaps.count - start - 2
    gaps[start] = UInt8(truncatingIfNeeded: size)
    gaps[start + 1] = UInt8(truncatingIfNeeded: size >> 8)
    places[term] = UInt32(start)
  }
}
