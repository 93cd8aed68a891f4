/// How each 汉字 is read, decoded once from ``ReadingsText`` (under a millisecond).
///
/// Characters that are read alike share a *reading set*; a query is compiled for the some nine
/// hundred sets, not for the characters. Set 0 has no reading; the last sets are those of what is read
/// aloud though it is no 汉字: digits, and the 元 that ¥99 implies.
struct ReadingTable: Sendable {
  static let shared = ReadingTable()

  /// How usual a reading of a unit is.
  enum Rank: Sendable {
    case primary
    case other
    /// Of what is no 汉字: only whole, never by its initial.
    case aloud
  }

  /// Those of pinyin in the order of the alphabet; then one for each digit, which is how 七 is
  /// read by who types 7.
  let syllables: [Syllable]
  /// The reading set of every unit.
  let sets: [UInt16]
  /// The 汉字 outside the BMP that are one unit, ascending; the n-th is unit 0xD8C0 + n.
  let astral: [UInt32]
  /// Where the syllables of a set start in ``setSyllables``; one more entry than sets.
  private let setStarts: [UInt16]
  private let setSyllables: [UInt16]
  /// The units of every set, and the sets that hold every syllable: the way back.
  private let unitsOfSet: Groups
  private let setsOfSyllable: Groups
  /// The first of the sets read aloud; those before it, but for 0, are of 汉字.
  let firstAloudSet: UInt16

  var setCount: Int { setStarts.count - 1 }

  /// Indices into ``syllables``, the primary reading first.
  func readings(ofSet set: Int) -> ArraySlice<UInt16> {
    setSyllables[Int(setStarts[set])..<Int(setStarts[set + 1])]
  }

  func units(ofSet set: Int) -> ArraySlice<UInt16> { unitsOfSet[set] }

  /// The sets in which a syllable is one of the readings.
  func sets(withSyllable syllable: Int) -> ArraySlice<UInt16> { setsOfSyllable[syllable] }

  func rank(of syllable: Int, inSet set: Int) -> Rank {
    if set >= firstAloudSet { return .aloud }
    return Int(setSyllables[Int(setStarts[set])]) == syllable ? .primary : .other
  }

  /// Whether a unit, of which this is the reading set, is a 汉字 with a reading.
  @inline(__always)
  func isHan(set: UInt16) -> Bool { set &- 1 < firstAloudSet &- 1 }

  /// The unit of a character outside the BMP that has one of its own.
  func astralUnit(of scalar: UInt32) -> UInt16? {
    ReadingTable.unit(of: scalar, in: astral)
  }

  /// The characters that some units stand for.
  func text(of units: [UInt16]) -> String {
    var text = ""
    var rest = units[...]
    while let unit = rest.first {
      let place = Int(unit) - Int(Unit.knownAstral.lowerBound)
      if astral.indices.contains(place), let scalar = Unicode.Scalar(astral[place]) {
        text.unicodeScalars.append(scalar)
        rest.removeFirst()
      } else {
        let plain = rest.prefix {
          !astral.indices.contains(Int($0) - Int(Unit.knownAstral.lowerBound))
        }
        text += String(decoding: plain, as: UTF16.self)
        rest = rest[plain.endIndex...]
      }
    }
    return text
  }

  private static func unit(of scalar: UInt32, in astral: [UInt32]) -> UInt16? {
    var (low, high) = (0, astral.count)
    while low < high {
      let middle = (low + high) / 2
      if astral[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < astral.count, astral[low] == scalar else { return nil }
    return Unit.knownAstral.lowerBound + UInt16(low)
  }

  init() {
    var (syllables, entries) = ReadingTable.decode()
    let indices = Dictionary(
      uniqueKeysWithValues: syllables.enumerated().map { ($0.element.letters, UInt16($0.offset)) })
    for digit in Numeral.digits {
      for scalar in digit.han.unicodeScalars {
        entries.append(
          Entry(scalar: scalar.value, syllable: UInt16(syllables.count), isPrimary: false))
      }
      syllables.append(Syllable(letters: [UInt8(digit.unit)]))
    }
    self.syllables = syllables
    let astral = entries.filter { $0.scalar > 0xFFFF && $0.isPrimary }.map(\.scalar).sorted()
    self.astral = astral

    // A set for every syllable alone, then one for every combination of several.
    var sets = [UInt16](repeating: 0, count: 0x10000)
    var members = [[]] + syllables.indices.map { [UInt16($0)] }
    var units: [UInt16] = []
    units.reserveCapacity(entries.count)
    var others: [UInt16: [UInt16]] = [:]
    for entry in entries {
      let unit = UInt16(exactly: entry.scalar) ?? ReadingTable.unit(of: entry.scalar, in: astral)
      guard let unit else { continue }
      if entry.isPrimary {
        sets[Int(unit)] = entry.syllable + 1
        units.append(unit)
      } else {
        others[unit, default: []].append(entry.syllable)
      }
    }
    var known: [[UInt16]: UInt16] = [:]
    for unit in others.keys.sorted() where sets[Int(unit)] != 0 {
      let combination = [sets[Int(unit)] - 1] + (others[unit] ?? [])
      let set = known[combination] ?? UInt16(members.count)
      if known.updateValue(set, forKey: combination) == nil { members.append(combination) }
      sets[Int(unit)] = set
    }
    firstAloudSet = UInt16(members.count)
    for (unit, spellings) in Unit.readAloud {
      sets[Int(unit)] = UInt16(members.count)
      units.append(unit)
      members.append(spellings.compactMap { indices[Array($0.utf8)] })
    }
    self.sets = sets
    setSyllables = members.flatMap(\.self)
    setStarts = members.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt16($1.count)) }
    unitsOfSet = Groups(units, group: { sets[Int(units[$0])] }, count: members.count)
    let pairs = members.enumerated().flatMap { set, syllables in
      syllables.map { (syllable: $0, set: UInt16(set)) }
    }
    setsOfSyllable = Groups(
      pairs.map(\.set), group: { pairs[$0].syllable }, count: syllables.count)
  }

  private struct Entry {
    var scalar: UInt32
    var syllable: UInt16
    var isPrimary: Bool
  }

  private static func decode() -> (syllables: [Syllable], entries: [Entry]) {
    var syllables: [Syllable] = []
    var entries: [Entry] = []
    entries.reserveCapacity(ReadingsText.characterCount + ReadingsText.characterCount / 16)
    var isPrimary = true
    var letters: [UInt8] = []
    TableText(text: ReadingsText.lines).eachScalar { scalar in
      switch scalar {
      case 0x0A:
        isPrimary = true
        letters = []
      case 0x20:
        syllables.append(Syllable(letters: letters))
      case UInt32(UInt8(ascii: "|")):
        isPrimary = false
      case 0x61...0x7A:
        letters.append(UInt8(scalar))
      default:
        entries.append(
          Entry(scalar: scalar, syllable: UInt16(syllables.count - 1), isPrimary: isPrimary))
      }
    }
    return (syllables, entries)
  }
}

/// Lists of 16-bit values by group, in two arrays.
private struct Groups: Sendable {
  private let starts: [Int]
  private let values: [UInt16]

  init(_ values: [UInt16], group: (_ index: Int) -> UInt16, count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for index in values.indices { starts[Int(group(index)) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var grouped = values
    for (index, value) in values.enumerated() {
      let group = Int(group(index))
      grouped[next[group]] = value
      next[group] += 1
    }
    self.starts = starts
    self.values = grouped
  }

  subscript(group: Int) -> ArraySlice<UInt16> { values[starts[group]..<starts[group + 1]] }
}
