/// The coarse classes of units that the index is made of, 64 of them.
///
/// A Latin letter, a digit, the letter that a 汉字's reading begins with, anything else. A 汉字 read
/// in ways that begin differently (行: xing, hang) is in several.
enum UnitClass {
  static let count = 64
  static let other = 0

  /// The class of a Latin letter, a to z.
  static func latin(_ letter: UInt8) -> Int { 1 + Int(letter - UInt8(ascii: "a")) }

  static func isLetter(_ unitClass: Int) -> Bool { 1...26 ~= unitClass }

  /// The class of a digit, 0 to 9.
  static func digit(_ digit: UInt8) -> Int { 27 + Int(digit - UInt8(ascii: "0")) }

  /// The class of the 汉字 with a reading that begins with a letter, a to z.
  static func sound(_ letter: UInt8) -> Int { 37 + Int(letter - UInt8(ascii: "a")) }

  /// The class of the 汉字 that may be typed as a digit: 七 as 7.
  static let numeral = 63

  /// The class of the 汉字 that are read as a syllable.
  static func reading(_ syllable: Syllable) -> Int {
    let first = syllable.letters[0]
    return first < UInt8(ascii: "a") ? numeral : sound(first)
  }

  /// Whether it is one of 汉字, which are in it for a reading.
  static func isReading(_ unitClass: Int) -> Bool { unitClass >= sound(UInt8(ascii: "a")) }

  /// The class of a unit below 0x80.
  static func ascii(_ unit: UInt8) -> Int {
    switch unit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): latin(unit)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit(unit)
    default: other
    }
  }
}

/// The classes of every unit, worked out once from ``ReadingTable``.
struct UnitClassTable: Sendable {
  static let shared = UnitClassTable()

  /// For every unit its class, or ``several`` and an index into ``combinations``.
  let codes: [UInt8]
  /// The combinations of classes that units with several are in.
  let combinations: [[UInt8]]
  static let several: UInt8 = 0x80

  private init() {
    let readings = ReadingTable.shared
    var known: [[UInt8]: UInt8] = [:]
    var combinations: [[UInt8]] = []
    let codeOfSet = (0..<readings.setCount).map { set -> UInt8 in
      var classes: [UInt8] = []
      for syllable in readings.readings(ofSet: set) {
        let own = UInt8(UnitClass.reading(readings.syllables[Int(syllable)]))
        if !classes.contains(own) { classes.append(own) }
      }
      guard classes.count > 1 else { return classes.first ?? UInt8(UnitClass.other) }
      if let code = known[classes] { return code }
      let code = UnitClassTable.several | UInt8(combinations.count)
      known[classes] = code
      combinations.append(classes)
      return code
    }
    var codes = readings.sets.map { codeOfSet[Int($0)] }
    for unit in 0..<0x80 { codes[unit] = UInt8(UnitClass.ascii(UInt8(unit))) }
    self.codes = codes
    self.combinations = combinations
  }

  /// All classes that a unit is in; at least one.
  func classes(of unit: UInt16) -> [Int] {
    let code = codes[Int(unit)]
    if code < UnitClassTable.several { return [Int(code)] }
    return combinations[Int(code & ~UnitClassTable.several)].map(Int.init)
  }
}
