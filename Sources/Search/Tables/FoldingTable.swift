/// Which characters are the same to a search, decoded once from ``FoldingText``.
///
/// Two foldings, for two moments. *Plain* folding (case, width, accents, compatibility forms) is
/// done to every text when a segment is built. Traditional 汉字 are kept, because 乾 and 干 are not
/// read alike; a query's 汉字 is looked for in all its ``forms(of:)`` instead.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// The plain unit of each BMP code point; 0 for those that a search does not see, and for those
  /// in ``composed``.
  let plain: [UInt16]
  /// The plain units of letters and vowel signs that are several, whether they are written as one
  /// code point (NFC) or not (NFD).
  let composed: [UInt32: [UInt16]]
  /// Groups of equal 汉字, the simplified one first, a 0 between groups.
  private let groups: [UInt16]
  /// Where in ``groups`` the group of a 汉字 starts.
  private let groupStarts: [UInt16: Int]

  init() {
    (plain, composed) = FoldingTable.takingComposedApart(FoldingTable.decodePlain())
    var groups: [UInt16] = []
    var starts: [UInt16: Int] = [:]
    groups.reserveCapacity(3 * FoldingText.simplifiedCount)
    starts.reserveCapacity(2 * FoldingText.simplifiedCount)
    var start = 0
    TableText(text: FoldingText.simplified).eachMember { first, member in
      if first == member {
        if !groups.isEmpty { groups.append(0) }
        start = groups.count
      }
      groups.append(member)
      starts[member] = start
    }
    self.groups = groups
    groupStarts = starts
  }

  /// All 汉字 that count as this one, itself among them: 发 發 髮.
  func forms(of unit: UInt16) -> ArraySlice<UInt16> {
    guard let start = groupStarts[unit] else { return [unit] }
    return groups[start...].prefix { $0 != 0 }
  }

  // MARK: - Decoding

  private static func decodePlain() -> [UInt16] {
    var plain = (0..<0x10000).map { UInt16(truncatingIfNeeded: $0) }
    TableText(text: FoldingText.plain).eachMember { first, member in plain[Int(member)] = first }
    // Half and full width ASCII, and upper case, follow rules.
    for unit in 0x21...0x7E { plain[0xFEE0 + unit] = UInt16(unit) }
    for unit in 0x41...0x5A {
      plain[unit] = UInt16(unit + 0x20)
      plain[0xFEE0 + unit] = UInt16(unit + 0x20)
    }
    for range in controls + transparent { for unit in range { plain[Int(unit)] = 0 } }
    for range in spaces { for unit in range { plain[Int(unit)] = Unit.space } }
    for range in lineBreaks { for unit in range { plain[Int(unit)] = Unit.lineBreak } }
    for unit in Unit.apostrophes { plain[Int(unit)] = 0 }
    return plain
  }

  private static func takingComposedApart(
    _ plain: [UInt16]
  ) -> (plain: [UInt16], composed: [UInt32: [UInt16]]) {
    var plain = plain
    var composed: [UInt32: [UInt16]] = [:]
    var letter: UInt32?
    TableText(text: FoldingText.composed).eachScalar { scalar in
      guard scalar != UInt32(Unit.lineBreak) else {
        letter = nil
        return
      }
      guard let whole = letter else {
        letter = scalar
        composed[scalar] = []
        return
      }
      if scalar > 0xFFFF {
        composed[whole, default: []] += [
          UInt16(0xD800 + (scalar - 0x1_0000) >> 10), UInt16(0xDC00 + scalar & 0x3FF),
        ]
      } else if plain[Int(scalar)] != 0 {
        composed[whole, default: []].append(plain[Int(scalar)])
      }
    }
    for (whole, units) in composed where whole < 0x1_0000 {
      plain[Int(whole)] = units.count == 1 ? units[0] : 0
    }
    return (plain, composed.filter { $0.value.count > 1 })
  }

  private static let controls: [ClosedRange<UInt16>] = [0x00...0x1F, 0x7F...0x9F]
  private static let spaces: [ClosedRange<UInt16>] = [
    0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000,
  ]
  private static let lineBreaks: [ClosedRange<UInt16>] = [
    0x0A...0x0D, 0x85...0x85, 0x2028...0x2029,
  ]
  /// Soft hyphen, combining marks (so that NFC and NFD are alike, in whatever order), the vowel
  /// signs of Hebrew and Arabic, zero-width and bidi controls, variation selectors, byte order mark.
  private static let transparent: [ClosedRange<UInt16>] = [
    0xAD...0xAD, 0x300...0x36F, 0x591...0x5BD, 0x5BF...0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
    0x5C7...0x5C7, 0x610...0x61A, 0x61C...0x61C, 0x64B...0x65F, 0x670...0x670, 0x6D6...0x6DC,
    0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E,
    0x2060...0x206F, 0x20D0...0x20FF, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
    0xFEFF...0xFEFF, 0xFF9E...0xFF9F, 0xFFF9...0xFFFB,
  ]
}
