import Phrases

/// A day and a time as workbooks count them: days since an epoch, the time being their fraction.
struct SerialDate {
  /// The day that is counted from.
  enum Epoch {
    /// Of Excel: 1 is the first of January 1900, and 60 a 29 February that there never was.
    case from1900
    /// Of Excel for the Macintosh once: 0 is the first of January 1904.
    case from1904
  }

  /// What a format shows of it.
  struct Parts: OptionSet {
    let rawValue: Int
    static let day = Parts(rawValue: 1)
    static let time = Parts(rawValue: 2)
    /// Hours go on beyond 24.
    static let elapsed = Parts(rawValue: 4)
  }

  /// Whole days since the epoch.
  private let days: Int
  private let seconds: Int
  private let epoch: Epoch

  /// Nil outside of the days that spreadsheets have, which end with the year 9999.
  init?(_ number: DecimalNumber, _ epoch: Epoch) {
    guard let serial = Double(number.plain), serial >= 0, serial < 2_958_466 else { return nil }
    self.epoch = epoch
    let total = Int((serial * 86_400).rounded())
    days = total / 86_400
    seconds = total % 86_400
  }

  func show(_ parts: Parts) -> String {
    if parts.contains(.elapsed) { return clock(hours: days * 24 + seconds / 3_600) }
    let time = clock(hours: seconds / 3_600)
    // Without a day there is only the time.
    guard parts.contains(.day) else { return time }
    guard parts.contains(.time), seconds > 0 else { return day }
    return day + " " + time
  }

  /// A date that a workbook holds as a text, `2026-11-01T09:30:00`, as others are shown.
  static func shown(iso text: String) -> String {
    let halves = text.split(separator: "T", maxSplits: 1)
    guard halves.count == 2 else { return text }
    let time = halves[1].prefix { $0 != "." && $0 != "Z" }
    let shown = time.hasSuffix(":00") && time.count == 8 ? time.dropLast(3) : time
    return shown == "00:00" ? String(halves[0]) : halves[0] + " " + shown
  }

  private var day: String {
    switch epoch {
    // Days since 1970-01-01, of which ``Day`` is made.
    case .from1904: SerialDate.iso(days - 24_107)
    case .from1900 where days < 60: SerialDate.iso(days - 25_568)
    case .from1900: SerialDate.iso(days - 25_569)
    }
  }

  private func clock(hours: Int) -> String {
    let time = SerialDate.padded(hours, 2) + ":" + SerialDate.padded(seconds / 60 % 60, 2)
    return seconds % 60 == 0 ? time : time + ":" + SerialDate.padded(seconds % 60, 2)
  }

  private static func iso(_ days: Int) -> String { Day(sinceEpoch: days)?.description ?? "" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension SerialDate.Parts {
  /// What a section of a number format shows of a date; nil where it is for numbers.
  ///
  /// An `m` is a minute beside hours or seconds, else a month.
  init?(_ section: [FormatToken]) {
    guard !section.contains(.general) else { return nil }
    var letters: Set<Character> = []
    var isElapsed = false
    for (index, token) in section.enumerated() {
      switch token {
      case .elapsed: isElapsed = true
      case .half: letters.insert("h")
      case .sign(let sign):
        let isExponent =
          index + 1 < section.count
          && [.sign("+"), .sign("-")].contains(section[index + 1])
        if "ymdhsYMDHS".contains(sign) || "eE".contains(sign) && !isExponent {
          letters.formUnion(sign.lowercased())
        }
      default: break
      }
    }
    if isElapsed {
      self = .elapsed
      return
    }
    guard !letters.isEmpty else { return nil }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDay =
      !letters.isDisjoint(with: ["y", "d", "e"]) || letters.contains("m") && !hasTime
    self = []
    if hasDay { insert(.day) }
    if hasTime { insert(.time) }
  }
}
