/// Turns texts into the units that are searched, alike for segments and for highlighting.
struct UnitFolder: Sendable {
  static let shared = UnitFolder()

  private let plain = FoldingTable.shared.plain
  private let composed = FoldingTable.shared.composed
  private let readings = ReadingTable.shared

  /// Where the scalar that a unit comes from stands in a text.
  struct Place {
    /// Counted in Unicode scalars.
    var scalar: Int
    /// Where its UTF-8 begins.
    var byte: Int
  }

  /// Appends the units of a text.
  ///
  /// - Returns: whether the text is plain: each of its scalars is one unit, and one grapheme cluster,
  ///   so that what is found in the units need not be looked up in the text.
  @discardableResult
  func append(_ text: String, to units: inout [UInt16]) -> Bool {
    fold(text.utf8.span) { unit, _ in units.append(unit) }
  }

  /// The units of a text, and for each the offset of its Unicode scalar in the text.
  func unitsAndOffsets(of text: String) -> (units: [UInt16], offsets: [Int]) {
    var units: [UInt16] = []
    var offsets: [Int] = []
    fold(text.utf8.span) { unit, place in
      units.append(unit)
      offsets.append(place.scalar)
    }
    return (units, offsets)
  }

  /// The unit of one scalar, and those behind it, the next one lowest; nil when a search does not
  /// see it.
  func units(of scalar: UInt32) -> (first: UInt16, rest: UInt64)? {
    guard scalar < 0x1_0000, plain[Int(scalar)] != 0 else { return severalUnits(of: scalar) }
    return (plain[Int(scalar)], 0)
  }

  /// The units of a scalar that is not one of the BMP.
  private func severalUnits(of scalar: UInt32) -> (first: UInt16, rest: UInt64)? {
    if mayBeComposed(scalar), let units = composed[scalar] {
      return (units[0], units.dropFirst().reversed().reduce(0) { $0 << 16 | UInt64($1) })
    }
    guard scalar >= 0x1_0000 else { return nil }
    if let unit = readings.astralUnit(of: scalar) { return (unit, 0) }
    switch scalar >> 16 {
    // Variation selectors and tags, as invisible as those of the BMP.
    case 0xE: return nil
    case 4...13: return (Unit.replacement, 0)
    default:
      let pair = scalar - 0x1_0000
      return (UInt16(0xD800 + pair >> 10), UInt64(0xDC00 + pair & 0x3FF))
    }
  }

  /// Whether it is worth looking for: what cannot be seen and faces are no letters of any script.
  private func mayBeComposed(_ scalar: UInt32) -> Bool {
    0x900..<0x2000 ~= scalar || 0xFB1D..<0xFB50 ~= scalar || 0x1_1000..<0x1_2000 ~= scalar
  }

  /// Emits the units of a text in order, each with the place it comes from.
  ///
  /// It stops early, though perhaps with a few more, when they are not wanted any longer.
  ///
  /// Runs of spaces become one, and none at all next to a 汉字: whether somebody sets 使用 iPhone
  /// with a space is a matter of taste, not of words. So is whether it costs ¥99 or 99元, and how
  /// many dots … has.
  ///
  /// - Returns: whether the text, as far as it was read, is plain; see ``append(_:to:)``.
  @inline(__always)
  @discardableResult
  func fold(
    _ bytes: Span<UInt8>, while areWanted: () -> Bool = { true },
    _ emit: (_ unit: UInt16, _ place: Place) -> Void
  ) -> Bool {
    let plain = plain.span
    let sets = readings.sets.span
    let aloud = readings.firstAloudSet
    var isPlain = true
    var space: Place?
    var joinsSpace = false
    var previous: UInt16 = 0
    var scalarCount = 0
    var index = 0
    while index < bytes.count, areWanted() {
      var place = Place(scalar: scalarCount, byte: index)
      let scalar = nextScalar(in: bytes, &index)
      scalarCount += 1
      var first = scalar < 0x1_0000 ? plain[Int(scalar)] : 0
      var rest: UInt64 = 0
      if first == 0 {
        isPlain = false
        guard let units = severalUnits(of: scalar) else { continue }
        (first, rest) = units
      }
      if first == Unit.space {
        if space != nil || !joinsSpace { isPlain = false }
        space = place
        continue
      }
      // The most frequent by far, and what everything below is not about.
      if sets[Int(first)] &- 1 < aloud &- 1 {
        emit(first, place)
        if space != nil {
          isPlain = false
          space = nil
        }
        joinsSpace = false
        previous = first
        continue
      }
      let isWord = first != Unit.lineBreak
      if let spacePlace = space {
        if joinsSpace && isWord { emit(Unit.space, spacePlace) } else { isPlain = false }
        space = nil
      }
      joinsSpace = isWord && first != Unit.yuanSign
      switch first {
      case 0x30...0x39 where scalar == first:
        let end = endOfNumber(in: bytes, from: index)
        let isSigned = previous == Unit.yuanSign
        let hasYuan = isYuan(at: end, in: bytes)
        if hasYuan != isSigned { isPlain = false }
        if hasYuan && !isSigned { emit(Unit.impliedCurrency, place) }
        emit(first, place)
        while index < end {
          place = Place(scalar: scalarCount, byte: index)
          emit(UInt16(bytes[index]), place)
          scalarCount += 1
          index += 1
        }
        if isSigned && !hasYuan { emit(Unit.impliedCurrency, place) }
      case Unit.fullStop, Unit.ellipsis:
        let start = index
        while first == Unit.fullStop, index < bytes.count, bytes[index] == UInt8(Unit.fullStop) {
          index += 1
          scalarCount += 1
        }
        if index > start || previous == Unit.ellipsis {
          first = Unit.ellipsis
          isPlain = false
        }
        if first != previous || first == Unit.fullStop { emit(first, place) }
      default:
        if !GraphemeBorder.standsAlone(scalar) || scalar == 0x0D { isPlain = false }
        if Hangul.mayGoOn(scalar) {
          let start = index
          first = UInt16(Hangul.composed(scalar, in: bytes, &index, &scalarCount))
          if index > start { isPlain = false }
        }
        emit(first, place)
        while rest != 0 {
          emit(UInt16(truncatingIfNeeded: rest), place)
          rest >>= 16
        }
      }
      previous = first
    }
    // A space at the end is none.
    return isPlain && space == nil
  }

  /// Where the digits end that go on at `start`, with the points and commas between them.
  private func endOfNumber(in bytes: Span<UInt8>, from start: Int) -> Int {
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] &- UInt8(ascii: "0") < 10
    }
    var end = start
    while isDigit(end)
      || isDigit(end + 1) && [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[end])
    {
      end += 1
    }
    return end
  }

  /// Whether 元 comes next, spaces aside.
  private func isYuan(at start: Int, in bytes: Span<UInt8>) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(Unit.space) { index += 1 }
    return index < bytes.count && nextScalar(in: bytes, &index) == Unit.yuan
  }
}
