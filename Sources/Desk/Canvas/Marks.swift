/// What combines with a scalar on the screen, at most ``Cell/markLimit`` scalars.
///
/// Held in the cell itself: a screenful of cells is made, filled and compared at each key, and arrays in it
/// would be counted each time.
public struct Marks: Hashable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// Two scalars each, the lower half first; zero where there is none.
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// None: what most cells have.
  public init() {}

  /// Those scalars, up to the limit: what is behind it is not kept.
  public init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }

  /// The same, as `["\u{301}"]`.
  public init(arrayLiteral scalars: Unicode.Scalar...) { self.init(scalars) }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    // U+0000 combines with nothing.
    first == 0 ? 0 : second == 0 ? (first >> 32 == 0 ? 1 : 2) : second >> 32 == 0 ? 3 : 4
  }

  public subscript(index: Int) -> Unicode.Scalar {
    precondition(indices.contains(index), "a cell has no such mark")
    let pair = index < 2 ? first : second
    return Unicode.Scalar(UInt32(truncatingIfNeeded: pair >> (index % 2 == 0 ? 0 : 32))) ?? "?"
  }

  /// Adds a mark, as long as there is room.
  mutating func append(_ scalar: Unicode.Scalar) {
    switch endIndex {
    case 0: first = UInt64(scalar.value)
    case 1: first |= UInt64(scalar.value) << 32
    case 2: second = UInt64(scalar.value)
    case 3: second |= UInt64(scalar.value) << 32
    default: break
    }
  }
}
