/// Text that was UTF-8 or GBK, was read as Latin-1 or Windows-1252, and saved so: `æ‚¨å¥½` for 您好.
///
/// No reader can tell by the bytes, which are valid; but what stands there decodes back to something, in a way that
/// no language that is written with these letters does.
enum Mojibake {
  /// Whether a text has some of it.
  ///
  ///     Mojibake.isIn("CafÃ© ouvert")        // true
  ///     Mojibake.isIn("« été… », daß, „groß“") // false
  ///
  /// - Complexity: O(*n*); to be asked only of texts with a letter of U+0080 to U+00FF.
  static func isIn(_ text: String) -> Bool {
    var run: [UInt8] = []
    // What stands before the run, since `Ã` may end a word in capitals.
    var before: Unicode.Scalar = " "
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if let byte = byte(of: scalar) {
        if run.isEmpty { before = last }
        run.append(byte)
      } else {
        if isEvidence(run, after: before) { return true }
        run.removeAll(keepingCapacity: true)
      }
      last = scalar
    }
    return isEvidence(run, after: before)
  }

  private static func isEvidence(_ run: [UInt8], after before: Unicode.Scalar) -> Bool {
    run.count >= 2 && (isUTF8(run, after: before) || isChinese(run))
  }

  // MARK: - UTF-8

  /// Whether a run has a sequence of UTF-8 that is no word's end with punctuation behind it.
  private static func isUTF8(_ run: [UInt8], after before: Unicode.Scalar) -> Bool {
    var index = 0
    while index < run.count {
      let length = length(of: run[index])
      let end = index + length
      guard length > 1, end <= run.count, run[(index + 1)..<end].allSatisfy(isTrail) else {
        index += 1
        continue
      }
      let trails = run[(index + 1)..<end]
      // The space of French stands behind a word, and anything behind it.
      let isWordEnd = length > 2 && trails.first == 0xA0
      if !isWordEnd, trails.contains(where: { !isNatural($0) }) { return true }
      // 亲 alone is ä º ²; two of such are no chance.
      if length >= 3, end + 2 < run.count, self.length(of: run[end]) >= 3,
        run[(end + 1)...(end + 2)].allSatisfy(isTrail)
      {
        return true
      }
      // Â and Ã end words in capitals only.
      let isInCapitals =
        index > 0 ? (0xC0...0xDE).contains(run[index - 1]) : before.properties.isUppercase
      if length == 2, run[index] <= 0xC3, !isInCapitals { return true }
      index = end
    }
    return false
  }

  /// How long a sequence of UTF-8 is that begins so: those of Latin, Greek and Cyrillic letters, and of three
  /// and four bytes.
  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xC5, 0xCE...0xD1: 2
    case 0xE0...0xEF: 3
    case 0xF0: 4
    default: 1
    }
  }

  private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether a character may stand behind a letter in a word or at its end: …, ’, ”, », ², œ, the space of French
  /// before ».
  private static func isNatural(_ byte: UInt8) -> Bool { naturalTrails.contains(byte) }

  private static let naturalTrails: Set<UInt8> = [
    0x83, 0x85, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9A, 0x9B,
    0x9C, 0x9E, 0x9F, 0xA0, 0xA1, 0xAA, 0xAB, 0xAD, 0xAE, 0xB0, 0xB2, 0xB3, 0xB4, 0xB5, 0xB7, 0xB9,
    0xBA, 0xBB, 0xBF,
  ]

  // MARK: - GBK

  /// Whether a run is nothing but 汉字 and punctuation of GB2312, with two of its frequent 汉字 or more.
  private static func isChinese(_ run: [UInt8]) -> Bool {
    guard run.count >= 4, run.count % 2 == 0, Set(run).count > 2 else { return false }
    var frequent = 0
    for index in stride(from: 0, to: run.count, by: 2) {
      guard run[index + 1] >= 0xA1 else { return false }
      switch run[index] {
      case 0xB0...0xD7: frequent += 1
      case 0xA1...0xA3, 0xD8...0xF7: break
      default: return false
      }
    }
    return 2 * frequent > run.count / 2 && frequent >= 2
  }

  // MARK: - Latin-1 and Windows-1252

  /// The byte that a character outside ASCII is in Windows-1252, or in Latin-1; nil where it is in neither.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x80...0xFF: UInt8(scalar.value)
    case 0x0152...0x2122: windows[scalar.value]
    default: nil
    }
  }

  /// What Windows-1252 has at 0x80 to 0x9F.
  private static let windows: [UInt32: UInt8] = {
    let signs: [(UInt8, UInt32)] = [
      (0x80, 0x20AC), (0x82, 0x201A), (0x83, 0x0192), (0x84, 0x201E), (0x85, 0x2026),
      (0x86, 0x2020),
      (0x87, 0x2021), (0x88, 0x02C6), (0x89, 0x2030), (0x8A, 0x0160), (0x8B, 0x2039),
      (0x8C, 0x0152),
      (0x8E, 0x017D), (0x91, 0x2018), (0x92, 0x2019), (0x93, 0x201C), (0x94, 0x201D),
      (0x95, 0x2022),
      (0x96, 0x2013), (0x97, 0x2014), (0x98, 0x02DC), (0x99, 0x2122), (0x9A, 0x0161),
      (0x9B, 0x203A),
      (0x9C, 0x0153), (0x9E, 0x017E), (0x9F, 0x0178),
    ]
    return Dictionary(uniqueKeysWithValues: signs.map { ($0.1, $0.0) })
  }()
}
