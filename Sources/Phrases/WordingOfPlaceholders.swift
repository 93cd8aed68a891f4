extension Day {
  /// As a text to a customer has it, without the year: `30 November`, `11月30日`.
  func spoken(_ language: Language) -> String {
    language.says("\(day) \(Day.englishMonths[month - 1])", "\(month)月\(day)日")
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension TimeOfDay {
  /// What one says on meeting somebody: the morning is from five to noon, the evening from six on.
  func greeting(_ language: Language) -> String {
    switch minutes / 60 {
    case 5..<12: language.says("Good morning", "早上好")
    case 12..<18: language.says("Good afternoon", "下午好")
    default: language.says("Good evening", "晚上好")
    }
  }
}
