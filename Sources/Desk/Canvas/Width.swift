import Synchronization

/// How many cells a scalar takes, as the C library and therefore ncurses count them.
public enum Width {
  /// Whether scalars of ambiguous width (East_Asian_Width=A, UAX #11: `…`, `“`, `×`, Greek, Cyrillic)
  /// take two cells.
  ///
  /// It is a fact about the terminal, as the locale is one, and this program has one terminal: whoever
  /// owns that sets it, and has everything drawn anew.
  public static var isAmbiguousWide: Bool {
    get { ambiguousIsWide.load(ordering: .relaxed) }
    set { ambiguousIsWide.store(newValue, ordering: .relaxed) }
  }

  private static let ambiguousIsWide = Atomic(false)

  /// 0 for what combines with the scalar before it, 1, 2, or nil for what cannot be printed.
  public static func cells(of scalar: Unicode.Scalar) -> Int? {
    ofCommon(scalar) ?? cells(of: scalar, ambiguousIsWide: isAmbiguousWide)
  }

  /// The same for what most texts are made of (letters of English, 汉字, their punctuation), which is drawn as
  /// it is; nil for all others.
  static func ofCommon(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x4E00..<0x9FFD, 0x3001...0x3002, 0xFF01...0xFF5E: 2
    case _: nil
    }
  }

  /// The same for a terminal that draws ambiguous scalars like that.
  static func cells(of scalar: Unicode.Scalar, ambiguousIsWide: Bool) -> Int? {
    let place = boundariesBefore(scalar.value << 2 | 3, in: widthBoundaries)
    let width = Int(widthBoundaries[place - 1] & 3)
    if width == 1, ambiguousIsWide,
      !boundariesBefore(scalar.value, in: ambiguousBoundaries).isMultiple(of: 2)
    {
      return 2
    }
    return width == 3 ? nil : width
  }

  /// How many boundaries are not greater than a value.
  private static func boundariesBefore(_ value: UInt32, in boundaries: [UInt32]) -> Int {
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
