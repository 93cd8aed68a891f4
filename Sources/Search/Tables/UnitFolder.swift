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
  /// with a space is a matter of taste, not of words.
  @inline(__always)
  private func fold(_ text: String, _ emit: (_ unit: UInt16, _ offset: Int) -> Void) {
    let plain = plain.span
    let sets = readings.sets.span
    var spaceOffset = -1
    var joinsSpace = false
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
      let isWord = first != Unit.lineBreak && sets[Int(first)] == 0
      if spaceOffset >= 0 {
        if joinsSpace && isWord { emit(Unit.space, spaceOffset) }
        spaceOffset = -1
      }
      joinsSpace = isWord
      emit(first, offset)
      if second != 0 { emit(second, offset) }
    }
  }
}
