/// Turns texts into the units that are searched, alike for segments and for highlighting.
struct UnitFolder: Sendable {
  static let shared = UnitFolder()

  private let plain = FoldingTable.shared.plain
  private let readings = ReadingTable.shared

  /// Appends the units of a text.
  func append(_ text: String, to units: inout [UInt16]) {
    fold(text) { unit, _ in units.append(unit) }
  }

  /// The units of a text, and for each the offset of its Unicode scalar in the text.
  func unitsAndOffsets(of text: String) -> (units: [UInt16], offsets: [Int]) {
    var units: [UInt16] = []
    var offsets: [Int] = []
    fold(text) { unit, offset in
      units.append(unit)
      offsets.append(offset)
    }
    return (units, offsets)
  }

  /// The unit of one scalar, and a second one or 0; nil when a search does not see it.
  func units(of scalar: UInt32) -> (UInt16, UInt16)? {
    guard scalar < 0x1_0000 else { return astralUnits(of: scalar) }
    let unit = plain[Int(scalar)]
    return unit == 0 ? nil : (unit, 0)
  }

  private func astralUnits(of scalar: UInt32) -> (UInt16, UInt16)? {
    if let unit = readings.astralUnit(of: scalar) { return (unit, 0) }
    switch scalar >> 16 {
    // Variation selectors and tags, as invisible as those of the BMP.
    case 0xE: return nil
    case 4...13: return (Unit.replacement, 0)
    default:
      let pair = scalar - 0x1_0000
      return (UInt16(0xD800 + pair >> 10), UInt16(0xDC00 + pair & 0x3FF))
    }
  }

  /// Emits the units of a text in order, with the offset of the scalar each comes from.
  ///
  /// Runs of spaces become one, and none at all next to a 汉字: whether somebody sets 使用 iPhone
  /// with a space is a matter of taste, not of words. So is whether it costs ¥99 or 99元, and how
  /// many dots … has.
  @inline(__always)
  private func fold(_ text: String, _ emit: (_ unit: UInt16, _ offset: Int) -> Void) {
    let plain = plain.span
    let sets = readings.sets.span
    let aloud = readings.firstAloudSet
    var spaceOffset = -1
    var joinsSpace = false
    var previous: UInt16 = 0
    var offset = -1
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      let scalar = nextScalar(in: bytes, &index)
      offset += 1
      var first = scalar < 0x1_0000 ? plain[Int(scalar)] : 0
      var second: UInt16 = 0
      if first == 0 {
        guard scalar >= 0x1_0000, let pair = astralUnits(of: scalar) else { continue }
        (first, second) = pair
      }
      if first == Unit.space {
        spaceOffset = offset
        continue
      }
      // The most frequent by far, and what everything below is not about.
      if sets[Int(first)] &- 1 < aloud &- 1 {
        emit(first, offset)
        spaceOffset = -1
        joinsSpace = false
        previous = first
        continue
      }
      let isWord = first != Unit.lineBreak
      if spaceOffset >= 0 {
        if joinsSpace && isWord { emit(Unit.space, spaceOffset) }
        spaceOffset = -1
      }
      joinsSpace = isWord && first != Unit.yuanSign
      switch first {
      case 0x30...0x39 where scalar == first:
        let end = endOfNumber(in: bytes, from: index)
        let isSigned = previous == Unit.yuanSign
        let hasYuan = isYuan(at: end, in: bytes)
        if hasYuan && !isSigned { emit(Unit.impliedCurrency, offset) }
        emit(first, offset)
        while index < end {
          offset += 1
          emit(UInt16(bytes[index]), offset)
          index += 1
        }
        if isSigned && !hasYuan { emit(Unit.impliedCurrency, offset) }
      case Unit.fullStop, Unit.ellipsis:
        let start = offset
        while first == Unit.fullStop, index < bytes.count, bytes[index] == UInt8(Unit.fullStop) {
          index += 1
          offset += 1
        }
        if offset > start || previous == Unit.ellipsis { first = Unit.ellipsis }
        if first != previous || first == Unit.fullStop { emit(first, start) }
      default:
        emit(first, offset)
        if second != 0 { emit(second, offset) }
      }
      previous = first
    }
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
