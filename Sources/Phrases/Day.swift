/// A calendar day, without a time zone: what a validity column holds.
public struct Day: Hashable, Sendable, Comparable {
  /// Year, month and day in one number, because a phrase holds two and there are many phrases.
  private let packed: UInt32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5 & 0xF) }
  public var day: Int { Int(packed & 0x1F) }

  /// Nil unless the three make a real day of the Gregorian calendar, year 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.days(inMonth: month, ofYear: year)).contains(day)
    else { return nil }
    packed = UInt32(year << 9 | month << 5 | day)
  }

  /// Reads an ISO 8601 calendar date, `2026-11-11`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads what people and spreadsheets write with the year first: `2026-11-01`, `2026/11/1`,
  /// `2026.11.1`, `2026年11月1日`, `20261101`, also with a time of midnight behind it, and where the last day
  /// is meant with its last minute; nil for anything else.
  public init?(written text: String, asEnd: Bool = false) {
    if let day = Day(iso: text) {
      self = day
      return
    }
    let narrow = PhraseColumn.folded(text)
    let parts = narrow.split(whereSeparator: { $0 == " " || $0 == "t" })
    guard let date = parts.first, parts.count <= 2,
      parts.count < 2 || Day.isWhole(parts[1], asEnd: asEnd)
    else { return nil }
    if date.utf8.count == 8, date.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let number = Int(date) else { return nil }
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return
    }
    let pieces = date.split(
      omittingEmptySubsequences: true, whereSeparator: { "-/.年月日号".contains($0) })
    let separators = date.filter { "-/.年月日号".contains($0) }
    let isOfOneKind = ["--", "//", "..", "年月日", "年月号"].contains(separators)
    guard isOfOneKind, pieces.count == 3, pieces[0].utf8.count == 4,
      pieces.allSatisfy({ (1...4).contains($0.utf8.count) }),
      let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1970-01-01, or before (Howard Hinnant, "chrono-compatible low-level date
  /// algorithms", `civil_from_days`); nil outside of the years 1 to 9999.
  package init?(sinceEpoch number: Int) {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    let shifted = number + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days after 1970-01-01, negative before it (the same, `days_from_civil`).
  private var sinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear + 400) / 400 - 1
    let yearOfEra = shiftedYear - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  /// The day so many days later, or earlier; nil outside of the years 1 to 9999.
  public func adding(days: Int) -> Day? { Day(sinceEpoch: sinceEpoch + days) }

  /// Whether a text says that there is no such day: `never`, `长期有效`.
  static func isNone(_ text: String) -> Bool { nones.contains(PhraseColumn.folded(text)) }

  private static let nones: Set<String> = [
    "-", "--", "/", "—", "——", "n/a", "never", "none", "forever", "no expiry", "unlimited",
    "always", "无",
    "無", "永久", "永久有效", "长期", "长期有效", "長期", "不限", "无期限", "なし", "無期限", "nie",
  ]

  /// Whether a time of day leaves the day whole.
  private static func isWhole(_ time: Substring, asEnd: Bool) -> Bool {
    let parts = time.split(whereSeparator: { $0 == ":" || $0 == "." || $0 == "z" }).map(String.init)
    guard (2...4).contains(parts.count), parts.allSatisfy({ Int($0) != nil }) else { return false }
    let numbers = parts.compactMap { Int($0) }
    return numbers.allSatisfy { $0 == 0 }
      || asEnd && numbers[0] == 23 && numbers[1] == 59
  }

  /// Whether a text is a date of which nobody can tell the month from the day, `11/01/2026`.
  static func isUnclear(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    guard parts.count == 3, let last = parts[2].split(separator: " ").first else { return false }
    return [2, 4].contains(last.utf8.count) && Int(last) != nil
      && parts.prefix(2).allSatisfy { (1...2).contains($0.utf8.count) && Int($0) != nil }
  }

  private static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (left: Day, right: Day) -> Bool { left.packed < right.packed }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-11-11`.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}
