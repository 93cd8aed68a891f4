/// What every syllable may consume from every offset of a word, exactly and with a slip.
struct ForgivingSteps {
  struct Step {
    let syllable: Int
    let offset: Int
    /// Whether it says more than an initial.
    let isSpelled: Bool
    var exact: UInt8 = 0
    var slips = Slips()
  }

  private(set) var steps: [Step] = []
  /// Whether any of them is only an initial.
  private(set) var hasInitials = false
  private let pattern: Pattern
  private let typed: [Slips.Typed]

  init(of pattern: Pattern, _ allowance: Allowance, _ spellings: Spellings) {
    self.pattern = pattern
    typed = pattern.typedRuns
    let readings = ReadingTable.shared
    for offset in 0..<pattern.count where pattern.letters[offset] != 0 {
      addExact(at: offset, spellings)
    }
    if allowance.forgivesLetters { addSlips(allowance, spellings) }
    if allowance.slips > 0 { addHomophones(readings) }
    hasInitials = steps.contains { !$0.isSpelled }
  }

  private mutating func addExact(at offset: Int, _ spellings: Spellings) {
    let tail = pattern.tail(at: offset)
    for syllable in spellings.syllables(typedWith: pattern.letters[offset]).map(Int.init) {
      let all = pattern.steps(of: syllable, for: tail, in: spellings)
      let spelled = all.lengths(.otherReading, .other)
      let initial = all.initial & typed[offset].initialLengths & ~spelled
      if spelled != 0 {
        steps.append(Step(syllable: syllable, offset: offset, isSpelled: true, exact: spelled))
      }
      if initial != 0 {
        steps.append(Step(syllable: syllable, offset: offset, isSpelled: false, exact: initial))
      }
    }
  }

  private mutating func addSlips(_ allowance: Allowance, _ spellings: Spellings) {
    let runs = SyllableRuns(spellings)
    for offset in 0..<pattern.count where pattern.letters[offset] != 0 {
      addSlips(at: offset, runs)
      addSlippedInitials(at: offset, runs, isSure: !allowance.forgivesWrongInitials)
    }
  }

  private mutating func addSlips(at offset: Int, _ runs: SyllableRuns) {
    let first = TypedRun.firstLetters(hiddenIn: typed[offset].run)
    for spelling in runs.spellings
    where spelling.mayBeHidden(first, typed[offset].run) {
      let slips = Slips(of: spelling.run, in: typed[offset], isSyllable: true)
      guard !slips.isEmpty else { continue }
      steps.append(
        Step(syllable: spelling.syllable, offset: offset, isSpelled: true, slips: slips))
    }
  }

  private mutating func addSlippedInitials(
    at offset: Int, _ runs: SyllableRuns, isSure: Bool
  ) {
    for initial in runs.initials
    where initial.run.mayBeHidden(in: typed[offset].run) {
      let slips = Slips(
        of: initial.run, in: typed[offset], isSyllable: false, isSure: isSure
      ).keepingInitials(of: typed[offset])
      guard !slips.isEmpty else { continue }
      for syllable in initial.syllables {
        steps.append(Step(syllable: syllable, offset: offset, isSpelled: false, slips: slips))
      }
    }
  }

  /// A typed 汉字 may stand for every one that is read alike.
  private mutating func addHomophones(_ readings: ReadingTable) {
    for offset in 0..<pattern.count where pattern.letters[offset] == 0 {
      let sets = Set(pattern.literals(at: offset).map { readings.sets[Int($0)] })
      for syllable in Set(sets.flatMap { readings.readings(ofSet: Int($0)) }) {
        steps.append(
          Step(syllable: Int(syllable), offset: offset, isSpelled: true, slips: .homophone))
      }
    }
  }

  // MARK: - Latin letters

  /// What a Latin letter of a text may consume with a slip.
  func latin(_ letter: UInt8) -> [Step] {
    let run = TypedRun(CollectionOfOne(letter))
    return (0..<pattern.count).compactMap { offset in
      guard pattern.letters[offset] != 0, run.mayBeHidden(in: typed[offset].run) else { return nil }
      let slips = Slips(of: run, in: typed[offset], isSyllable: false)
      return slips.isEmpty
        ? nil : Step(syllable: 0, offset: offset, isSpelled: true, slips: slips)
    }
  }

  /// Where one may have been left out: beside a letter, but at neither end of the word, where the
  /// rest is found as it is.
  var droppable: UInt64 {
    (1..<max(1, pattern.count)).reduce(0) { offsets, offset in
      pattern.letters[offset - 1] != 0 || pattern.letters[offset] != 0
        ? offsets | 1 << UInt64(offset) : offsets
    }
  }
}

extension Pattern {
  /// The letter, a to z, that a unit is.
  static func letter(of unit: UInt16) -> UInt8? {
    (0x61...0x7A).contains(unit) ? UInt8(unit) : nil
  }

  /// What is typed from every offset on.
  fileprivate var typedRuns: [Slips.Typed] {
    var limits = [Int](repeating: 1, count: count + 1)
    for offset in stride(from: count - 2, through: 0, by: -1) {
      limits[offset] = borders[offset + 1] ? 1 : limits[offset + 1] + 1
    }
    return (0..<count).map { offset in
      let run = TypedRun(letters[offset...])
      return Slips.Typed(
        run: run, isEnd: offset + run.count == count && !borders[count], limit: limits[offset],
        limitAfterNext: limits[offset + 1])
    }
  }
}

/// All spellings of all syllables, and their initials, ready to be compared.
private struct SyllableRuns {
  struct Spelled {
    let syllable: Int
    let run: TypedRun
    /// Its first letter, a to z, as a bit; all bits where it is none.
    let first: UInt32

    init(_ syllable: Int, _ run: TypedRun) {
      self.syllable = syllable
      self.run = run
      first = Keyboard.isLetter(run[0]) ? 1 << UInt32(run[0] - UInt8(ascii: "a")) : ~0
    }

    /// The same as of the run itself, where `letters` are ``TypedRun/firstLetters(hiddenIn:)``: most
    /// are turned away by one instruction.
    @inline(__always)
    func mayBeHidden(_ letters: UInt32, _ typed: TypedRun) -> Bool {
      (first & letters != 0 || run[1] == typed[0]) && run.mayBeHidden(in: typed)
    }
  }

  private(set) var spellings: [Spelled] = []
  let initials: [(syllables: [Int], run: TypedRun)]

  init(_ spellings: Spellings) {
    initials = SyllableRuns.initials
    let count = ReadingTable.shared.syllables.count
    self.spellings.reserveCapacity(2 * count)
    for syllable in 0..<count {
      for spelling in spellings[syllable] {
        self.spellings.append(Spelled(syllable, TypedRun(spelling.letters)))
      }
    }
  }

  private static let initials = {
    var ofInitial: [[UInt8]: [Int]] = [:]
    for (index, syllable) in ReadingTable.shared.syllables.enumerated() {
      ofInitial[Array(syllable.letters.prefix(1)), default: []].append(index)
      let start = Array(syllable.letters.prefix(2))
      if syllable.letters.count > 2,
        [Array("zh".utf8), Array("ch".utf8), Array("sh".utf8)].contains(start)
      {
        ofInitial[start, default: []].append(index)
      }
    }
    return ofInitial.map { (syllables: $0.value, run: TypedRun($0.key)) }
  }()
}
