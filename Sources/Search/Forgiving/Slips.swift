/// In how many typed letters a spelling may be hidden by one slip of the finger.
///
/// Two neighbouring letters swapped, one left out, one struck twice, or the key beside it struck.
/// Each is told from the first letter at which typed and meant differ, so a comparison of a
/// spelling with a place in a word costs a few instructions.
struct Slips {
  /// The typed letters that may be consumed with the slip inside the spelling: bit n is n letters.
  private(set) var lengths: UInt8 = 0
  /// The letters typed before the one that belongs to what follows (``SlipRow/out``).
  private(set) var out: UInt8 = 0
  /// The letters of the spelling, where its first was typed one too early (``SlipRow/into``).
  private(set) var into: UInt8 = 0

  /// Whether it says nothing.
  var isEmpty: Bool { lengths | out | into == 0 }

  /// What is typed from one offset of a word on.
  struct Typed {
    /// The letters there.
    let run: TypedRun
    /// Whether the word ends with them.
    let isEnd: Bool
    /// How many may be consumed before a border of syllables.
    let limit: Int
    /// The letters after the next one, and how many of them may be consumed.
    let limitAfterNext: Int

    /// The lengths that end before no vowel: who types `fa` does not mean the initial f, unless it
    /// is the exact pass that finds nothing better.
    var initialLengths: UInt8 {
      var lengths: UInt8 = 0
      for length in 1...7 where !Typed.vowels.contains(run[length]) {
        lengths |= 1 << UInt8(length)
      }
      return lengths
    }

    private static let vowels = Array("aeiouv".utf8)
  }

  /// The slips that may hide `spelling` in what was typed.
  ///
  /// One that `isSyllable`, not only an initial or a Latin letter, may have lost a letter, and may
  /// be unfinished at the end of the word. No letter of one that `isSure` is a wrong one.
  init(of spelling: TypedRun, in typed: Typed, isSyllable: Bool, isSure: Bool = false) {
    addInside(spelling, typed, isSyllable: isSyllable, isSure: isSure)
    addOut(spelling, typed)
    addInto(spelling, typed, isSyllable: isSyllable)
  }

  /// A 汉字 instead of another.
  static let homophone = {
    var slips = Slips()
    slips.lengths = 1 << 1
    return slips
  }()

  init() {}

  /// Those of an initial that is followed by no vowel.
  func keepingInitials(of typed: Typed) -> Slips {
    let free = typed.initialLengths
    var slips = self
    slips.lengths &= free
    // The last letter of each is the one after the letter that was left out.
    slips.out &= free >> 2
    slips.into &= free & 1 << 1 | free >> 1 & ~(1 << 1)
    return slips
  }

  private mutating func addInside(
    _ spelling: TypedRun, _ typed: Typed, isSyllable: Bool, isSure: Bool
  ) {
    let run = typed.run
    let common = spelling.common(with: run)
    for edge in max(0, common - 1)...common where edge < spelling.count {
      let meant = spelling[edge]
      // The one beside it.
      if !isSure, Keyboard.areNeighbours(run[edge], meant) {
        add(spelling.dropFirst(edge + 1), typed, after: edge + 1, isSyllable)
      }
      // Twice.
      if run[edge] == meant, run[edge + 1] == meant {
        add(spelling.dropFirst(edge + 1), typed, after: edge + 2, isSyllable)
      }
      // Swapped with the next.
      if edge + 1 < spelling.count, run[edge] == spelling[edge + 1], run[edge + 1] == meant {
        add(spelling.dropFirst(edge + 2), typed, after: edge + 2, isSyllable)
      }
      // Left out.
      if isSyllable, spelling.count > 1 {
        add(spelling.dropFirst(edge + 1), typed, after: edge, isSyllable)
      }
    }
  }

  /// Allows what was typed when after some of it the rest of the spelling follows.
  private mutating func add(
    _ rest: TypedRun, _ typed: Typed, after start: Int, _ isSyllable: Bool
  ) {
    guard let length = Slips.length(of: rest, typed.run, start, isSyllable && typed.isEnd),
      length > 0, length <= typed.limit
    else { return }
    lengths |= 1 << UInt8(length)
  }

  private mutating func addOut(_ spelling: TypedRun, _ typed: Typed) {
    let last = spelling.count - 1
    let (early, late) = (typed.run[last + 1], typed.run[last])
    guard spelling.common(with: typed.run) >= last, early == spelling[last], late != 0,
      late != early, last < typed.limit
    else { return }
    out |= 1 << UInt8(last)
  }

  private mutating func addInto(_ spelling: TypedRun, _ typed: Typed, isSyllable: Bool) {
    guard spelling[0] == typed.run[0], typed.run[1] != 0, typed.run[1] != typed.run[0],
      let end = Slips.length(of: spelling.dropFirst(1), typed.run, 2, isSyllable && typed.isEnd),
      end - 1 <= typed.limitAfterNext
    else { return }
    into |= 1 << UInt8(end - 1)
  }

  /// How far the typed letters go with `rest` after `start`; to their end if they may be
  /// unfinished, when at least two of them tell of the syllable.
  private static func length(
    of rest: TypedRun, _ run: TypedRun, _ start: Int, _ mayEnd: Bool
  ) -> Int? {
    guard start <= run.count else { return nil }
    let common = rest.common(with: run.dropFirst(start))
    if common == rest.count { return start + common }
    return mayEnd && start + common == run.count && run.count > 1 ? run.count : nil
  }
}
