import Phrases

/// Days as programs write them: seconds since 1970, or a point in time.
enum ForeignDay {
  /// The day as our files have it; `text` itself where it is neither.
  ///
  ///     ForeignDay.iso("1798761600")            // "2027-01-01"
  ///     ForeignDay.iso("2026-11-30T08:15:00Z")  // "2026-11-30"
  static func iso(_ text: String) -> String {
    let digits = text.utf8
    if digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
      if number == 0 { return "" }
      // Milliseconds have three digits more, and days written as eight digits are no seconds.
      guard digits.count == 10 || digits.count == 13 else { return text }
      let seconds = digits.count == 13 ? number / 1_000 : number
      return Day(sinceEpoch: seconds / 86_400)?.description ?? ""
    }
    guard digits.count > 10, let separator = text.utf8.dropFirst(10).first,
      separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "),
      let day = Day(iso: text.prefix(10))
    else { return text }
    return day.description
  }
}
