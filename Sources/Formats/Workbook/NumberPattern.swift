/// One section of a number format, as `0000` or `#,##0.00"元"`: how a number is shown.
struct NumberPattern {
  private enum Token: Equatable {
    /// `0`, which shows a zero where there is no digit; `#` and `?`, which do not.
    case digit(isZero: Bool)
    case literal(String)
    /// The word General, in the midst of other things.
    case general
  }

  private var whole: [Token] = []
  private var fraction: [Token] = []
  private var hasPoint = false
  private var hasThousands = false
  /// The power of ten that it is shown by: 2 for `%`, -3 for a comma at the end.
  private var power = 0

  /// Nil where numbers of that format are shown as they are: fractions, exponents, nothing at all.
  init?(_ tokens: [FormatToken]) {
    var commas = 0
    for token in tokens {
      switch token {
      case .sign("0"): add(.digit(isZero: true), &commas)
      case .sign("#"), .sign("?"): add(.digit(isZero: false), &commas)
      case .sign(","): commas += 1
      case .sign(".") where !hasPoint: hasPoint = true
      case .sign("%"):
        power += 2
        append(.literal("%"))
      case .sign("E"), .sign("e"), .sign("/"), .sign("@"), .condition: return nil
      case .sign(let sign): append(.literal(String(sign)))
      case .text(let text): append(.literal(text))
      case .general: append(.general)
      case .elapsed, .half: return nil
      }
    }
    power -= 3 * commas
    guard !(whole + fraction).isEmpty else { return nil }
  }

  private mutating func add(_ token: Token, _ commas: inout Int) {
    // A comma between two digits is what separates thousands.
    if commas > 0, !hasPoint { hasThousands = true }
    commas = 0
    append(token)
  }

  private mutating func append(_ token: Token) {
    if hasPoint { fraction.append(token) } else { whole.append(token) }
  }

  /// The number as it is shown, without its sign.
  func show(_ number: DecimalNumber) -> String {
    let places = fraction.count { if case .digit = $0 { true } else { false } }
    let shown = number.scaled(by: power).rounded(places: places)
    return showWhole(shown, number) + showFraction(shown.fraction(places: places))
  }

  private func showWhole(_ shown: DecimalNumber, _ number: DecimalNumber) -> String {
    var digits = Array(shown.whole == "0" ? "" : shown.whole)
    var pieces: [String] = []
    var count = 0
    func put(_ digit: Character) {
      if hasThousands, count > 0, count.isMultiple(of: 3) { pieces.append(",") }
      pieces.append(String(digit))
      count += 1
    }
    let first = whole.firstIndex { if case .digit = $0 { true } else { false } }
    for (index, token) in whole.enumerated().reversed() {
      switch token {
      case .literal(let text): pieces.append(text)
      case .general: pieces.append(number.magnitude.plain)
      case .digit(let isZero):
        if let digit = digits.popLast() { put(digit) } else if isZero { put("0") }
        // What has no place of its own goes before the first one.
        while index == first, let digit = digits.popLast() { put(digit) }
      }
    }
    return pieces.reversed().joined()
  }

  private func showFraction(_ digits: String) -> String {
    var rest = Array(digits)[...]
    var text = ""
    for token in fraction {
      switch token {
      case .literal(let literal): text += literal
      case .general: break
      case .digit(let isZero):
        let isNeeded = isZero || rest.contains { $0 != "0" }
        if let digit = rest.popFirst(), isNeeded { text.append(digit) }
      }
    }
    let hasDigits = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    return hasPoint && hasDigits ? "." + text : text
  }
}

/// A piece of a number format.
enum FormatToken: Equatable {
  /// A character that means something, or stands for itself.
  case sign(Character)
  /// What is shown as it stands: quoted, escaped, or the sign of a currency.
  case text(String)
  case general
  /// `[h]`, `[mm]`, `[s]`: hours, minutes, seconds beyond a day.
  case elapsed
  /// `AM/PM`: which half of the day it is.
  case half
  /// `[>=100]`: the section is for some numbers only.
  case condition

  /// The sections of a format, which `;` separates, without colours and locales.
  static func sections(of code: String) -> [[FormatToken]] {
    var sections: [[FormatToken]] = [[]]
    var rest = Substring(code)
    func add(_ token: FormatToken) { sections[sections.count - 1].append(token) }
    while let character = rest.popFirst() {
      switch character {
      case ";": sections.append([])
      case "\"":
        let text = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(text.count + 1)
        add(.text(String(text)))
      case "\\", "!":
        if let next = rest.popFirst() { add(.text(String(next))) }
      // A space as wide as the next character, and a character that fills the cell.
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let token = bracket(inside) { add(token) }
      case "G" where rest.prefix(6).lowercased() == "eneral":
        rest = rest.dropFirst(6)
        add(.general)
      case "A" where rest.hasPrefix("M/PM"):
        rest = rest.dropFirst(4)
        add(.half)
      case "上" where rest.hasPrefix("午/下午"):
        rest = rest.dropFirst(4)
        add(.half)
      case "G" where rest.hasPrefix("/通用格式"):
        rest = rest.dropFirst(5)
        add(.general)
      default: add(.sign(character))
      }
    }
    return sections
  }

  private static func bracket(_ inside: Substring) -> FormatToken? {
    if inside.hasPrefix("$") {
      let currency = inside.dropFirst().prefix { $0 != "-" }
      return currency.isEmpty ? nil : .text(String(currency))
    }
    if let first = inside.first, "<>=".contains(first) { return .condition }
    let letters = Set(inside.lowercased())
    let isElapsed = letters.count == 1 && !letters.isDisjoint(with: ["h", "m", "s"])
    return isElapsed ? .elapsed : nil
  }
}
