extension Pattern {
  /// How many letters one reading of a 汉字 may consume from one offset: bit n is n letters.
  struct Steps: Equatable {
    var whole: UInt8 = 0
    /// Whole, but in a spelling that names another syllable too.
    var loose: UInt8 = 0
    /// Both keys of a double pinyin.
    var doubled: UInt8 = 0
    /// The query ends after the first key of a double pinyin: v for zhong.
    var halfDoubled: UInt8 = 0
    /// The query ends before the syllable does, and something more than an initial is known.
    var unfinished: UInt8 = 0
    var initial: UInt8 = 0
    /// A sound taken for another, whole, or as far as the query goes and more than an initial.
    var fuzzy: UInt8 = 0

    /// The lengths that count as `closeness` or closer for a reading of that rank.
    func lengths(_ closeness: Closeness, _ rank: ReadingTable.Rank) -> UInt8 {
      switch (rank, closeness) {
      case (_, .literal): 0
      case (.aloud, ...Closeness.otherReading): whole | loose | doubled
      case (.aloud, _): 0
      case (_, .fuzzySound): anyReading | initial | fuzzy
      case (_, .initials): anyReading | initial
      case (_, .otherReading): anyReading
      case (.other, _): 0
      case (.primary, .doublePinyin): whole | unfinished | doubled | halfDoubled
      case (.primary, .unfinished): whole | unfinished
      case (.primary, .spelled): whole
      }
    }

    private var anyReading: UInt8 { whole | loose | doubled | halfDoubled | unfinished }

    /// Whether the closeness allows anything here at all.
    func allows(_ closeness: Closeness) -> Bool {
      lengths(closeness, .primary) | lengths(closeness, .other) != 0
    }
  }

  /// The letters from one offset on, as far as one syllable may take them.
  struct Tail {
    let letters: LetterRun
    /// Whether anything stands before them.
    let isContinued: Bool
    /// Whether the query ends with them, and so perhaps in the middle of a syllable.
    let isOpen: Bool
  }

  func tail(at offset: Int) -> Tail {
    var end = offset
    while end < count, end - offset < LetterRun.maximumCount, letters[end] != 0,
      end == offset || !borders[end]
    {
      end += 1
    }
    return Tail(
      letters: LetterRun(letters[offset..<end]), isContinued: offset > 0,
      isOpen: end == count && !borders[end] && role == .required)
  }

  /// What a syllable, an index into ``ReadingTable/syllables``, may consume of a tail of this pattern.
  func steps(of syllable: Int, for tail: Tail, in spellings: Spellings) -> Steps {
    var steps = Steps()
    let all = spellings[syllable]
    for spelling in all {
      let common = tail.letters.commonCount(with: spelling.letters)
      if common == spelling.letters.count {
        steps.add(1 << common, whole: spelling.kind)
      } else if common > 0, common == tail.letters.count, tail.isOpen {
        steps.add(1 << common, unfinished: spelling, isContinued: tail.isContinued)
      }
    }
    if role == .excluded {
      steps.fuzzy = 0
    } else if let usual = all.first {
      steps.initial |= tail.initialLengths(of: usual.letters)
    }
    return steps
  }
}

extension Pattern.Tail {
  /// One letter for the initial, or two for zh, ch and sh.
  fileprivate func initialLengths(of syllable: LetterRun) -> UInt8 {
    guard letters.count > 0, letters[0] == syllable[0] else { return 0 }
    return syllable.beginsWithTwoLetterInitial && letters.commonCount(with: syllable) > 1
      ? 1 << 1 | 1 << 2 : 1 << 1
  }
}

extension Pattern.Steps {
  fileprivate mutating func add(_ length: UInt8, whole kind: Spelling.Kind) {
    switch kind {
    case .whole: whole |= length
    case .loose: loose |= length
    case .doubled: doubled |= length
    case .fuzzy: fuzzy |= length
    }
  }

  fileprivate mutating func add(
    _ length: UInt8, unfinished spelling: Spelling, isContinued: Bool
  ) {
    switch spelling.kind {
    // One letter alone says no more than an initial, but after whole syllables it is the beginning
    // of the next one: `tuik`.
    case .whole, .loose:
      if isContinued || length > 1 << 1 { unfinished |= length } else { initial |= length }
    case .doubled:
      if isContinued { halfDoubled |= length } else { initial |= length }
    case .fuzzy:
      let initialLength: UInt8 = spelling.letters.beginsWithTwoLetterInitial ? 1 << 2 : 1 << 1
      if length > initialLength { fuzzy |= length }
    }
  }
}

extension LetterRun {
  /// Whether it begins with zh, ch or sh.
  fileprivate var beginsWithTwoLetterInitial: Bool { self[1] == UInt8(ascii: "h") && count > 2 }
}
