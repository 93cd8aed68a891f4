/// A number as it is written, digit by digit: workbooks hold more digits than a `Double` keeps.
///
///     DecimalNumber("6.2170000100012345E+18".utf8)?.plain  // 6217000010001234500
struct DecimalNumber {
  private(set) var isNegative = false
  /// From 0 to 9, without zeros in front.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the decimal point; less than none where zeros follow it.
  private var point = 0

  /// The longest number that is written out; what has more places stays as it is.
  private static let mostPlaces = 60

  /// Nil where the bytes are no number.
  init?(_ bytes: some Sequence<UInt8>) {
    var exponent = 0
    var exponentSign = 1
    var state = State.start
    var hasDigits = false
    for byte in bytes {
      switch (byte, state) {
      case (UInt8(ascii: "-"), .start), (UInt8(ascii: "+"), .start):
        isNegative = byte == UInt8(ascii: "-")
        state = .whole
      case (UInt8(ascii: "."), .start), (UInt8(ascii: "."), .whole): state = .fraction
      case (UInt8(ascii: "e"), _) where state < .exponent,
        (UInt8(ascii: "E"), _) where state < .exponent:
        state = .exponent
      case (UInt8(ascii: "-"), .exponent), (UInt8(ascii: "+"), .exponent):
        exponentSign = byte == UInt8(ascii: "-") ? -1 : 1
        state = .exponentDigits
      case (0x30...0x39, .exponent), (0x30...0x39, .exponentDigits):
        exponent = min(exponent * 10 + Int(byte - 0x30), 9_999)
        state = .exponentDigits
      case (0x30...0x39, _):
        if state == .start { state = .whole }
        hasDigits = true
        if !digits.isEmpty || byte != 0x30 {
          digits.append(byte - 0x30)
          if state == .whole { point += 1 }
        } else if state == .fraction {
          point -= 1
        }
      default: return nil
      }
    }
    guard hasDigits, state != .exponent else { return nil }
    point += exponentSign * exponent
    normalise()
    if point > DecimalNumber.mostPlaces || point < -DecimalNumber.mostPlaces { return nil }
  }

  private enum State: Int, Comparable {
    case start, whole, fraction, exponent, exponentDigits
    static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }
  }

  /// Whether it is a whole number longer than what spreadsheets keep, the rest being zeros: a card's or an
  /// order's number that lost its end.
  var isCutShort: Bool { point > 15 && digits.count <= 15 }

  var isZero: Bool { digits.isEmpty }

  /// The number as one writes it, never with an exponent, without zeros at its end.
  ///
  /// Fractions have fifteen digits, which is what spreadsheets reckon with: 0.1 + 0.2 is kept as
  /// 0.30000000000000004 and shown as 0.3.
  var plain: String {
    let shown = digits.count > max(point, 0) && digits.count > 15 ? rounded(significant: 15) : self
    let fraction = shown.fraction(places: max(0, shown.digits.count - shown.point))
    let sign = isNegative && !shown.isZero ? "-" : ""
    return sign + shown.whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits before the decimal point; 0 where there are none.
  var whole: String {
    guard point > 0 else { return "0" }
    let zeros = [UInt8](repeating: 0, count: max(0, point - digits.count))
    return DecimalNumber.text(digits.prefix(point) + zeros)
  }

  /// So many digits behind the decimal point.
  func fraction(places: Int) -> String {
    let zeros = [UInt8](repeating: 0, count: max(0, -point))
    let all = zeros + digits.dropFirst(max(0, point))
    let missing = [UInt8](repeating: 0, count: max(0, places - all.count))
    return DecimalNumber.text(all.prefix(places) + missing)
  }

  /// The number without its sign.
  var magnitude: DecimalNumber {
    var number = self
    number.isNegative = false
    return number
  }

  /// The number times a power of ten.
  func scaled(by power: Int) -> DecimalNumber {
    var number = self
    if !isZero { number.point += power }
    return number
  }

  /// The number with so many digits behind the decimal point, halves away from zero.
  func rounded(places: Int) -> DecimalNumber { rounded(significant: point + places) }

  private func rounded(significant count: Int) -> DecimalNumber {
    guard count < digits.count else { return self }
    var number = self
    guard count >= 0 else {
      number.digits = []
      number.point = 0
      return number
    }
    let isUp = digits[count] >= 5
    number.digits.removeSubrange(count...)
    if isUp {
      var index = count - 1
      while index >= 0, number.digits[index] == 9 {
        number.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        number.digits[index] += 1
      } else {
        number.digits.insert(1, at: 0)
        number.point += 1
      }
    }
    number.normalise()
    return number
  }

  /// Takes off zeros at the end.
  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
