/// All ways of splitting a word over the units of a text, as far as the index can tell them apart.
///
/// A node says: a unit of that class may consume so many units of the word from that offset on.
/// Where two nodes follow each other, their classes must be neighbours in the text, which is what
/// the index knows; in title, code and keywords it also knows how each 汉字 is read, which tells 发
/// from 防. Nothing that the automaton accepts is missing here; the other way round the graph is
/// only a superset.
struct ParseGraph: Sendable {
  /// How loosely a word may be found; each allows all that the ones before do.
  enum Level: Int, CaseIterable {
    /// The characters themselves.
    case literal
    /// Whole syllables.
    case spelled
    /// Unfinished ones too, in any reading and any way of typing.
    case sound
    /// Initials too.
    case initials
  }

  /// What may be consumed, bit n being n units; a mask for each ``Level``.
  typealias Lengths = SIMD4<UInt8>

  struct Node: Sendable {
    let offset: Int
    let unitClass: Int
    var lengths = Lengths.zero
    /// Whether every unit of the class may consume that, as a letter itself may.
    var isExact = true

    func lengths(_ level: Level) -> UInt8 { lengths[level.rawValue] }
  }

  /// What of a node the 汉字 of one reading may consume.
  private struct Sound {
    let unitClass: Int
    let syllable: Int
    let lengths: Lengths
  }

  /// Units of the word, at most ``Row/maximumCount``.
  let count: Int
  /// By offset, ascending.
  private(set) var nodes: [Node] = []
  /// Where the nodes of each offset start, and the end.
  private var starts: [Int] = []
  /// By offset, ascending; none for what every reading with that initial may consume.
  private var sounds: [Sound] = []
  private var soundStarts: [Int] = []
  /// Whether the word may be found by how it sounds; else all levels are one.
  private(set) var hasSounds = false

  /// The graph of what a word may be literally; ``add(_:of:loosest:)`` adds how it may sound.
  init(_ pattern: Pattern) {
    count = pattern.count
    for offset in 0..<pattern.count {
      beginOffset()
      for unit in pattern.literals(at: offset) { allow(literal: unit, at: offset) }
    }
    beginOffset()
  }

  private mutating func beginOffset() {
    starts.append(nodes.count)
    soundStarts.append(sounds.count)
  }

  private mutating func allow(literal unit: UInt16, at offset: Int) {
    let readings = ReadingTable.shared
    let lengths = Lengths(repeating: 1 << 1)
    let set = readings.sets[Int(unit)]
    let reading = readings.isHan(set: set) ? readings.readings(ofSet: Int(set)).first : nil
    for unitClass in UnitClassTable.shared.classes(of: unit) {
      // A letter's or digit's class holds nothing else.
      allow(lengths, at: offset, unitClass, isExact: (1...36).contains(unitClass))
      guard let reading else { continue }
      sounds.append(Sound(unitClass: unitClass, syllable: Int(reading), lengths: lengths))
    }
  }

  /// Adds how the word may sound, `loosest` being the loosest way that counts.
  mutating func add(_ steps: [QueryCompiler.Step], of pattern: Pattern, loosest: Closeness) {
    let readings = ReadingTable.shared
    let literal = self
    (nodes, starts, sounds, soundStarts) = ([], [], [], [])
    hasSounds = true
    var next = 0
    for offset in 0..<count {
      beginOffset()
      nodes += literal.nodes[literal.starts[offset]..<literal.starts[offset + 1]]
      sounds += literal.sounds[literal.soundStarts[offset]..<literal.soundStarts[offset + 1]]
      while next < steps.count, steps[next].offset == offset {
        let (syllable, steps) = (steps[next].syllable, steps[next].steps)
        next += 1
        let lengths = Lengths(
          0, steps.lengths(.spelled, .primary), steps.lengths(.otherReading, .other),
          steps.lengths(loosest, .other))
        let unitClass = UnitClass.reading(readings.syllables[syllable])
        // Every reading with that initial may stand for the letter itself.
        allow(
          lengths, at: offset, unitClass,
          isExact: lengths[3] == 1 << 1 && loosest == .initials && unitClass != UnitClass.numeral
            && readings.syllables[syllable].letters[0] == pattern.letters[offset])
        if lengths[2] != 0 {
          sounds.append(Sound(unitClass: unitClass, syllable: syllable, lengths: lengths))
        }
        let aloud = steps.lengths(.otherReading, .aloud)
        guard aloud != 0 else { continue }
        for unitClass in readings.classesReadAloud(as: syllable) {
          allow(Lengths(0, 0, aloud, aloud), at: offset, unitClass, isExact: false)
        }
      }
    }
    beginOffset()
  }

  private mutating func allow(
    _ lengths: Lengths, at offset: Int, _ unitClass: Int, isExact: Bool
  ) {
    guard lengths[Level.initials.rawValue] != 0 else { return }
    let first = starts[offset]
    let index = nodes[first...].firstIndex { $0.unitClass == unitClass } ?? nodes.count
    if index == nodes.count { nodes.append(Node(offset: offset, unitClass: unitClass)) }
    nodes[index].lengths = nodes[index].lengths | lengths
    nodes[index].isExact = nodes[index].isExact && isExact
  }

  /// Whether the phrases that ``unite(chunk:...)`` finds are just those with the word in them.
  ///
  /// So for initials: whatever begins with f stands beside what begins with h.
  var isExact: Bool { nodes.allSatisfy(\.isExact) && count <= 2 }

  /// How many units of a text the whole word may take up, Latin letters among them or not: bit n
  /// is n units.
  func unitCounts(_ level: Level, withLetters: Bool = true) -> UInt64 {
    countsToEnd(level, withLetters: withLetters)[0]
  }

  /// The same for what is left of the word from each offset on.
  private func countsToEnd(_ level: Level, withLetters: Bool) -> [UInt64] {
    var counts = [UInt64](repeating: 0, count: count + 1)
    counts[count] = 1
    for node in nodes.reversed() where withLetters || !UnitClass.isLetter(node.unitClass) {
      for length in lengths(node, level) {
        counts[node.offset] |= counts[node.offset + length] << 1
      }
    }
    return counts
  }

  /// Whether a field that is the whole word has just as many consumable units as the word takes
  /// up: unless it holds what a field's beginning or a word runs through, like 【 and hyphens.
  var countsAreExact: Bool { !nodes.contains { $0.unitClass == UnitClass.other } }

  /// The ways on one level that take up just so many units, as far as nodes can tell.
  func limited(_ level: Level, toUnits units: Int, withLetters: Bool) -> ParseGraph {
    let after = countsToEnd(level, withLetters: withLetters)
    var before = [UInt64](repeating: 0, count: count + 1)
    before[0] = 1
    var limited = self
    for (index, node) in nodes.enumerated() {
      var kept: UInt8 = 0
      let isLeftOut = !withLetters && UnitClass.isLetter(node.unitClass)
      for length in isLeftOut ? [] : lengths(node, level) {
        let next = node.offset + length
        before[next] |= before[node.offset] << 1
        let isOnPath = (0..<units).contains { count in
          before[node.offset] >> UInt64(count) & 1 != 0
            && after[next] >> UInt64(units - 1 - count) & 1 != 0
        }
        if isOnPath { kept |= 1 << UInt8(length) }
      }
      limited.nodes[index].lengths[level.rawValue] = kept
    }
    return limited
  }

  private func lengths(_ node: Node, _ level: Level) -> [Int] {
    (1...6).filter {
      node.lengths(level) >> UInt8($0) & 1 != 0 && node.offset + $0 <= count
    }
  }

  /// The classes of the Latin letters in the word.
  var letters: Set<Int> { Set(nodes.map(\.unitClass).filter(UnitClass.isLetter)) }

  /// The classes of units that the word may begin with.
  func firstClasses(_ level: Level) -> [Int] {
    nodes.prefix { $0.offset == 0 }.filter { $0.lengths(level) != 0 }.map(\.unitClass)
  }

  /// What the index is asked for phrases whose titles may begin with the word.
  func titleStarts(_ level: Level) -> [Int] {
    var terms: [Int] = []
    for node in nodes.prefix(while: { $0.offset == 0 }) where node.lengths(level) != 0 {
      if isRead(node, level) {
        for sound in sounds[..<soundStarts[1]]
        where sound.unitClass == node.unitClass && sound.lengths[level.rawValue] != 0 {
          terms.append(Term.titleSyllable(sound.syllable))
        }
      } else {
        terms.append(Term.titleStart(node.unitClass))
      }
    }
    return terms
  }

  /// Whether it matters how the 汉字 at a node are read: not for initials.
  private func isRead(_ node: Node, _ level: Level) -> Bool {
    level != .initials && UnitClass.isReading(node.unitClass)
  }

  // MARK: - Looking up

  /// Which fields are asked about.
  enum Fields {
    /// Title, code, keywords.
    case head
    case all
  }

  /// The room, in words of bitmaps, that ``unite(_:_:of:scratch:into:)`` needs.
  var scratchWordCount: Int { (nodes.count + 1) * IndexChunk.capacity / 64 }

  /// Adds the phrases of a chunk that may hold the word to a bitmap.
  ///
  /// From the end of the word to its beginning, the phrases with a piece that consumes all from an
  /// offset on, for every class of unit there: neighbours of the right classes, of which the second
  /// goes on to the end.
  ///
  /// `scratch` is room for ``scratchWordCount`` words.
  ///
  /// - Returns: how many bitmaps were combined.
  func unite(
    _ level: Level, _ fields: Fields, of chunk: IndexChunk, scratch: UnsafeMutablePointer<UInt64>,
    into target: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let size = chunk.wordCount
    let read = scratch + nodes.count * size
    var work = 0
    for index in stride(from: nodes.count - 1, through: 0, by: -1) {
      let node = nodes[index]
      let lengths = node.lengths(level)
      if lengths == 0 { continue }
      let isRead = fields == .head && isRead(node, level)
      let isTarget = node.offset == 0 && !isRead
      let set = isTarget ? target : scratch + index * size
      if !isTarget { set.update(repeating: 0, count: size) }
      if !isRead, reachesEnd(lengths, from: node.offset) {
        // Whoever may end the word is in it, however it goes on.
        let unit = node.unitClass
        chunk.unite(fields == .head ? Term.headUnit(unit) : Term.unit(unit), into: set)
        work += 1
        continue
      }
      for length in 1...6 where lengths >> UInt8(length) & 1 != 0 {
        let offset = node.offset + length
        guard offset < count else { continue }
        for next in starts[offset]..<starts[offset + 1] {
          let other = nodes[next]
          let otherLengths = other.lengths(level)
          if otherLengths == 0 { continue }
          let term =
            fields == .head
            ? Term.headPair(node.unitClass, other.unitClass)
            : Term.pair(node.unitClass, other.unitClass)
          if !(fields == .head && self.isRead(other, level)),
            reachesEnd(otherLengths, from: offset)
          {
            chunk.unite(term, into: set)
          } else {
            chunk.unite(term, in: scratch + next * size, into: set)
          }
          work += 1
        }
      }
      guard isRead else { continue }
      work += narrow(set, node, level, of: chunk, scratch: read)
      guard node.offset == 0 else { continue }
      for word in 0..<size { target[word] |= set[word] }
    }
    return work
  }

  /// Leaves only the phrases with a 汉字 in title, code or keywords that is read as the node says,
  /// and adds those where it ends the word.
  private func narrow(
    _ set: UnsafeMutablePointer<UInt64>, _ node: Node, _ level: Level, of chunk: IndexChunk,
    scratch read: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let size = chunk.wordCount
    var work = 2
    read.update(repeating: 0, count: size)
    for sound in sounds[soundStarts[node.offset]..<soundStarts[node.offset + 1]]
    where sound.unitClass == node.unitClass {
      let lengths = sound.lengths[level.rawValue] & node.lengths(level)
      if lengths == 0 || reachesEnd(lengths, from: node.offset) { continue }
      chunk.unite(Term.headSyllable(sound.syllable), into: read)
      work += 1
    }
    for word in 0..<size { set[word] &= read[word] }
    for sound in sounds[soundStarts[node.offset]..<soundStarts[node.offset + 1]]
    where sound.unitClass == node.unitClass {
      let lengths = sound.lengths[level.rawValue] & node.lengths(level)
      guard reachesEnd(lengths, from: node.offset) else { continue }
      chunk.unite(Term.headSyllable(sound.syllable), into: set)
      work += 1
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
