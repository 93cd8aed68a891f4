/// All ways of splitting a word over the units of a text, in the coarse classes of the index.
///
/// A node says: a unit of that class may consume so many units of the word from that offset on.
/// Where two nodes follow each other, their classes must be neighbours in the text, which is what
/// the index knows. Nothing that the automaton accepts is missing here; the other way round the
/// graph is only a superset, since it sees 发 and 防 alike.
struct ParseGraph: Sendable {
  /// How loosely a word may be found; each allows all that the ones before do.
  enum Level: Int, CaseIterable {
    /// The characters themselves.
    case literal
    /// Whole or unfinished syllables, in any reading.
    case sound
    /// Initials too.
    case initials
  }

  struct Node: Sendable {
    let offset: Int
    let unitClass: Int
    /// What it may consume, bit n being n units; one mask a level.
    var lengths: (UInt8, UInt8, UInt8) = (0, 0, 0)
    /// Whether every unit of the class may consume that, as a letter itself may.
    var isExact = true

    func lengths(_ level: Level) -> UInt8 {
      switch level {
      case .literal: lengths.0
      case .sound: lengths.1
      case .initials: lengths.2
      }
    }
  }

  /// Units of the word, at most ``Row/maximumCount``.
  let count: Int
  /// By offset, ascending.
  private(set) var nodes: [Node] = []
  /// Where the nodes of each offset start, and the end.
  private var starts: [Int] = []

  /// The graph of what a word may be literally; ``add(_:)`` adds how it may sound.
  init(_ pattern: Pattern) {
    count = pattern.count
    for offset in 0..<pattern.count {
      starts.append(nodes.count)
      for unit in pattern.literals(at: offset) {
        for unitClass in UnitClassTable.shared.classes(of: unit) {
          // A letter's or digit's class holds nothing else.
          allow((2, 2, 2), at: offset, unitClass, isExact: (1...36).contains(unitClass))
        }
      }
    }
    starts.append(nodes.count)
  }

  /// Adds how the word may sound, `loosest` being the loosest way that counts.
  mutating func add(_ steps: [QueryCompiler.Step], of pattern: Pattern, loosest: Closeness) {
    let readings = ReadingTable.shared
    var next = 0
    let literal = nodes
    let literalStarts = starts
    starts = []
    nodes = []
    for offset in 0..<count {
      starts.append(nodes.count)
      for node in literal[literalStarts[offset]..<literalStarts[offset + 1]] {
        nodes.append(node)
      }
      while next < steps.count, steps[next].offset == offset {
        let step = steps[next]
        next += 1
        let (spelled, all) = (
          step.steps.lengths(.otherReading, .other), step.steps.lengths(loosest, .other)
        )
        // Every reading with that initial may stand for the letter itself.
        let reading = UnitClass.reading(readings.syllables[step.syllable])
        allow(
          (0, spelled, all), at: offset, reading,
          isExact: all == 1 << 1 && loosest == .initials && reading != UnitClass.numeral
            && readings.syllables[step.syllable].letters[0] == pattern.letters[offset])
        let aloud = step.steps.lengths(.otherReading, .aloud)
        guard aloud != 0 else { continue }
        for unitClass in readings.classesReadAloud(as: step.syllable) {
          allow((0, aloud, aloud), at: offset, unitClass, isExact: false)
        }
      }
    }
    starts.append(nodes.count)
  }

  private mutating func allow(
    _ lengths: (UInt8, UInt8, UInt8), at offset: Int, _ unitClass: Int, isExact: Bool
  ) {
    guard lengths.2 != 0 else { return }
    let first = starts[offset]
    let index = nodes[first...].firstIndex { $0.unitClass == unitClass } ?? nodes.count
    if index == nodes.count { nodes.append(Node(offset: offset, unitClass: unitClass)) }
    nodes[index].lengths.0 |= lengths.0
    nodes[index].lengths.1 |= lengths.1
    nodes[index].lengths.2 |= lengths.2
    nodes[index].isExact = nodes[index].isExact && isExact
  }

  /// Whether the phrases that ``unite(chunk:...)`` finds are just those with the word in them.
  ///
  /// So for initials: whatever begins with f stands beside what begins with h.
  var isExact: Bool { nodes.allSatisfy(\.isExact) && count <= 2 }

  /// How many units of a text the whole word takes up at most, Latin letters among them or not; 0
  /// when there is no way at that level.
  func longestPath(_ level: Level, withLetters: Bool) -> Int {
    // From each offset to the end.
    var longest = [Int](repeating: 0, count: count + 1)
    for node in nodes.reversed() where withLetters || !UnitClass.isLetter(node.unitClass) {
      for length in 1...6 where node.lengths(level) >> UInt8(length) & 1 != 0 {
        let next = node.offset + length
        guard next == count || next < count && longest[next] > 0 else { continue }
        longest[node.offset] = max(longest[node.offset], longest[next] + 1)
      }
    }
    return longest[0]
  }

  /// The classes of units that the word may begin with.
  var firstClasses: [Int] { nodes.prefix { $0.offset == 0 }.map(\.unitClass) }

  // MARK: - Looking up

  /// Which fields are asked about.
  enum Fields {
    /// Title, code, keywords.
    case head
    case all
  }

  /// Adds the phrases of a chunk that may hold the word to a bitmap.
  ///
  /// From the end of the word to its beginning, the phrases with a piece that consumes all from an
  /// offset on, for every class of unit there: neighbours of the right classes, of which the second
  /// goes on to the end.
  ///
  /// `scratch` is room for a bitmap for each node.
  ///
  /// - Returns: how many bitmaps were combined.
  func unite(
    _ level: Level, _ fields: Fields, of chunk: IndexChunk, scratch: UnsafeMutablePointer<UInt64>,
    into target: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let size = chunk.wordCount
    var work = 0
    for index in stride(from: nodes.count - 1, through: 0, by: -1) {
      let node = nodes[index]
      let lengths = node.lengths(level)
      let isFirst = node.offset == 0
      if lengths == 0 { continue }
      let set = isFirst ? target : scratch + index * size
      if !isFirst { set.update(repeating: 0, count: size) }
      // Whoever may end the word is in it, however it goes on.
      if reachesEnd(lengths, from: node.offset) {
        let unit = node.unitClass
        chunk.unite(fields == .head ? Term.headUnit(unit) : Term.unit(unit), into: set)
        work += 1
        continue
      }
      for length in 1...6 where lengths >> UInt8(length) & 1 != 0 {
        let offset = node.offset + length
        for next in starts[offset]..<starts[offset + 1] {
          let other = nodes[next]
          let otherLengths = other.lengths(level)
          if otherLengths == 0 { continue }
          let term =
            fields == .head
            ? Term.headPair(node.unitClass, other.unitClass)
            : Term.pair(node.unitClass, other.unitClass)
          if reachesEnd(otherLengths, from: offset) {
            chunk.unite(term, into: set)
          } else {
            chunk.unite(term, in: scratch + next * size, into: set)
          }
          work += 1
        }
      }
    }
    return work
  }

  @inline(__always)
  private func reachesEnd(_ lengths: UInt8, from offset: Int) -> Bool {
    count - offset <= 6 && lengths >> UInt8(count - offset) & 1 != 0
  }
}

extension ReadingTable {
  /// The classes of what is read as a syllable though it is no 汉字.
  fileprivate func classesReadAloud(as syllable: Int) -> [Int] {
    sets(withSyllable: syllable).filter { $0 >= firstAloudSet }.flatMap { set in
      units(ofSet: Int(set)).flatMap(UnitClassTable.shared.classes(of:))
    }
  }
}
