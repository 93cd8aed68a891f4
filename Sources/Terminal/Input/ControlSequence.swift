import Desk

/// A sequence that begins with `ESC [` or `ESC O`, taken apart as ECMA-48 says.
///
/// Followed: xterm's ctlseqs ("PC-style function keys"), its modifyOtherKeys, the keyboard protocol
/// `CSI … u`, and the Linux console's `ESC [ [ A`.
enum ControlSequence {
  /// Longer ones are rubbish, or the sequence's end got lost.
  static let lengthLimit = 64

  /// Reads the sequence whose `ESC` is at the index; `ESC [` or `ESC O` must stand there.
  static func read(_ bytes: [UInt8], at start: Int) -> InputStep {
    bytes[start + 1] == UInt8(ascii: "O")
      ? readSingleShift(bytes, at: start) : readControl(bytes, at: start)
  }

  private static func readControl(_ bytes: [UInt8], at start: Int) -> InputStep {
    let end = min(bytes.count, start + lengthLimit)
    var index = start + 2
    if index < end, bytes[index] == UInt8(ascii: "[") { return readLinux(bytes, at: start) }
    while index < end, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < end else {
      return index == bytes.count && index < start + lengthLimit
        ? .incomplete : .ignored(length: index - start)
    }
    // A control character ends a sequence that was cut off, and counts by itself.
    guard (0x40...0x7E).contains(bytes[index]) else { return .ignored(length: index - start) }
    let length = index + 1 - start
    let body = bytes[(start + 2)..<index]
    if let step = readMouse(body, final: bytes[index], in: bytes, at: start) { return step }
    guard let parameters = parse(body) else { return .ignored(length: length) }
    if bytes[index] == UInt8(ascii: "~"), parameters.first == 200 {
      return .pasteBegins(length: length)
    }
    // In another row than the first, where `R` is F3 with what is held down.
    if bytes[index] == UInt8(ascii: "R"), parameters.count == 2, parameters[0] > 1 {
      return .cursor(row: parameters[0], column: parameters[1], length: length)
    }
    guard let key = key(final: bytes[index], parameters) else { return .ignored(length: length) }
    return .key(key, length: length)
  }

  /// A report of the mouse; nil where it is another sequence.
  private static func readMouse(
    _ body: ArraySlice<UInt8>, final: UInt8, in bytes: [UInt8], at start: Int
  ) -> InputStep? {
    let isRelease = final == UInt8(ascii: "m")
    guard isRelease || final == UInt8(ascii: "M") else { return nil }
    var length = body.count + 3
    var report: MouseReport?
    if body.first == UInt8(ascii: "<") {
      report = parse(body.dropFirst()).flatMap { MouseReport(sgr: $0, isRelease: isRelease) }
    } else if body.isEmpty, !isRelease {
      let end = start + length + 3
      guard end <= bytes.count else { return .incomplete }
      report = MouseReport(legacy: bytes[(start + length)..<end])
      length += 3
    } else {
      return nil
    }
    return report.map { .mouse($0, length: length) } ?? .ignored(length: length)
  }

  private static func readLinux(_ bytes: [UInt8], at start: Int) -> InputStep {
    guard start + 3 < bytes.count else { return .incomplete }
    let letter = bytes[start + 3]
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else {
      return .ignored(length: 3)
    }
    return .key(Key(.function(letter - UInt8(ascii: "A") + 1)), length: 4)
  }

  private static func readSingleShift(_ bytes: [UInt8], at start: Int) -> InputStep {
    guard start + 2 < bytes.count else { return .incomplete }
    let letter = bytes[start + 2]
    if let code = letterKeys[letter] { return .key(Key(code), length: 3) }
    if letter == UInt8(ascii: "M") { return .key(Key(.enter), length: 3) }
    // The numeric keypad in application mode: `p` to `y` are its digits, `j` to `o` its signs.
    if (0x6A...0x79).contains(letter) {
      return .key(Key(.character(Unicode.Scalar(letter &- 0x40))), length: 3)
    }
    return .key(Key(.character("O"), .alt), length: 2)
  }

  /// The numbers of a sequence, of which an empty one is 1; nil for a private sequence.
  private static func parse(_ body: ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    for field in body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      // After a colon come the key's other meanings.
      let digits = field.prefix { $0 != UInt8(ascii: ":") }
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count <= 7 else { return nil }
      numbers.append(digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers.isEmpty ? [1] : numbers
  }

  private static func key(final: UInt8, _ parameters: [Int]) -> Key? {
    let modifiers = Key.Modifiers(parameter: parameters.count > 1 ? parameters[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if parameters[0] == 27, parameters.count > 2 {
        return key(codePoint: parameters[2], modifiers)
      }
      return numberedKeys[parameters[0]].map { Key($0, modifiers) }
    case UInt8(ascii: "u"):
      return key(codePoint: parameters[0], modifiers)
    case UInt8(ascii: "Z"):
      return Key(.tab, modifiers.union(.shift))
    default:
      // With another first number it is an answer: `CSI 24;80 R` says where the cursor stands.
      guard parameters[0] == 1 else { return nil }
      return letterKeys[final].map { Key($0, modifiers) }
    }
  }

  private static func key(codePoint: Int, _ modifiers: Key.Modifiers) -> Key? {
    guard let value = UInt32(exactly: codePoint), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    switch scalar {
    case "\r": return Key(.enter, modifiers)
    case "\t": return Key(.tab, modifiers)
    case "\u{1B}": return Key(.escape, modifiers)
    case "\u{7F}", "\u{8}": return Key(.backspace, modifiers)
    default: break
    }
    // Private use: the keyboard protocol's names for keys that have no character.
    guard scalar.value >= 0x20, !(0x80...0x9F).contains(scalar.value),
      !(0xE000...0xF8FF).contains(scalar.value)
    else { return nil }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    let isShifted = modifiers.contains(.shift) && !modifiers.contains(.control)
    let shown = isShifted && upper.count == 1 ? upper.first ?? scalar : scalar
    return Key(.character(shown), modifiers.subtracting(.shift))
  }

  private static let letterKeys: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numberedKeys: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
