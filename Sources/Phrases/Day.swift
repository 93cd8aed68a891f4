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
