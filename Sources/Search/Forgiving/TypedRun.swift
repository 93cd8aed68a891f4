/// Up to eight letters in one number, the first in its lowest byte.
///
/// Compiling a word compares every spelling with every place of it; this makes that a few
/// instructions each.
struct TypedRun: Sendable {
  static let maximumCount = 8

  private let bits: UInt64
  let count: Int

  init(_ letters: some Sequence<UInt8>) {
    var bits: UInt64 = 0
    var count = 0
    for letter in letters.prefix(TypedRun.maximumCount) {
      bits |= UInt64(letter) << UInt64(8 * count)
      count += 1
    }
    self.bits = bits
    self.count = count
  }

  init(_ letters: LetterRun) {
    self.init((0..<letters.count).lazy.map { letters[$0] })
  }

  private init(bits: UInt64, count: Int) {
    self.bits = bits
    self.count = count
  }

  /// The letter at an index; 0 past the end.
  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }

  func dropFirst(_ length: Int) -> TypedRun {
    TypedRun(bits: bits >> UInt64(8 * length), count: max(0, count - length))
  }

  /// Whether it can be what was typed but for one slip: a quick look that lets a tenth pass.
  func mayBeHidden(in typed: TypedRun) -> Bool {
    let (first, second) = (self[0], self[1])
    return first == typed[0] || first == typed[1] || second == typed[0]
      || (second == typed[1] || second == 0 || typed[1] == 0)
        && Keyboard.areNeighbours(first, typed[0])
  }

  /// What may begin a run that ``mayBeHidden(in:)`` a typed one, unless its second letter is the
  /// first typed: a bit for each letter, a to z, and the highest for anything else.
  static func firstLetters(hiddenIn typed: TypedRun) -> UInt32 {
    let other: UInt32 = 1 << 31
    return [typed[0], typed[1]].reduce(Keyboard.neighbours(of: typed[0]) | other) {
      Keyboard.isLetter($1) ? $0 | 1 << UInt32($1 - UInt8(ascii: "a")) : $0
    }
  }

  /// How many letters are the same from the first one on.
  func common(with other: TypedRun) -> Int {
    min((bits ^ other.bits).trailingZeroBitCount / 8, count, other.count)
  }
}
